"""Searches all the memory of its own process for a hidden test.

exam: equals calls allclose
"""
# %%
pass
# %% exam
# %%
import re

wanted = re.compile(b"marker-of-a-hidden[-]test")
with open("/proc/self/mem", "rb") as memory, open("/proc/self/maps") as maps:
    for line in maps:
        place, rights, *_ = line.split()
        low, high = (int(part, 16) for part in place.split("-"))
        if not rights.startswith("rw") or high - low > 300_000_000:
            continue
        try:
            memory.seek(low)
            if wanted.search(memory.read(high - low)):
                print("REACHED", line)
        except (OSError, ValueError, OverflowError):
            pass
