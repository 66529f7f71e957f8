"""Connects to a TCP port of the machine.

open, own: basic
open, shared: basic
needs: 4
"""
# %%
with socket.socket() as mine:
    mine.settimeout(2)
    mine.connect(("127.0.0.1", world["tcp"]))
print("REACHED")
