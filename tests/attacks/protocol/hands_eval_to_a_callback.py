"""Hands functions of libraries, by name, to a function of the test's that calls what it is given.

uses: liar
"""
# %%
def make(message, buffers):
    number, _, parts, like, state = message
    return [number, "callback", given("cb")[:1], packed(like, ["t", ["t", ["lib", "builtins", "eval"], "WANTED"], ["t"], ["t"]]), state], buffers

lie(make, ("call",))
f = lambda function: 1
# %% test
WANTED, found = 4242.25, []
f(lambda call, argument: found.append(call(argument)))
assert found == [WANTED]
