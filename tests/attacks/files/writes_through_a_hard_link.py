"""Makes a hard link to an image of the instructor's, and writes through it.

open, own: none
open, shared: basic
"""
# %%
os.link(world["instructors"], "hard")
with open("hard", "w") as file:
    file.write("changed")
