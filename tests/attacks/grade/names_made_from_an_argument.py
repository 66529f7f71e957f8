"""Names functions, named tuples and fields after what a hidden call gave it.
"""
# %%
import collections

makers = [
    lambda x: collections.namedtuple(f"told_{x:.0f}", "a")(1),
    lambda x: np.zeros(3, [(f"told_{x:.0f}", float)]),
    lambda x: type(f"told_{x:.0f}", (dict,), {})(),
    lambda x: type(f"told_{x:.0f}", (), {"__call__": lambda self: 1})(),
    lambda x: np.dtype([(f"told_{x:.0f}", float)]),
    lambda x: {f"told_{x:.0f}": 1},
]


def f(*zooms):
    return makers.pop()(zooms[0] * 1000)
# %% test
from isocenter import checks


@checks.run
def zooms(rng):
    checks.expect(f, 4.2, gives=np.eye(3), given="a", mistakes={})
# %% test
@checks.run
def zooms(rng):
    checks.expect(f, 4.2, gives=np.eye(3), given="a", mistakes={})
# %% test
@checks.run
def zooms(rng):
    checks.expect(f, 4.2, gives={"a": 1}, given="a", mistakes={})
# %% test
@checks.run
def zooms(rng):
    checks.expect(f, 4.2, gives=5.0, given="a", mistakes={})
# %% test
assert f(4.2) == {"a": 1}
# %% test
np.testing.assert_equal(f(4.2), {"a": 1})
