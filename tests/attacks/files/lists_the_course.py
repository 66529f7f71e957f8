"""Lists the course's folder.

open, own: basic
open, shared: basic
"""
# %%
if os.listdir(world["course"]):
    print("REACHED")
