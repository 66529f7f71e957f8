"""Reads what another student has handed in.

open, own: basic
open, shared: basic
"""
# %%
if open(world["another"]).read():
    print("REACHED")
