"""Sends an array of 800 MB without its bytes, for the examiner to make.

uses: liar
exam: allclose
"""
# %%
says(["&", 2], [[2, ["a", "<f8", [100_000_000], "C", 0, True], 1]], [b""])
