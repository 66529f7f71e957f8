"""Sends a structured array with a field of objects, as bytes.

uses: liar
exam: allclose
"""
# %%
says(["&", 2], [[2, ["a", [["a", "|O"], ["b", "<f8", [1]]], [3], "C", 0, True], 1]], [b"12345678" * 6])
