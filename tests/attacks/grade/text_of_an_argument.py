"""Puts what a hidden call gave it into what it prints, shows, warns of, raises and returns.
"""
# %%
import warnings


def f(x):
    print("told", x)
    display(f"told {x}")
    warnings.warn(f"told {x}")
    raise ValueError(f"told {x}")
# %% test
assert f(4242) == 1
