"""Answers with methods of the environment: the test hands over what they find.

exam: pipeline
"""
# %%
import os

told = []
encode = os.environ.copy
decode = lambda found: told.append(found)
# %% exam
# %%
print(told)
