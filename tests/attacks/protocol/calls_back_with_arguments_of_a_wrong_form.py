"""Calls the test's function with what are no arguments.

uses: liar
slow: for an answer that does not come
"""
# %%
def make(message, buffers):
    number, _, parts, like, state = message
    return [number, "callback", given("cb")[:1], packed(like, 5), state], buffers

lie(make, ("call",))
f = lambda function: 1
# %% test
assert f(lambda x: x) == 4242.25
# %% test
assert f(lambda x: x) == 4242.25
# %% or
def make(message, buffers):
    number, _, parts, like, state = message
    return [number, "callback", given("cb")[:1], packed(like, ["t", ["t"], ["t", 1], ["t", 2]]), state], buffers

lie(make, ("call",))
f = lambda function: 1
# %% test
assert f(lambda x: x) == 4242.25
