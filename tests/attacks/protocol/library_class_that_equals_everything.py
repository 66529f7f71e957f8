"""Says that an answer is the class of the standard library whose objects equal everything.

uses: liar
exam: constant equals
"""
# %%
import unittest.mock

says(["lib", "unittest.mock", "_ANY"])
# %% or
says(["lib", "unittest.mock", "ANY"])
