"""Listens on a TCP port of the machine.

open, own: basic
open, shared: basic
needs: 4
"""
# %%
with socket.socket() as mine:
    mine.bind(("127.0.0.1", 0))
    mine.listen()
print("REACHED")
