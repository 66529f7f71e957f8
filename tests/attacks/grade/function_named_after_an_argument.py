"""Returns functions that are named after what a hidden call gave it.
"""
# %%
def f(x):
    inner = lambda y: 0
    inner.__name__ = inner.__qualname__ = f"told_{x}"
    return inner
# %% test
from isocenter import checks


@checks.run
def inner(rng):
    checks.expect(f(4242), 1, gives=2.0, given="a", mistakes={})
