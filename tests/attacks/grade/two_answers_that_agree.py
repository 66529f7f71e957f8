"""Gives two objects of its own that say they are equal.

kept: A test that compares two objects of the student's asks the student's class, as it has to.
"""
# %%
class Agrees:
    def __eq__(self, other): return True


f = lambda x: Agrees()
# %% test
assert f(1) == f(2)
