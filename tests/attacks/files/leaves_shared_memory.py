"""Leaves a piece of shared memory for the next submission.

open, own: basic
open, shared: basic
"""
# %%
open(world["in_memory"], "w").close()
