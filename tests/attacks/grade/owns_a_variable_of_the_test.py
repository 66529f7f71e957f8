"""Gives a variable that a test reads and then sets a value of its own ever after.
"""
# %%
x = 1
namespace = type(get_ipython().user_ns)


class Stubborn(dict):
    def __setitem__(self, name, value):
        if name != "x":
            super().__setitem__(name, value)


shell = get_ipython()
shell.user_ns = shell.user_module.__dict__ if False else Stubborn(shell.user_ns, x=0.0)
f = lambda v: v
# %% test
assert x == 0 or x == 1
x = np.arange(5.0)
np.testing.assert_allclose(f(x), x**2)
