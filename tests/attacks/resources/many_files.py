"""Makes more files than a disk has room for names.

open, own: none
open, shared: none
"""
# %%
import time

for number in range(5_000):
    open(f"{number}", "w").close()
time.sleep(1)
print("REACHED")
