"""Makes a piece of System V memory, which outlives a run.

open, own: basic landlock
open, shared: basic landlock
"""
# %%
number = libc.shmget(0, 4096, 0o1600)
if number >= 0:
    print("REACHED")
    libc.shmctl(number, 0, None)
