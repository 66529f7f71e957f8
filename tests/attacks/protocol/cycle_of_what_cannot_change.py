"""Sends an array that is made from a picture that is made from the array.

uses: liar
exam: equals
"""
# %%
says(["&", 2], [[2, ["rs", ["t", ["&", 4]]], 0], [4, ["rs", ["t", ["&", 2]]], 0]])
