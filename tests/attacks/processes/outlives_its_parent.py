"""Undoes that it dies with its parent.

open, own: basic landlock
open, shared: basic landlock
"""
# %%
if libc.prctl(1, 0, 0, 0, 0) == 0:
    print("REACHED")
