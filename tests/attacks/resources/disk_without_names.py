"""Fills the disk with files that have no names any more.

open, own: none
open, shared: none
"""
# %%
import time

kept = []
for number in range(12):
    kept.append(open("gone", "wb"))
    os.unlink("gone")
    kept[-1].write(b"x" * 10_000_000)
    kept[-1].flush()
time.sleep(2)
print("REACHED")
