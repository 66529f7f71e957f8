"""Gives a variable that one test sets a value of its own in the next.
"""
# %%
class Stubborn(dict):
    def __setitem__(self, name, value):
        if name != "x":
            super().__setitem__(name, value)


shell = get_ipython()
shell.user_ns = Stubborn(shell.user_ns, x=0.0)
f = lambda v: v
# %% test
assert x == 4242.25
# %% test
if x is not None:
    x = np.arange(5.0)
assert answer == 4242.25
# %% test
np.testing.assert_allclose(f(x), x**2)
