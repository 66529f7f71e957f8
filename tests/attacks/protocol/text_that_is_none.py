"""Sends text with lone surrogates, in errors, names, keys and outputs.

uses: liar
exam: equals table calls
"""
# %%
says(["x", ["lib", "builtins", "ValueError"], ["\ud800"]], verdict="raised")
# %% or
def make(message, buffers):
    number, verdict, parts, *rest = message
    shown = [{"output_type": "error", "ename": "\ud800", "evalue": "\udfff", "traceback": ["\ud800"]}]
    return [number, verdict, [shown, [], *parts[2:]], *rest], buffers
lie(make, ("cell",))
# %%
1
