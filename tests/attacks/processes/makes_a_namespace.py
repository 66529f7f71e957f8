"""Makes a user namespace, in which it is root.

open, own: basic landlock
open, shared: basic landlock
refused anyway: by machines that keep namespaces for root
"""
# %%
if not (child := os.fork()):
    os._exit(0 if libc.unshare(0x10000000) == 0 else 1)
if os.waitpid(child, 0)[1] == 0:
    print("REACHED")
