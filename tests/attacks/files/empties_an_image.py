"""Empties an image of the instructor's, by its name and by opening it to be read.

open, own: none
open, shared: basic
needs: 3
"""
# %%
try:
    os.truncate(world["instructors"], 0)
except OSError:
    os.close(os.open(world["instructors"], os.O_RDONLY | os.O_TRUNC))
