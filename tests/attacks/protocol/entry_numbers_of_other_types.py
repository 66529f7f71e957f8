"""Numbers entries by text, fractions, truth, nothing and lists.

uses: liar
exam: equals calls
"""
# %%
says(["&", 2.0], [[2.0, ["l", 1], 0]])
