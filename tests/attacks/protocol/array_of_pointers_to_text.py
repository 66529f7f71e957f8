"""Sends an array of numpy's strings of variable length, which are pointers.

uses: liar
exam: allclose
"""
# %%
says(["&", 2], [[2, ["a", "|T16", [3], "C", 0, True], 1]], [b"12345678" * 6])
