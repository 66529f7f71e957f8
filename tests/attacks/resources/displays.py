"""Displays pictures without end.

open, own: none
open, shared: none
"""
# %%
for _ in range(40):
    display({"text/html": "x" * 1_000_000}, raw=True)
