"""Sends objects where nodes are wanted.

uses: liar
exam: equals calls
"""
# %%
says({"__class__": "float", "value": 4242.25})
