"""Sends a Philox generator whose place lies before its buffer, or behind it.

uses: liar
"""
# %%
def philox(place):
    state = {"counter": ["t", 0, 0, 0, 0], "key": ["t", 1, 2]}
    return {"bit_generator": "Philox", "state": state, "buffer": ["t", 0, 0, 0, 0],
            "buffer_pos": place, "has_uint32": 0, "uinteger": 0}


says(["&", 2], [[2, ["rg", philox(-100_000_000)], 0]])
# %% test
assert answer.random() < 0
# %% or
state = {"counter": ["t", 0, 0, 0, 0], "key": ["t", 1, 2]}
says(["&", 2], [[2, ["rg", {"bit_generator": "Philox", "state": state, "buffer": ["t", 0, 0, 0, 0],
                            "buffer_pos": 3_000_000, "has_uint32": 0, "uinteger": 0}], 0]])
# %% test
assert answer.random() < 0
