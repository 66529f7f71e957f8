"""Reads a solution in the course's folder.

open, own: basic
open, shared: basic
"""
# %%
if open(world["solution"]).read():
    print("REACHED")
