"""Answers with nan, which is neither larger nor smaller than anything.

exam: equals not_different near ordered isclose numpy_isclose scalar almost allclose credit
"""
# %%
answer, values = float("nan"), np.full(3, np.nan)
f = lambda *_: float("nan")
