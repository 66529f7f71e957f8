"""Opens sockets to the kernel, to its packets and to a virtual machine's host.

open, own: basic landlock
open, shared: basic landlock
"""
# %%
for family, kind in ((socket.AF_NETLINK, socket.SOCK_RAW), (socket.AF_PACKET, socket.SOCK_RAW), (socket.AF_VSOCK, socket.SOCK_STREAM)):
    try:
        socket.socket(family, kind).close()
        print("REACHED")
    except OSError:
        pass
