"""Reads the memory of the process that grades.

open, own: none
open, shared: none
"""
# %%
with open(f"/proc/{world['grader']}/mem", "rb"):
    print("REACHED")
