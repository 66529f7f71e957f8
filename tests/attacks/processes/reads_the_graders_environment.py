"""Reads the environment of the process that grades.

open, own: none
open, shared: none
"""
# %%
if open(f"/proc/{world['grader']}/environ", "rb").read():
    print("REACHED")
