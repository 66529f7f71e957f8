"""Raises numbers, classes, modules, handles and nothing.

uses: liar
exam: equals calls
"""
# %%
says(5, verdict="raised")
# %% or
says(["lib", "builtins", "StopIteration"], verdict="raised")
# %% or
says(None, verdict="raised")
