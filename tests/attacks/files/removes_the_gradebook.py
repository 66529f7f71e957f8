"""Removes the gradebook, or puts another file in its place.

open, own: none
open, shared: basic
"""
# %%
with open("other", "w") as file:
    file.write("4242 points")
os.replace("other", world["gradebook"])
