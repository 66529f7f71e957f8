"""Sends a signal to the process that grades.

open, own: none
open, shared: basic
needs: 6
"""
# %%
os.kill(world["grader"], 0)
print("REACHED")
