"""Numbers an entry by a list, which no dict can hold.

uses: liar
exam: equals calls
"""
# %%
says(["&", [2]], [[[2], ["l", 1], 0]])
