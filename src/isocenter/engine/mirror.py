"""The state of a process that both sides have alike: random numbers, filters, settings, folder.

A test that seeds NumPy's generator, silences a warning or sets a plot's defaults means the answer
that it calls, too; and an answer draws a picture with the settings of the test. Before each message
a side adds what has changed since the last one. The test's side does not take random numbers back.
"""

import _random
import ctypes
import functools
import os
import random
import re
import sys
import warnings
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

import numpy as np

from isocenter.engine.libraries import from_library, library_name

# What the tests' side takes of the student's state; not its random numbers: a test that draws
# would draw what student code has chosen.
STUDENTS_STATE = frozenset(("folder", "warnings", "matplotlib", "numpy.errors"))


_SIZE_OF_STATE = 4 * 624 + 4  # of MT19937: its words, and the place among them


class Part(NamedTuple):
    """One part of the state: a cheap look that tells whether it changed, and its plain data.

    Of data that is a dict, `write` takes a part too: what has changed is all that is sent.
    """

    look: Callable[[], Any]
    read: Callable[[], Any]
    write: Callable[[Any], Any]


class Mirror:
    """Watches and sets this process's side of the state.

    Parameters
    ----------
    takes : collection of str, optional
        The parts that the other side may set here; all, unless given.
    sends : collection of str, optional
        The parts that the other side takes; all, unless given.
    """

    def __init__(
        self, takes: Collection[str] | None = None, sends: Collection[str] | None = None
    ) -> None:
        self._all = _all_parts()
        self._takes = self._all.keys() if takes is None else takes
        self._parts = {n: part for n, part in self._all.items() if sends is None or n in sends}
        self._seen = {name: part.look() for name, part in self._parts.items()}
        self._known: dict[str, dict] = {}  # what both sides have, of parts whose data is a dict

    def changes(self) -> dict[str, Any]:
        """Return what has changed since it was last sent or set, as plain data."""
        changed = {}
        for name, part in self._parts.items():
            now = part.look()
            if now != self._seen[name]:
                self._seen[name], data = now, part.read()
                if isinstance(data, dict):
                    known, self._known[name] = self._known.get(name, {}), data
                    data = {key: item for key, item in data.items() if _differs(known, key, item)}
                if data or not isinstance(data, dict):
                    changed[name] = data
        return changed

    def touch(self, name: str) -> None:
        """Send a part next time even if it is what was sent last: a test has set it again."""
        self._seen[name] = None

    def apply(self, changes: Any) -> None:
        """Set what the other side has sent; what does not fit is left as it is."""
        for name, value in changes.items():
            if name not in self._takes:
                continue
            part = self._all[name]
            try:
                part.write(value)
            except Exception:  # whatever a library says of a value it is told: ours is sent anew
                self._seen[name] = None
                self._known.pop(name, None)
                continue
            if name in self._parts:
                self._seen[name] = part.look()
                if name in self._known:
                    self._known[name] |= value


def _differs(known: dict, key: Any, item: Any) -> bool:
    return key not in known or (known[key] is not item and known[key] != item)


def _folder() -> str:
    try:
        return os.getcwd()
    except FileNotFoundError:  # somebody deleted it
        return ""


class _NumpyLook:
    """Looks at the memory of NumPy's generator: to ask for its state takes fifty times as long."""

    def __init__(self) -> None:
        self._memory, self._state = b"", ()

    def __call__(self) -> tuple:
        """Return something that is equal as long as the state is."""
        bits = np.random.mtrand._rand._bit_generator
        if type(bits) is not np.random.MT19937:
            return (type(bits).__name__,)
        memory = ctypes.string_at(bits.ctypes.state_address, _SIZE_OF_STATE)
        # A second normal number, which came with the first, does not lie there.
        has_second = bool(self._state) and self._state[1]
        if memory != self._memory or has_second:
            self._memory, self._state = memory, (memory, *np.random.get_state()[3:])
        return self._state


def _look_at_random() -> tuple:
    """Look at the memory of `random`'s generator, which begins behind what every object has."""
    generator = random._inst
    start = id(generator) + object.__basicsize__
    memory = ctypes.string_at(start, _random.Random.__basicsize__ - object.__basicsize__)
    return memory, generator.gauss_next


def _read_numpy() -> list:
    if type(np.random.mtrand._rand._bit_generator) is not np.random.MT19937:
        return []
    name, keys, *rest = np.random.get_state()
    return [name, keys.tobytes().hex(), *map(float, rest)]


def _write_numpy(value: list) -> None:
    keys = np.frombuffer(bytes.fromhex(value[1]), np.uint32)
    np.random.set_state((value[0], keys, int(value[2]), int(value[3]), value[4]))


def _read_random() -> list:
    version, state, gauss = random.getstate()
    return [version, list(state), gauss]


def _write_random(value: list) -> None:
    random.setstate((value[0], tuple(value[1]), value[2]))


def _read_filters() -> list:
    return [
        [action, _pattern(text), library_name(category), _pattern(module), line]
        for action, text, category, module, line in warnings.filters
        if library_name(category)
    ]


def _pattern(compiled: Any) -> Any:
    return getattr(compiled, "pattern", compiled)


def _write_filters(value: list) -> None:
    filters = [
        (
            action,
            text if text is None else re.compile(text, re.IGNORECASE),
            from_library(*category),
            module if module is None else re.compile(module),
            line,
        )
        for action, text, category, module, line in value
    ]
    warnings.filters[:] = filters
    warnings._filters_mutated()  # what `filterwarnings` calls; without it old answers are kept


def _look_at_settings() -> tuple:
    matplotlib = sys.modules.get("matplotlib")
    return () if matplotlib is None else tuple(dict.values(matplotlib.rcParams))


def _read_settings() -> dict[str, Any]:
    """Return matplotlib's settings as far as they are plain data, where it has been imported."""
    matplotlib = sys.modules.get("matplotlib")
    if matplotlib is None:
        return {}
    return {
        name: value
        for name, value in dict.items(matplotlib.rcParams)
        if _is_mirrored(name) and _is_plain(value)
    }


# What a figure looks like; not settings that name functions, programs or folders.
_LOOKS = tuple(
    f"{group}."
    for group in (
        *("axes", "axes3d", "boxplot", "contour", "date", "errorbar", "figure", "font", "grid"),
        *("hatch", "hist", "image", "legend", "lines", "markers", "mathtext", "patch"),
        *("pcolor", "pcolormesh", "polaraxes", "scatter", "text", "xaxis", "xtick", "yaxis"),
        *("ytick",),
    )
)
_NOT_LOOKS = ("figure.hooks", "text.latex", "text.usetex", "text.parse_math")


@functools.cache
def _is_mirrored(name: str) -> bool:
    return name.startswith(_LOOKS) and not name.startswith(_NOT_LOOKS)


def _is_plain(value: Any) -> bool:
    if type(value) is list:
        return all(type(item) in (str, int, float, bool, type(None)) for item in value)
    return type(value) in (str, int, float, bool, type(None))


def _write_settings(value: dict[str, Any]) -> None:
    matplotlib = sys.modules.get("matplotlib")
    if matplotlib is None:
        import matplotlib
    for name, setting in value.items():
        known = name in matplotlib.rcParams and _is_mirrored(name)
        if known and matplotlib.rcParams[name] != setting:
            matplotlib.rcParams[name] = setting


def _all_parts() -> dict[str, Part]:
    return {
        "folder": Part(_folder, _folder, os.chdir),
        "numpy.random": Part(_NumpyLook(), _read_numpy, _write_numpy),
        "random": Part(_look_at_random, _read_random, _write_random),
        "warnings": Part(lambda: warnings.filters[:], _read_filters, _write_filters),
        "matplotlib": Part(_look_at_settings, _read_settings, _write_settings),
        "numpy.errors": Part(np.geterr, np.geterr, lambda value: np.seterr(**value)),
    }
