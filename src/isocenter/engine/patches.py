"""What libraries do otherwise in the process of the tests."""

import functools
import random
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from isocenter.engine import arrays, remote
from isocenter.engine.mirror import Mirror


def refuse_masked() -> None:
    """Let numpy's comparisons, in this process, take a masked number for no number.

    They pass over masked elements of either side, so that a masked array equals everything. What a
    test masks itself may be masked, and what asks for masks by its name, such as
    `numpy.ma.allclose`, goes on as it is.
    """
    for name in (
        *("assert_allclose", "assert_almost_equal", "assert_approx_equal", "assert_equal"),
        *("assert_array_almost_equal", "assert_array_almost_equal_nulp", "assert_array_equal"),
        *("assert_array_less", "assert_array_max_ulp"),
    ):
        checked = _asserting(getattr(np.testing, name))
        # Where they call each other, they look in the module that defines them.
        for module in (np.testing, sys.modules[getattr(np.testing, name).__module__]):
            if hasattr(module, name):
                setattr(module, name, checked)
    for name in ("allclose", "array_equal", "array_equiv"):
        setattr(np, name, _answering(getattr(np, name)))
    np.isclose = _each_answering(np.isclose)


def _has_masked(one: Any, other: Any) -> bool:
    """Whether one of two comes from an answer and is masked somewhere, the other nowhere at all."""
    masked = [array for array in (one, other) if type(array) is np.ma.MaskedArray]
    if len(masked) != 1 or arrays.CAME not in masked[0]._optinfo:
        return False
    return bool(np.any(np.ma.getmaskarray(masked[0])))


def _asserting(check: Callable) -> Callable:
    def compare(actual: Any, desired: Any, *args: Any, **kwargs: Any) -> Any:
        __tracebackhide__ = True
        if np.size(actual) == 0 and np.size(desired) > 0:
            raise AssertionError("there are no numbers")
        if _has_masked(actual, desired):
            raise AssertionError("some of the numbers are masked")
        return check(actual, desired, *args, **kwargs)

    return functools.wraps(check)(compare)


def _answering(check: Callable) -> Callable:
    def compare(one: Any, other: Any, *args: Any, **kwargs: Any) -> bool:
        if (np.size(one) == 0) is not (np.size(other) == 0):
            return False  # of no numbers, NumPy says that all are close to one
        return not _has_masked(one, other) and check(one, other, *args, **kwargs)

    return functools.wraps(check)(compare)


def _each_answering(check: Callable) -> Callable:
    def compare(one: Any, other: Any, *args: Any, **kwargs: Any) -> Any:
        found = check(one, other, *args, **kwargs)
        return found.filled(False) if _has_masked(one, other) else found

    return functools.wraps(check)(compare)


def watch_seeds(mirror: Mirror) -> None:
    """Let a test that seeds mean the answer that it calls, the same seed twice too."""

    def seeding(seed: Callable, part: str) -> Callable:
        def call(*args: Any, **kwargs: Any) -> Any:
            mirror.touch(part)
            return seed(*args, **kwargs)

        return functools.wraps(seed)(call)

    for module, part in ((np.random, "numpy.random"), (random, "random")):
        for name in ("seed", "set_state", "setstate"):
            if hasattr(module, name):
                setattr(module, name, seeding(getattr(module, name), part))


def patch_pyplot(examiner: remote.Asks) -> None:
    """Let pyplot, in this process, find the student's figures where the test has none."""
    plt = sys.modules.get("matplotlib.pyplot")
    if plt is None:
        return

    def finder(name: str) -> Callable[..., Any]:
        own = getattr(plt, name)

        def find(*args: Any, **kwargs: Any) -> Any:
            theirs = not plt._pylab_helpers.Gcf.figs and examiner.ask("figure", "get_fignums")
            return examiner.ask("figure", name, *args) if theirs else own(*args, **kwargs)

        return functools.wraps(own)(find)

    def close(figure: Any = None) -> None:
        if not isinstance(figure, remote.Remote):
            own_close(figure)
        if not isinstance(figure, plt.Figure) or isinstance(figure, remote.Remote):
            examiner.ask("figure", "close", figure)

    own_close = plt.close
    plt.close = functools.wraps(own_close)(close)
    for name in ("gcf", "gca", "get_fignums", "fignum_exists"):
        setattr(plt, name, finder(name))
