"""Takes memory in many small processes.

open, own: none
open, shared: none
"""
# %%
import time

for _ in range(8):
    if not os.fork():
        kept = b"x" * 100_000_000
        time.sleep(3)
        os._exit(0)
time.sleep(2)
print("REACHED")
