"""What a grade cell holds of the student's: functions, objects and figures, each a stand-in.

A stand-in forwards calls, attributes, items, iteration and arithmetic, and gives back values. It
never lets student code answer for the test: compared with the test's own data, searched for it,
asked whether it is true or made into an array, it refuses, naming its type.
"""

import functools
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from isocenter.engine.libraries import from_library
from isocenter.engine.wire import ProtocolError

# What a figure and what is drawn in it may be asked, besides names that begin with get_ or is_.
SHOWN = frozenset(
    (
        *(
            "axes",
            "axis",
            "axison",
            "artists",
            "bounds",
            "cbar",
            "collections",
            "colorbar",
            "containers",
        ),
        *("dpi", "extents", "figure", "height", "images", "intervalx", "intervaly", "legend_"),
        *("legendHandles", "legend_handles", "lines", "name", "number", "origin", "patch"),
        *("patches", "size", "spines", "stale", "subplots", "suptitle", "tables", "texts", "title"),
        *("to_rgba", "norm", "cmap", "vmin", "vmax", "width", "x0", "x1", "xaxis", "xmax", "xmin"),
        *("y0", "y1", "yaxis", "ymax", "ymin", "zaxis", "contains_point", "has_data", "savefig"),
        *(
            "codes",
            "vertices",
            "transFigure",
            "transData",
            "transAxes",
            "transform",
            "inverted",
            "levels",
        ),
        *("offsetText", "label", "label1", "label2", "tick1line", "tick2line", "gridline"),
    )
)
# Attributes with two underscores that are a fact about the student's object, and no more.
_TOLD = frozenset(("__name__", "__qualname__", "__doc__", "__defaults__", "__kwdefaults__"))


# Operators whose result with the test's own data may be used, as long as it is an object again.
MAKING = ("add", "mul", "matmul", "iadd", "imul")

TWIN_OF = "__student__"  # where a twin keeps its stand-in


class Refused(TypeError):
    """A test asked of a student's object what student code may not answer."""


class Asks(Protocol):
    """What a stand-in needs of the examiner."""

    raised: list[BaseException]

    def ask(self, operation: str, *args: Any, **kwargs: Any) -> Any:
        """Put a question and return the answer, by value, or raise what was raised."""


class Remote:
    """A stand-in for an object of the student's."""

    __slots__ = ("__weakref__", "_examiner", "_told", "_number", "_pretends", "_title", "_twin")
    __array_ufunc__ = None  # NumPy's operators leave the work to the other operand
    __hash__ = object.__hash__

    def __init__(self, examiner: Asks, number: int, title: str, pretends: type | None) -> None:
        object.__setattr__(self, "_examiner", examiner)
        object.__setattr__(self, "_number", number)
        object.__setattr__(self, "_told", False)
        object.__setattr__(self, "_title", title)
        object.__setattr__(self, "_pretends", pretends)
        object.__setattr__(self, "_twin", None)

    @property
    def __class__(self) -> type:
        """The library's class that a figure or what is drawn in it belongs to, else the own one."""
        return self._pretends or type(self)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name not in _TOLD:
            raise AttributeError(f"{name} of a student's {type(self).__name__} is not looked at")
        return self._examiner.ask("getattr", self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._examiner.ask("setattr", self, name, value)

    def __delattr__(self, name: str) -> None:
        self._examiner.ask("delattr", self, name)

    def __bool__(self) -> bool:
        raise Refused(f"a student's {type(self).__name__} is neither true nor false to a test")

    def __contains__(self, item: Any) -> bool:
        if not isinstance(item, Remote):
            raise Refused(f"a student's {type(self).__name__} cannot be searched by a test")
        return self._examiner.ask("contains", self, item)

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise Refused(f"a student's {type(self).__name__} is not an array")

    def __iter__(self) -> Iterator[Any]:
        iterator = self._examiner.ask("iter", self)
        return iterator if iterator is self else _Iteration(iterator)

    def __next__(self) -> Any:
        return self._examiner.ask("next", self)

    def __copy__(self) -> Any:
        return self._examiner.ask("copy", self)

    def __deepcopy__(self, _: Any) -> Any:
        return self._examiner.ask("deepcopy", self)

    def __reduce_ex__(self, _: Any) -> Any:
        raise Refused(f"a test cannot pickle a student's {type(self).__name__}")

    def __len__(self) -> int:
        return self._examiner.ask("len", self)

    def __dir__(self) -> list[str]:
        return self._examiner.ask("dir", self)

    def __format__(self, spec: str) -> str:
        return self._examiner.ask("format", self, spec)

    def __instancecheck__(self, instance: Any) -> bool:
        own = isinstance(instance, Remote) or stand_in_of(instance) is not None
        return own and self._examiner.ask("isinstance", instance, self) is True

    def __subclasscheck__(self, subclass: Any) -> bool:
        return (
            isinstance(subclass, Remote)
            and self._examiner.ask("issubclass", subclass, self) is True
        )

    def __enter__(self) -> Any:
        return self._examiner.ask("enter", self)

    def __exit__(self, kind: Any, error: Any, _: Any) -> bool:
        # It may keep back what student code raised itself, never what the test says.
        own = error is not None and any(error is one for one in self._examiner.raised)
        kept = self._examiner.ask("exit", self, *((kind, error) if own else (None, None)), None)
        return own and kept is True


class RemoteCallable(Remote):
    """A stand-in for a function, a class, or another object that can be called."""

    __slots__ = ()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        __tracebackhide__ = True
        return self._examiner.ask("call", self, *args, **kwargs)

    def __bool__(self) -> bool:
        return True

    @property
    def __name__(self) -> str:
        return self._title

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        return self if instance is None else functools.partial(self, instance)


class RemoteFigure(Remote):
    """A stand-in for a figure, for Axes, or for what is drawn in them: it can be looked at."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if not (name.startswith(("get_", "is_")) or name in SHOWN or name in _TOLD):
            raise AttributeError(
                f"{name} of a {self._title} is not among what a test may look at in a figure"
            )
        return self._examiner.ask("getattr", self, name)

    def __bool__(self) -> bool:
        return True


class _Iteration:
    """A student's iterator, stepped through by the test."""

    def __init__(self, iterator: Any) -> None:
        self._iterator = iterator

    def __iter__(self) -> Any:
        return self

    def __next__(self) -> Any:
        return next(self._iterator)


def _forward(operation: str) -> Callable:
    def method(self: Remote, *others: Any) -> Any:
        __tracebackhide__ = True
        return self._examiner.ask(operation, self, *others)

    return method


def _number(operation: str) -> Callable:
    """Return a method that makes a number of an object; not of one made from the test's data."""

    def method(self: Remote, *others: Any) -> Any:
        __tracebackhide__ = True
        if self._told:
            raise Refused("a test cannot make a number of what student code made of its data")
        return self._examiner.ask(operation, self, *others)

    return method


def _arithmetic(operation: str, reflected: bool) -> Callable:
    """Return an operator. With the test's own data it may only make another such object.

    A difference, a quotient or a remainder that student code makes can say that two things are
    equal; a number that it makes of a number of the test's can, too.
    """

    def method(self: Remote, other: Any) -> Any:
        __tracebackhide__ = True
        pair = (other, self) if reflected else (self, other)
        if isinstance(other, Remote):
            return self._examiner.ask(operation, *pair)
        if operation not in MAKING:
            kinds = f"a student's {type(self).__name__} and {type(other).__name__}"
            raise Refused(f"a test cannot take {operation} of {kinds}: student code would answer")
        result = self._examiner.ask(operation, *pair)
        if not isinstance(result, Remote):
            raise Refused(f"{operation} of a student's object gave {type(result).__name__}")
        object.__setattr__(result, "_told", True)
        return result

    return method


def _between_students(operation: str) -> Callable:
    def method(self: Remote, other: Any) -> Any:
        __tracebackhide__ = True
        if not isinstance(other, Remote):
            kinds = f"a student's {type(self).__name__} with {type(other).__name__}"
            raise Refused(f"a test cannot compare {kinds}: student code would answer")
        return self._examiner.ask(operation, self, other)

    return method


for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul"):
    setattr(Remote, f"__{_name}__", _arithmetic(_name, reflected=False))
    setattr(Remote, f"__r{_name}__", _arithmetic(_name, reflected=True))
for _name in ("and_", "or_", "xor", "lshift", "rshift"):
    setattr(Remote, f"__{_name.strip('_')}__", _arithmetic(_name, reflected=False))
    setattr(Remote, f"__r{_name.strip('_')}__", _arithmetic(_name, reflected=True))
for _name in ("iadd", "isub", "imul", "itruediv"):
    setattr(Remote, f"__{_name}__", _arithmetic(_name, reflected=False))
for _name in ("abs", "round", "int", "float", "complex", "index"):
    setattr(Remote, f"__{_name}__", _number(_name))
for _name in ("neg", "pos", "invert", "getitem", "setitem", "delitem", "str", "repr"):
    setattr(Remote, f"__{_name}__", _forward(_name))
for _name in ("eq", "ne", "lt", "le", "gt", "ge"):
    setattr(Remote, f"__{_name}__", _between_students(_name))
del _name


def stand_in(examiner: Asks, node: list) -> Remote:
    """Return a stand-in for the object that a node describes.

    Parameters
    ----------
    examiner : Examiner
        Puts questions to the student's side.
    node : list
        ``["h", number, sort, name of its type, [module, class] or None, its own name or None]``.

    Raises
    ------
    ProtocolError
    """
    _, number, sort, kind, family, name = node
    if type(number) is not int or type(kind) is not str or not kind.isidentifier():
        raise ProtocolError("that is no handle")
    base = RemoteCallable if sort in ("class", "function", "callable") else Remote
    pretends = None
    if family is not None:
        pretends = from_library(*family)
        if not family[0].startswith("matplotlib.") or not isinstance(pretends, type):
            raise ProtocolError("that is nothing of matplotlib's")
        if sort == "object":
            base = RemoteFigure
    elif sort == "class":
        pretends = type
    title = name if type(name) is str and sort in ("class", "function") else kind
    return _titled(base, kind)(examiner, number, title, pretends)


def stand_in_of(twin: Any) -> Remote | None:
    """Return the stand-in for the object whose twin a value is; None where it is no twin."""
    fields = getattr(twin, "__dict__", None)
    return fields.get(TWIN_OF) if type(fields) is dict else None


def twin_of(thing: Remote) -> Any:
    """Return the twin that stands beside a stand-in, if there is one."""
    return object.__getattribute__(thing, "_twin")


def keep_twin(thing: Remote, twin: Any) -> None:
    """Keep a twin, so that the same object has the same one."""
    object.__setattr__(thing, "_twin", twin)


def number_of(thing: Remote) -> int:
    """Return the number of a stand-in's object."""
    return object.__getattribute__(thing, "_number")


def name_of(thing: Remote) -> str:
    """Return the name of a stand-in's object, without asking for it."""
    return object.__getattribute__(thing, "_title")


@functools.lru_cache(maxsize=1000)
def _titled(base: type[Remote], name: str) -> type[Remote]:
    """Return a class of that name, so that a message names the type that came."""
    return type(name, (base,), {"__slots__": ()})
