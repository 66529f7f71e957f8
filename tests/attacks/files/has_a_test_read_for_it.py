"""Leaves a symbolic link to a solution where a test reads a file, and shows what the test says.

open, own: basic
open, shared: basic
"""
# %%
os.symlink(world["solution"], "report.txt")


def look(text):
    if "instructor" in text:
        print("REACHED")
# %% visible
look(open("report.txt").read())
