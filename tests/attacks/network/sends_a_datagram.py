"""Sends a UDP datagram to the machine.

open, own: basic landlock
open, shared: basic landlock
"""
# %%
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mine:
    mine.sendto(b"answer", ("127.0.0.1", world["udp"]))
print("REACHED")
