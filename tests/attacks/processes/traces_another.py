"""Traces another process, and reads its memory by the kernel's own call.

open, own: none
open, shared: basic
refused anyway: by machines on which a process traces its children alone
"""
# %%
if libc.ptrace(16, world["victim"], 0, 0) == 0:
    print("REACHED")
    libc.ptrace(17, world["victim"], 0, 0)
