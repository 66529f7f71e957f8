"""Leaves a pipe where a test reads a file, and waits.

open, own: none
open, shared: none
slow: for its time to be over
"""
# %%
os.mkfifo("report.txt")
# %% test
assert open("report.txt").read() == "4242"
