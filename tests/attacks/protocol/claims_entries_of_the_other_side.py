"""Makes entries under the numbers that the examiner will use.

uses: liar
exam: of_array allclose part_kept
"""
# %%
numbers = [1, 3, 5, 7, 9, 11]
says(["&", 1], [[n, ["a", "<f8", [4], "C", 0, True], 1] for n in numbers], [b"\0" * 32] * 6)
