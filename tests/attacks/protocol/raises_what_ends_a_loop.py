"""Raises exceptions that loops, shells and the engine itself understand.

uses: liar
exam: mapped equals constant
"""
# %%
says(["x", ["lib", "builtins", "StopIteration"], []], verdict="raised")
# %% or
says(["x", ["lib", "builtins", "GeneratorExit"], []], verdict="raised")
# %% or
says(["x", ["lib", "builtins", "SystemExit"], [0]], verdict="raised")
# %% or
says(["x", ["lib", "asyncio.exceptions", "CancelledError"], []], verdict="raised")
