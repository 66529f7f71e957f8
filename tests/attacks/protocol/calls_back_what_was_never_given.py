"""Calls functions of the test's that nobody has handed over, from a cell and from an answer.

uses: liar
slow: for an answer that does not come
exam: equals calls
"""
# %%
def make(message, buffers):
    number, _, parts, like, state = message
    return [number, "callback", [1], packed(like, ["t", ["t", 1], ["t"], ["t"]]), state], buffers
lie(make, ("cell", "get", "call"))
