"""Raises its own limits.

open, own: none
open, shared: none
"""
# %%
import resource

for which in (resource.RLIMIT_CPU, resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_DATA):
    hard = resource.getrlimit(which)[1]
    try:
        resource.setrlimit(which, (hard + 1, hard + 1))
        print("REACHED")
    except (ValueError, OSError):
        pass
