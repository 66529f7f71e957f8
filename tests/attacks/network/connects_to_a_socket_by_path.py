"""Connects to a Unix socket of the grader's by its path.

open, own: basic landlock
open, shared: basic landlock
"""
# %%
with socket.socket(socket.AF_UNIX) as mine:
    mine.connect(world["unix"])
print("REACHED")
