"""Prints without end, on both streams, by Python, by C and by a program.

open, own: none
open, shared: none
"""
# %%
import sys

for _ in range(40):
    print("x" * 1_000_000)
    print("y" * 1_000_000, file=sys.stderr)
subprocess.run(["bash", "-c", "head -c 15000000 /dev/zero"])
