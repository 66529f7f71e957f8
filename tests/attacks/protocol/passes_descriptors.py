"""Sends descriptors of its own along with an answer, hundreds of them.

uses: liar
exam: calls equals credit
"""
# %%
import socket

with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0, fileno=_os.dup(own_socket())) as mine:
    for _ in range(3):
        try:
            socket.send_fds(mine, [b""], [0] * 200)
        except OSError:
            pass
