"""Sends numpy scalars of objects and pointers as bytes.

uses: liar
exam: scalar equals
"""
# %%
says(["n.void", [["a", "|O"]], "00" * 8])
# %% or
says(["n.float64", "|O", "00" * 8])
# %% or
says(["n.float64", "|T16", "ff" * 16])
