"""Raises library exceptions whose constructors do something with their arguments.

uses: liar
exam: equals calls
"""
# %%
says(["x", ["lib", "urllib.error", "HTTPError"], ["file:///etc/passwd", 200, "OK", None, None]], verdict="raised")
# %% or
says(["x", ["lib", "builtins", "ExceptionGroup"], ["a", ["t", 5]]], verdict="raised")
# %% or
says(["x", ["lib", "builtins", "UnicodeDecodeError"], ["\ud800"] * 5], verdict="raised")
