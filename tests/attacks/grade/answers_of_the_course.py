"""Gives a test of this course masked arrays, subclasses, objects and exceptions.

exam: course
"""
# %%
f = lambda *zooms: np.ma.masked_all((3, 3))
# %% exam
# %%
class Evil(np.ndarray):
    def __eq__(self, other): return np.ones((3, 3), bool)
    def __sub__(self, other): return np.zeros((3, 3))
    __rsub__ = __sub__
    def __array_ufunc__(self, *_, **__): return np.ones((3, 3), bool)
    def __array_function__(self, *_, **__): return True
f = lambda *zooms: np.zeros((3, 3)).view(Evil)
# %% exam
# %%
class Object:
    shape, dtype, ndim = (3, 3), np.dtype(float), 2
    def __array__(self, *_, **__): return np.zeros((3, 3))
    def __eq__(self, other): return True
    def __sub__(self, other): return 0.0
    __rsub__ = __sub__
f = lambda *zooms: Object()
# %% exam
# %%
f = lambda *zooms: np.full((3, 3), np.nan)
# %% exam
# %%
f = lambda *zooms: np.zeros((0, 3, 3))
# %% exam
# %%
import unittest
def f(*zooms):
    raise unittest.SkipTest
# %% exam
