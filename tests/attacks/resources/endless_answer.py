"""Gives a test numbers without end: an iterator, a length, a range.

exam: elements array_equal
open, own: none
open, shared: none
slow: for its time to be over
"""
# %%
class Endless:
    def __len__(self): return 10**12
    def __iter__(self): return self
    def __next__(self): return 1.5

values = Endless()
# %% exam
