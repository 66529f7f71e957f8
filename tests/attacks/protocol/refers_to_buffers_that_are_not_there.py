"""Answers with an array whose buffer is not in the message.

uses: liar
exam: allclose equals
"""
# %%
says(["&", 2], [[2, ["a", "<f8", [3], "C", 7, True], 1]], [b"12345678" * 3])
