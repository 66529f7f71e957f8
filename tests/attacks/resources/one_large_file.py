"""Writes a file of a gigabyte, with a hole in it and without.

open, own: none
open, shared: none
"""
# %%
try:
    os.truncate(os.open("hole", os.O_CREAT | os.O_RDWR), 10**9)
    print("REACHED")
except OSError:
    pass
with open("large", "wb") as file:
    for _ in range(100):
        file.write(b"x" * 1_000_000)
print("REACHED")
