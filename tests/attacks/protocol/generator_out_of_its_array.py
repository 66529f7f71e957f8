"""Sends random generators whose place in their numbers is far outside, or before them.

uses: liar
"""
# %%
says(["&", 2], [[2, ["rs", ["t", "MT19937", ["t", *[5] * 624], 100_000_000, 0, 0.0]], 0]])
# %% test
assert answer.rand() < 0
# %% or
says(["&", 2], [[2, ["rs", ["t", "MT19937", ["t", *[5] * 624], -100_000_000, 0, 0.0]], 0]])
# %% test
assert answer.rand() < 0
# %% or
says(["&", 2], [[2, ["rg", {"bit_generator": "MT19937", "state": {"key": ["t", *[5] * 624], "pos": 10**8}}], 0]])
# %% test
assert answer.random() < 0
