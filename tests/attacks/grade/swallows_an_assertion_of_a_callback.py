"""Swallows what a function raises that the test handed over.

kept: A test that hands over a function has to look afterwards at what came of it.
"""
# %%
def f(function):
    try:
        function(3)
    except BaseException:
        pass
# %% test
def look(x):
    assert x == 4
f(look)
