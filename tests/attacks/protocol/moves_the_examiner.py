"""Moves the examiner's working folder by number, by a link, to one that is not there.

uses: liar
exam: equals course
"""
# %%
import os

os.symlink("/proc/self", "link")
state(folder=os.getcwd() + "/link")
# %% or
state(folder=3)
# %% or
state(folder="/nowhere/at/all\0")
