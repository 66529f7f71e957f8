"""Says that a call printed to streams that are none: modules, exit, __stdout__.

uses: liar
"""
# %%
def make(message, buffers):
    number, verdict, parts, *rest = message
    said = [{"output_type": "stream", "name": name, "text": "told 4242"} for name in names]
    return [number, verdict, [said, *parts[1:]], *rest], buffers

names = ["__stdout__", "__stderr__"]
lie(make)
# %% test
assert f(4242) == 1
# %% or
def make(message, buffers):
    number, verdict, parts, *rest = message
    said = [{"output_type": "stream", "name": "exit", "text": "told 4242"}]
    return [number, verdict, [said, *parts[1:]], *rest], buffers

lie(make)
# %% test
assert f(4242) == 1
