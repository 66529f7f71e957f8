"""Says that the array that a test handed over is larger, so that views of it dangle.

uses: liar
exam: part_kept of_array
"""
# %%
def make(message, buffers):
    number, verdict, parts, like, *rest = message
    table = [[n, ["a", "<f8", [2_000_000], "C", 0, True], 1] for n in given("&")[:1]]
    return [number, "ok", parts, packed(like, 1.0, table), *rest], [b"\0" * 16_000_000]

lie(make, ("call",))
