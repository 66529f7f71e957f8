"""Connects to a Unix socket of the grader's that has no path.

open, own: basic
open, shared: basic
needs: 6
"""
# %%
with socket.socket(socket.AF_UNIX) as mine:
    mine.connect("\0" + world["abstract"])
print("REACHED")
