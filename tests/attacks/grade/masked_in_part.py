"""Answers with an array that shows one right number and masks the wrong ones."""
# %%
values = np.ma.masked_array([1.5, 0, 0], [False, True, True])
# %% test
assert np.allclose(values, [1.5, 4242.25, 2])
# %% test
assert np.allclose([1.5, 4242.25, 2], values)
# %% test
assert np.isclose(values, [1.5, 4242.25, 2]).all()
# %% test
assert np.array_equal(values, [1.5, 4242.25, 2])
# %% test
assert np.array_equiv(values, [1.5, 4242.25, 2])
# %% test
np.testing.assert_allclose(values, [1.5, 4242.25, 2])
# %% test
np.testing.assert_array_equal([1.5, 4242.25, 2], values)
# %% test
np.testing.assert_array_almost_equal(values, [1.5, 4242.25, 2])
# %% test
from isocenter import checks


@checks.run
def numbers(rng):
    checks.close(values, [1.5, 4242.25, 2], "values", "nothing")
# %%
table = {"voxels": values}
# %% test
np.testing.assert_equal(table, {"voxels": np.array([1.5, 4242.25, 2])})
# %% test
np.testing.assert_equal([table["voxels"]], [np.array([1.5, 4242.25, 2])])
