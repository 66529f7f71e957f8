"""Answers with `os.fork`, so that the test itself is there twice.

exam: constant truth pipeline
"""
# %%
import os

f = encode = os.fork
