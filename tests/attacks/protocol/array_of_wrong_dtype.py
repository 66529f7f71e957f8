"""Sends arrays of objects as bytes, of pointers to text, of dtypes that are none.

uses: liar
exam: allclose
"""
# %%
says(["&", 2], [[2, ["a", "|O", [3], "C", 0, True], 1]], [b"12345678" * 3])
