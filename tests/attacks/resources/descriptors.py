"""Opens files without end.

open, own: none
open, shared: none
"""
# %%
kept = [os.open("/dev/null", os.O_RDONLY) for _ in range(2_000)]
print("REACHED")
