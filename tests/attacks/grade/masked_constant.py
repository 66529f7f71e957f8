"""Answers with numpy's constant for a masked value.

exam: equals near scalar almost numpy_isclose ordered
"""
# %%
answer = np.ma.masked
