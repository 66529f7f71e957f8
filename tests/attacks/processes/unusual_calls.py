"""Makes calls that no notebook needs: io_uring, bpf, userfaultfd, keys, perf.

open, own: basic landlock
open, shared: basic landlock
"""
# %%
numbers = {"keyctl": 250, "memfd": 319} if os.uname().machine == "x86_64" else {"keyctl": 219, "memfd": 279}
if libc.syscall(numbers["memfd"], b"hidden", 0) >= 0:
    print("REACHED")
libc.syscall(425, 4, ctypes.create_string_buffer(120))
