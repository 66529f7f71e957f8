"""Sends named tuples whose name and fields are code.

uses: liar
exam: equals
"""
# %%
says(["nt", "a(__import__('os')._exit(0))", ["b"], [1]])
