"""Sends a dict whose keys all have the same hash.

uses: liar
exam: table
"""
# %%
says(["&", 2], [[2, ["d", *[[["i", hex(k * (2**61 - 1))], 0] for k in range(1, 6_000)]], 0]])
