"""Describes an exception class with bases that do not fit, that are none, or are itself.

uses: liar
exam: equals calls
"""
# %%
says(["x", ["X", 1, "E", [["lib", "builtins", "OSError"], ["lib", "builtins", "StopIteration"]]], []], verdict="raised")
# %% or
says(["X", 2, "E", [["lib", "builtins", "int"]]], verdict="raised")
# %% or
says(["x", ["X", 3, "E", [["X", 3, "E", []]]], []], verdict="raised")
