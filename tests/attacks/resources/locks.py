"""Locks the files that others wait for.

open, own: basic
open, shared: basic
"""
# %%
import fcntl

with open(world["gradebook"]) as file:
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    print("REACHED")
