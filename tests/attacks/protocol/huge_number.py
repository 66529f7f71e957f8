"""Sends an integer of a million digits.

uses: liar
exam: equals near ordered
"""
# %%
says(["i", "0x" + "f" * 1_000_000])
