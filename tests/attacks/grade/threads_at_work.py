"""Leaves threads and tasks that change names, files and settings while the tests run.

exam: equals calls of_array printed credit
"""
# %%
import asyncio
import threading
import time


def change():
    end = time.monotonic() + 3
    while time.monotonic() < end:
        globals().update(answer=0.0, x=np.zeros(4), wanted=0, MARKER="")
        np.testing.assert_allclose = lambda *_, **__: None
        time.sleep(0.001)

for _ in range(3):
    threading.Thread(target=change, daemon=True).start()
async def turn():
    while True:
        await asyncio.sleep(0.001)
asyncio.get_event_loop().create_task(turn())
