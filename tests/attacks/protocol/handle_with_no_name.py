"""Sends a handle whose type has a name that is none.

uses: liar
exam: equals
"""
# %%
says(["h", 1, "object", "a b\n\ud800", None, None])
