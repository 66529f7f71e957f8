"""Says that the array that a test handed over holds objects, text or fields now.

uses: liar
exam: of_array part_kept
"""
# %%
def make(message, buffers):
    number, verdict, parts, like, *rest = message
    table = [[n, ["a", "O", [4], [1, 2, 3, 4]], 0] for n in given("&")[:1]]
    return [number, "ok", parts, packed(like, 1.0, table), *rest], []

lie(make, ("call",))
# %% or
def make(message, buffers):
    number, verdict, parts, like, *rest = message
    table = [[n, ["a", "<f4", [4], "C", 0, True], 1] for n in given("&")[:1]]
    return [number, "ok", parts, packed(like, 1.0, table), *rest], [b"\0" * 16]

lie(make, ("call",))
# %% or
def make(message, buffers):
    number, verdict, parts, like, *rest = message
    table = [[n, ["a", "<U2", [4], "C", 0, True], 1] for n in given("&")[:1]]
    return [number, "ok", parts, packed(like, 1.0, table), *rest], [b"\0" * 32]

lie(make, ("call",))
