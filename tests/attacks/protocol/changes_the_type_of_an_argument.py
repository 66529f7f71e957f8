"""Says that the array that a test handed over has become a list or a dict.

uses: liar
exam: of_array part_kept
"""
# %%
def make(message, buffers):
    number, verdict, parts, like, *rest = message
    table = [[n, ["d"], 0] for n in given("&")[:1]]
    return [number, "ok", parts, packed(like, 1.0, table), *rest], []

lie(make, ("call",))
