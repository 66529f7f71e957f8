"""Values of a student's own class that are dicts, lists, numbers or texts all the same.

A class such as ``class Facts(dict)`` or an ``IntEnum`` says how a value prints or what else it can
do, and the value is what its base says that it is. So its twin on the tests' side is of a class of
that name made there, holds the content as the base has it, and all that a test asks of a dict or a
number is answered there; what is the class's own is asked of the student's side. A class that says
itself what its items are, or what it equals, has no twin: it crosses as a handle.
"""

import enum
import functools
from collections.abc import Callable, Iterable
from typing import Any

from isocenter.engine.remote import TWIN_OF, keep_twin, stand_in_of, twin_of
from isocenter.engine.values import Kind, Reader, Writer
from isocenter.engine.wire import ProtocolError

CHANGING, FIXED = (dict, list, set), (int, float, str, tuple)
# What a class may say of its own without being asked what its content is.
_HARMLESS = frozenset(
    f"__{name}__"
    for name in (
        *("module", "qualname", "doc", "dict", "weakref", "slots", "annotations", "init", "new"),
        *("str", "repr", "format", "reduce", "reduce_ex", "getnewargs", "copy", "deepcopy", "dir"),
        *("sizeof", "init_subclass", "class_getitem", "orig_bases", "parameters", "match_args"),
        *("getattr", "setattr", "delattr", "getstate", "setstate"),
    )
)
_OF_ENUMS = (enum.Enum, getattr(enum, "ReprEnum", enum.Enum), enum.IntEnum, enum.IntFlag, enum.Flag)


@functools.lru_cache(maxsize=1000)
def base_of(kind: type) -> type | None:
    """Return the plain type that a class of a student's is, None where it is more than that."""
    base = next((one for one in kind.__mro__ if one in CHANGING + FIXED), None)
    if base is None or kind is base:
        return None
    for one in kind.__mro__:
        if one in (base, object) or one in _OF_ENUMS or one.__name__ == "StrEnum":
            continue
        if one.__module__ in ("builtins", "collections", "typing", "numpy"):
            return None  # bool, Counter, float64
        for name in vars(one):
            special = name.startswith("__") and name.endswith("__") and name not in _HARMLESS
            if special or hasattr(base, name) and name not in _HARMLESS:
                return None
    return base


def kinds(
    base_kind: Callable[[type], Kind],
    handle: Callable[[Any, Writer], list],
    resolve: Callable[[list, Reader], Any],
) -> Iterable[Kind]:
    """Yield how such values are written and read, one kind for each base.

    Parameters
    ----------
    base_kind : function of a type that returns its kind
    handle : function of (object, Writer) that returns the node of its handle
    resolve : function of such a node, and a reader
        Returns what stands for the object on the side that reads.
    """
    for base in (*CHANGING, *FIXED):
        yield _kind(base, base_kind(base) if base is not str else None, handle, resolve)


def base_of_twin(value: Any) -> type | None:
    """Return the plain type of a twin, None for all else."""
    return None if stand_in_of(value) is None else type(value).__bases__[0]


def _kind(base: type, plain: Kind | None, handle: Callable, resolve: Callable) -> Kind:
    changing = base in CHANGING

    def write(value: Any, writer: Writer) -> list:
        content = _content(base, value)
        inner = plain.write(content, writer) if changing else [writer.node(content)]
        return [handle(value, writer), *inner]

    def read(parts: list, reader: Reader) -> Any:
        own = resolve(parts[0], reader)
        if issubclass(type(own), base):  # back where it came from
            return own
        kind = twin_class(type(own).__name__, base)
        twin = kind() if changing else kind(_checked(base, reader.value(parts[1])))
        before = twin_of(own)
        if not changing and type(before) is kind and base.__eq__(before, twin) is True:
            return before  # the members of an enumeration are asked whether they are the same
        vars(twin)[TWIN_OF] = own
        keep_twin(own, twin)
        return twin

    def fill(value: Any, parts: list, reader: Reader) -> None:
        plain.fill(value, parts[1:], reader)

    return Kind(f"of.{base.__name__}", write, read, fill if changing else None, changing)


def _content(base: type, value: Any) -> Any:
    """Return the content as the base has it, whatever the class says."""
    if base is dict:
        return dict(dict.items(value))
    if base is str:
        return str.__str__(value)
    if base is int:
        return int.__int__(value)
    return float.__float__(value) if base is float else base(base.__iter__(value))


def plain(twin: Any) -> Any:
    """Return a twin's content as its plain type has it."""
    return _content(type(twin).__bases__[0], twin)


def _checked(base: type, content: Any) -> Any:
    if type(content) is not base:
        raise ProtocolError(f"that is no {base.__name__}")
    return content


@functools.lru_cache(maxsize=1000)
def twin_class(name: str, base: type) -> type:
    """Return the tests' side's own class of a name; what it lacks is asked of the student's."""

    def lookup(self: Any, name: str) -> Any:
        own = vars(self).get(TWIN_OF)
        if own is None:
            raise AttributeError(name)
        return getattr(own, name)

    def text(self: Any) -> str:
        return str(vars(self)[TWIN_OF])

    def shown(self: Any) -> str:
        return repr(vars(self)[TWIN_OF])

    return type(name, (base,), {"__getattr__": lookup, "__str__": text, "__repr__": shown})
