"""Says that the global random generator stands outside of its numbers.

uses: liar
"""
# %%
state(**{"numpy.random": ["MT19937", "00" * 2496, 100_000_000, 0, 0.0]})
# %% test
answer
assert np.random.rand() < 0
