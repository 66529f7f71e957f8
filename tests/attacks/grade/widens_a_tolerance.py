"""Gives a constant of a locked cell, which also shows an answer, another value.
"""
# %% locked
TOLERANCE = 1e-6
print(answer)
# %%
TOLERANCE = 1e9
# %% test
assert abs(f(3) - 9) < TOLERANCE
