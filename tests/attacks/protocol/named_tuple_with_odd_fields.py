"""Sends a named tuple whose fields take the place of a tuple's methods.

uses: liar
exam: equals allclose
"""
# %%
says(["nt", "Evil", ["count", "index"], [1, 2]])
