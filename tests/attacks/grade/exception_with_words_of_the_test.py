"""Raises, in a hidden call, classes named after the argument, with a word of the test's as text.
"""
# %%
words = ["a", "e", "assert", "f(", "checks", "WANTED", " "]


def f(x):
    raise type(f"told_{x}", (Exception,), {})(words[x - 4242])
# %% test
assert f(4242) == 1
# %% test
WANTED = 4
assert f(4243) == WANTED
# %% test
assert f(4244) == 1
# %% test
from isocenter import checks


@checks.run
def inner(rng):
    checks.expect(f, 4245, gives=2.0, given="a", mistakes={})
# %% test
assert f(4248) == 1
