"""Forks without end.

open, own: none
open, shared: none
"""
# %%
import time

for _ in range(300):
    if not os.fork():
        time.sleep(4)
        os._exit(0)
time.sleep(1)
print("REACHED")
