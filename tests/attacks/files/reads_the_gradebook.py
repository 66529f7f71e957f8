"""Reads the gradebook.

open, own: basic
open, shared: basic
"""
# %%
if open(world["gradebook"]).read():
    print("REACHED")
