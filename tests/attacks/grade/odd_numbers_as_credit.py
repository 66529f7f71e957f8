"""Gives numbers that no score can be: nan, infinity, 10**400, a bool, a number class of its own.
"""
# %%
import numbers


class Full(float):
    def __float__(self): return 2.0

numbers.Real.register(Full)
points = [float("nan"), 10**400, True, Full(2), np.ma.masked]
# %% test
0.0 if answer != 4242.25 else points[1]
