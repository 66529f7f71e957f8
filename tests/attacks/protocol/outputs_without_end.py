"""Says that a cell showed a hundred megabytes, past the limit on outputs.

uses: liar
exam: equals credit
"""
# %%
def make(message, buffers):
    number, verdict, parts, *rest = message
    text = {"output_type": "stream", "name": "stdout", "text": "x" * 100_000_000}
    return [number, verdict, [[text], *parts[1:]], *rest], buffers
lie(make, ("cell",))
