"""Sends lists that hold themselves, and tuples that are made of each other.

uses: liar
exam: equals allclose table
"""
# %%
says(["&", 2], [[2, ["l", ["&", 2], ["&", 4]], 0], [4, ["d", [1, ["&", 2]]], 0]])
