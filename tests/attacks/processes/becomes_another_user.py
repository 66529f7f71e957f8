"""Becomes another user, and takes back capabilities.

open, own: none
open, shared: none
"""
# %%
for number in (0, world["grader"] and 1, 65534):
    try:
        os.setuid(number)
        if number != os.getuid():
            continue
        print("REACHED")
    except OSError:
        pass
