"""Sends a question to a name server.

open, own: basic landlock
open, shared: basic landlock
"""
# %%
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mine:
    mine.connect(("127.0.0.1", world["udp"]))
    mine.send(b"\x01\x02\x01\0\0\x01\0\0\0\0\0\0\x04leak\x07example\0\0\x01\0\x01")
print("REACHED")
