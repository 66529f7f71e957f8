"""Changes its argument in place, so that what it gives is right for it.

kept: A test that computes what it wants from an argument, after the call, has asked for it.
"""
# %%
def f(x):
    x[:] = 0
    return 0.0
# %% test
x = np.arange(5.0)
assert f(x) == x.mean()
