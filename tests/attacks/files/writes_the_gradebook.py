"""Writes into the gradebook.

open, own: none
open, shared: basic
"""
# %%
with open(world["gradebook"], "w") as file:
    file.write("4242 points")
