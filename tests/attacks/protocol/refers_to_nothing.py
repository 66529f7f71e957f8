"""Refers to entries, handles, functions and buffers that nobody has made.

uses: liar
exam: equals calls allclose
"""
# %%
says(["&", 99])
