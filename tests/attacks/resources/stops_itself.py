"""Stops its own process.

open, own: none
open, shared: none
slow: for its time to be over
"""
# %%
import signal

os.kill(os.getpid(), signal.SIGSTOP)
