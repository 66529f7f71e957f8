"""Says that a cell's number is text, its error a list of lists, its updates of cells to come.

uses: liar
exam: credit equals
"""
# %%
def make(message, buffers):
    number, verdict, parts, *rest = message
    return [number, verdict, [parts[0], updates, count, error], *rest], buffers

updates, count, error = [[99, 99, {}, {}], [-99, 0, {}, {}]], 10**300, [["a"], {}]
lie(make, ("cell",))
# %%
1
