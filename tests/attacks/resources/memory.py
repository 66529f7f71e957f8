"""Takes memory without end.

open, own: none
open, shared: none
"""
# %%
import time

kept = [b"x" * 10_000_000 for _ in range(90)]
time.sleep(1)
print("REACHED")
