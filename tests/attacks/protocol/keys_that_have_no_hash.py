"""Sends a dict whose keys are lists, and a set of itself.

uses: liar
exam: table
"""
# %%
says(["&", 2], [[2, ["d", [["&", 2], 1]], 0]])
