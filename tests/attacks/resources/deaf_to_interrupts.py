"""Waits without end, deaf to interrupts, in C code.

open, own: none
open, shared: none
slow: for its time to be over
"""
# %%
import signal
import time

signal.signal(signal.SIGINT, signal.SIG_IGN)
try:
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    libc.sleep(25)
finally:
    print("REACHED")
