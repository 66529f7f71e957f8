"""Answers with a defaultdict whose factory is a function of a library.

uses: liar
exam: table
"""
# %%
says(["&", 2], [[2, ["dd", ["lib", "os", "getcwd"]], 0]])
# %% or
says(["&", 2], [[2, ["dd", ["lib", "unittest.mock", "_ANY"]], 0]])
# %% or
says(["&", 2], [[2, ["dd", ["h", 1, "function", "function", None, "f"]], 0]])
