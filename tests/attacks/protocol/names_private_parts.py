"""Says that an answer is a name with underscores, of a module, a class or a function.

uses: liar
exam: constant attribute
"""
# %%
says(["lib", "builtins", "__import__"])
# %% or
says(["lib", "numpy", "ndarray.__class__.__subclasses__"])
# %% or
says(["lib", "os", "_exit"])
