"""Sends a signal to every process that it may.

open, own: basic landlock
open, shared: basic landlock
"""
# %%
os.kill(-1, 0)
print("REACHED")
