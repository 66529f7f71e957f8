"""Sends nodes with tags that are none: numbers, lists, names of the engine's own.

uses: liar
exam: equals calls
"""
# %%
says([["t"]])
