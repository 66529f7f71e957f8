"""Writes into the gradebook through a symbolic link in its folder.

open, own: none
open, shared: basic
"""
# %%
os.symlink(world["gradebook"], "link")
with open("link", "w") as file:
    file.write("4242 points")
