"""Mounts a file system.

open, own: none
open, shared: none
"""
# %%
if libc.mount(b"tmpfs", os.getcwd().encode(), b"tmpfs", 0, None) == 0:
    print("REACHED")
