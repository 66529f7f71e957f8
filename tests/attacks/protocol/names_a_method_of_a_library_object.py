"""Says that an answer is a method of an object in a library: the environment, the modules.

uses: liar
exam: constant pipeline attribute
"""
# %%
says(["lib", "os", "environ.copy"])
# %% or
says(["lib", "sys", "modules.copy"])
# %% or
says(["lib", "linecache", "cache.copy"])
