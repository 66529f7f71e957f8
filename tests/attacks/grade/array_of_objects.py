"""Answers with an array of objects that do their own arithmetic.

exam: allclose array_equal array difference elements method
"""
# %%
class Evil:
    def __sub__(self, other): return 0.0
    __rsub__ = __sub__
    def __eq__(self, other): return True
    def __abs__(self): return 0.0

values = np.array([Evil(), Evil(), Evil()], dtype=object)
