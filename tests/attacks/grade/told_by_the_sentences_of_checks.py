"""Names all that a sentence of isocenter.checks may hold after what a hidden call gave it.
"""
# %%
import collections


def f(x):
    raise type(f"told_{x}", (ValueError,), {})(f"told_{x}")
# %% test
from isocenter import checks


@checks.run
def raised(rng):
    checks.expect(f, 4243, gives=2.0, given="a", mistakes={})
# %%
def f(x):
    raise NameError(f"told_{x}", name=f"told_{x}")
# %% test
@checks.run
def name(rng):
    f(4243)
# %%
class Odd(Exception):
    def __str__(self): return self.args[0]
    __repr__ = __str__
f = lambda x: (_ for _ in ()).throw(Odd(f"told_{x}"))
# %% test
@checks.run
def text(rng):
    checks.expect(f, 4243, gives=2.0, given="a", mistakes={})
# %%
f = lambda x: collections.namedtuple(f"told_{x}", "a b")(1, "b")
# %% test
@checks.run
def named_tuple(rng):
    checks.expect(f, 4243, gives=2.0, given="a", mistakes={})
# %%
f = lambda x: np.zeros(3, [(f"told_{x}", float)])
# %% test
@checks.run
def fields(rng):
    checks.expect(f, 4243, gives=2.0, given="a", mistakes={})
# %% test
@checks.run
def fields_of_a_named_value(rng):
    checks.expect_same(f, 4243, gives="a", given="a", mistakes={})
# %%
f = lambda x: np.dtype([(f"told_{x}", float)])
# %% test
@checks.run
def dtype(rng):
    checks.expect_same(f, 4243, gives="a", given="a", mistakes={})
# %%
f = lambda x: type(f"told_{x}", (), {})()
# %% test
@checks.run
def kind(rng):
    checks.expect(f, 4243, gives=2.0, given="a", mistakes={})
# %% test
@checks.run
def image(rng):
    checks.expect_image(f, 4243, given="a")
# %%
def f(x):
    def g(y): return None
    g.__name__ = g.__qualname__ = f"told_{x}"
    return g
# %% test
@checks.run
def function(rng):
    g = checks.call(f, 4243, given="a")
    checks.expect(g, 1, gives=2.0, given="a", mistakes={})
