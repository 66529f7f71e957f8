"""Calls the test's function again and again, and never answers.

uses: liar
slow: for its time to be over
"""
# %%
def f(function):
    while True:
        function(1)
# %% test
assert f(lambda x: x) == 4242.25
# %% or
def make(message, buffers):
    number, _, parts, like, state = message
    return [number, "callback", given("cb")[:1], packed(like, ["t", ["t", 1], ["t"], ["t"]]), state], buffers

lie(make, ("call",))
f = lambda function: 1
# %% test
assert f(lambda x: x) == 4242.25
