"""What libraries do otherwise in the process of the tests."""

import functools
import random
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from isocenter.engine import remote
from isocenter.engine.mirror import Mirror


def refuse_masked() -> None:
    """Let numpy.testing, in this process, take a masked number for no number.

    It passes over masked elements of either side, so that a fully masked array equals everything.
    """

    def strict(check: Callable) -> Callable:
        def compare(actual: Any, desired: Any, *args: Any, **kwargs: Any) -> Any:
            __tracebackhide__ = True
            masked = np.ma.getmaskarray(actual) if type(actual) is np.ma.MaskedArray else False
            if np.size(actual) == 0 and np.size(desired) > 0:
                raise AssertionError("there are no numbers")
            if np.any(masked) and not isinstance(desired, np.ma.MaskedArray):
                raise AssertionError("some of the numbers are masked")
            return check(actual, desired, *args, **kwargs)

        return functools.wraps(check)(compare)

    for name in (
        *("assert_allclose", "assert_almost_equal", "assert_approx_equal", "assert_equal"),
        *("assert_array_almost_equal", "assert_array_almost_equal_nulp", "assert_array_equal"),
        *("assert_array_less", "assert_array_max_ulp"),
    ):
        checked = strict(getattr(np.testing, name))
        # Where they call each other, they look in the module that defines them.
        for module in (np.testing, sys.modules[getattr(np.testing, name).__module__]):
            if hasattr(module, name):
                setattr(module, name, checked)


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
