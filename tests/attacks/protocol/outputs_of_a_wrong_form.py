"""Says that a cell showed what no notebook can hold, and changes what tests have shown.

uses: liar
exam: credit equals
"""
# %% exam
# %%
def make(message, buffers):
    number, verdict, parts, *rest = message
    parts = [parts[0], [[place, 0, {"text/plain": "2.0"}, {}] for place in range(-3, 9)], *parts[2:]]
    return [number, verdict, parts, *rest], buffers
lie(make, ("cell",))
# %% or
def bad(message, buffers):
    number, verdict, parts, *rest = message
    return [number, verdict, [shown, [], *parts[2:]], *rest], buffers

shown = [{"output_type": "bogus", "x": "\ud800"}, 5]
lie(bad, ("cell",))
# %%
1
