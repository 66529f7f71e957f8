"""Sends handles whose type is named after the engine's own, or is no name.

uses: liar
exam: equals near calls truth
"""
# %%
says(["h", 1, "function", "__class__", None, "x"])
# %% or
says(["h", 1, "callable", "Remote", ["matplotlib.figure", "Figure"], "x"])
