"""Leaves a daemon: forked twice, in a session of its own, deaf to signals.

open, own: none
open, shared: none
"""
# %%
import signal
import time

if not os.fork():
    os.setsid()
    if not os.fork():
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
        time.sleep(60)
    os._exit(0)
os.wait()
