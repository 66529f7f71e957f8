"""Forks first, so that its memory is counted once and found to be shared, and takes it after that.

open, own: none
open, shared: none
"""
# %%
import time

reading, writing = os.pipe()
for _ in range(12):
    if not os.fork():
        time.sleep(0.4)
        kept = b"x" * 60_000_000
        os.write(writing, b"!")
        time.sleep(60)
        os._exit(0)
for _ in range(12):
    os.read(reading, 1)
time.sleep(2)
print("REACHED")
