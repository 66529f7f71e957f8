"""Takes the rights to the gradebook away from everybody else.

open, own: none
open, shared: basic landlock
"""
# %%
os.chmod(world["gradebook"], 0o600)
if os.stat(world["gradebook"]).st_mode & 0o777 == 0o600:
    print("REACHED")
