"""Leaves a file in /tmp for the next submission.

open, own: basic
open, shared: basic
"""
# %%
open(world["in_tmp"], "w").close()
