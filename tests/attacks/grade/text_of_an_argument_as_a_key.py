"""Returns what a hidden call gave it as text that the trusted side puts into its own errors.
"""
# %%
f = lambda x: f"told_{x}"
# %% test
wanted = {1: 2}
assert wanted[f(4242)] == 2
