"""Takes memory in many small processes.

open, own: none
open, shared: none
"""
# %%
import time

reading, writing = os.pipe()
for _ in range(8):
    if not os.fork():
        kept = b"x" * 100_000_000
        os.write(writing, b"!")
        time.sleep(60)
        os._exit(0)
for _ in range(8):
    os.read(reading, 1)
time.sleep(2)
print("REACHED")
