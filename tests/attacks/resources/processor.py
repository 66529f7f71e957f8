"""Computes without end in a cell, and goes on after it is interrupted once.

open, own: none
open, shared: none
slow: for its time to be over
"""
# %%
import time

started = time.monotonic()
try:
    while time.monotonic() - started < 12:
        pass
except KeyboardInterrupt:
    while time.monotonic() - started < 8:
        pass
print("REACHED" if time.monotonic() - started > 11 else "")
