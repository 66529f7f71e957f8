"""Names a class of its own after what a hidden call gave it, and lets it fail.
"""
# %%
def f(x):
    if x > 5000:
        raise type(f"told_{x}", (Exception,), {})("told 1")
    return type(f"told_{x}", (), {})()
# %% test
assert f(4242) == 1
# %% test
assert f(5151) == 1
