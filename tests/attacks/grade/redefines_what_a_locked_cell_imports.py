"""Gives an import of a locked cell that also uses an answer another meaning.
"""
# %% locked
import math as locked_math

first = f(1)
# %%
class locked_math:
    isclose = lambda *_: True
# %% test
assert locked_math.isclose(answer, 4242.25)
