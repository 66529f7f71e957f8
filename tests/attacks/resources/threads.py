"""Starts threads without end.

open, own: none
open, shared: none
"""
# %%
import threading
import time

for _ in range(300):
    threading.Thread(target=time.sleep, args=(4,), daemon=True).start()
time.sleep(1)
print("REACHED")
