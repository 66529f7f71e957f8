"""Answers with functions of the test's by number, of which there are none.

uses: liar
exam: constant calls
"""
# %%
says(["cb", 1])
