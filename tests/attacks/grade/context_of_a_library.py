"""Answers with a context manager of the standard library that swallows assertions.

exam: context
"""
# %%
import contextlib

manage = lambda: contextlib.suppress(BaseException)
