"""Gives its socket to a child that answers, and sleeps itself.

uses: liar
exam: calls equals credit
"""
# %%
import time

if _os.fork():
    time.sleep(1)
