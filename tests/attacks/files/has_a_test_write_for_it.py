"""Leaves a symbolic link to the gradebook where a test writes a file.

open, own: none
open, shared: basic
"""
# %%
os.symlink(world["gradebook"], "report.txt")
# %% test
with open("report.txt", "w") as file:
    file.write("4242 points")
assert answer == 4242.25
