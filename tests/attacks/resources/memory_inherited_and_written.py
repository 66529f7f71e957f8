"""Hands memory down to processes that write into all of it, each a copy of its own.

open, own: none
open, shared: none
"""
# %%
import time

kept = bytearray(b"x") * 100_000_000
reading, writing = os.pipe()
for _ in range(8):
    if not os.fork():
        for start in range(0, len(kept), 4096):
            kept[start] = 1
        os.write(writing, b"!")
        time.sleep(60)
        os._exit(0)
for _ in range(8):
    os.read(reading, 1)
time.sleep(2)
print("REACHED")
