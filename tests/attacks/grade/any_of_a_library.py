"""Answers with a class of the standard library whose instances equal everything.

exam: constant
"""
# %%
import unittest.mock

f = type(unittest.mock.ANY)
