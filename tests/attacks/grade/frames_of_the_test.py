"""Answers with `sys._getframe` and `gc.get_objects`, which know the test.

exam: pipeline
"""
# %%
import gc

told = []
encode = gc.get_objects
decode = lambda found: told.append(found)
# %% exam
# %%
print([text for text in map(repr, told) if "marker" in text])
