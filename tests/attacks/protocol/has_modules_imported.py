"""Has the other side import modules that do something when they are imported.

uses: liar
exam: equals constant
"""
# %%
says(["lib", "unittest.__main__", ""])
# %% or
says(["lib", "antigravity", ""])
# %% or
says(["lib", "numpy.f2py.__main__", ""])
