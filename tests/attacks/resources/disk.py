"""Fills the disk with files.

open, own: none
open, shared: none
"""
# %%
import time

for number in range(12):
    with open(f"{number}", "wb") as file:
        file.write(b"x" * 10_000_000)
time.sleep(2)
print("REACHED")
