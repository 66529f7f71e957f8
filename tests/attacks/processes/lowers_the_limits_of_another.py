"""Changes the limits of another process.

open, own: none
open, shared: basic landlock
"""
# %%
import resource

limits = resource.prlimit(world["victim"], resource.RLIMIT_NOFILE)
resource.prlimit(world["victim"], resource.RLIMIT_NOFILE, limits)
print("REACHED")
