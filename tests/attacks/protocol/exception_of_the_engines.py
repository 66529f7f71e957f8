"""Raises what the engine's own classes of exceptions are, by name.

uses: liar
exam: equals calls
"""
# %%
says(["x", ["lib", "isocenter.engine.examiner", "StudentGone"], []], verdict="raised")
# %% or
says(["X", 1, "StudentGone", [["lib", "builtins", "BaseException"]]], verdict="raised")
