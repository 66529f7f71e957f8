"""Sends arrays with shapes that are negative, too large, empty, text or nested.

uses: liar
exam: allclose array
"""
# %%
says(["&", 2], [[2, ["a", "<f8", [-3], "C", 0, True], 1]], [b"12345678" * 3])
# %% or
says(["&", 2], [[2, ["a", "<f8", [2**62, 4], "C", 0, True], 1]], [b"12345678" * 3])
# %% or
says(["&", 2], [[2, ["a", "<f8", [[3]], "C", 0, True], 1]], [b"12345678" * 3])
# %% or
says(["&", 2], [[2, ["a", "<f8", "333", "K", 0, True], 1]], [b"12345678" * 3])
