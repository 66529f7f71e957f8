"""Raises StopIteration, which ends a loop over `map` without a turn.

exam: mapped calls elements constant
"""
# %%
def f(*_):
    raise StopIteration
