"""Makes a device for the machine's disk.

open, own: none
open, shared: none
"""
# %%
os.mknod("disk", 0o60666, os.makedev(8, 0))
open("disk", "rb").read(1)
print("REACHED")
