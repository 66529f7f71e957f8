"""What crosses the boundary by value, written down as plain data: to the bit, exact types only.

A value is a node, which is JSON: None, bool, str, small int and finite float stand for themselves,
everything else is a list that begins with a tag. What can be changed in place (list, dict, set,
array, image) is an entry of the ledger: a node only refers to it, ``["&", 7]``, and its content
travels beside the message, once, and again when it has changed. So aliases stay aliases, cycles are
nothing special, and an argument that a function changes comes back changed.

A subclass that somebody wrote is not its base: it crosses as a handle, as do functions, classes and
all other objects. Both sides are trusted with nothing but the bytes of a message.
"""

import collections
import datetime
import decimal
import fractions
import io
import math
import pathlib
import struct
import sys
import types
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from isocenter.engine.wire import DEEPEST, ProtocolError

Node = Any
Buffers = list[Any]
# Libraries that are the same on both sides: their modules, functions and classes cross by name.
LIBRARIES = frozenset(sys.stdlib_module_names) - {"__main__"} | {
    "matplotlib",
    "nibabel",
    "nilearn",
    "numpy",
    "pandas",
    "scipy",
    "sklearn",
}


# Results that are kept for a while after they have crossed: how many, of which kinds, how large.
RESULTS_KEPT = 8
SETTLING = frozenset(("a", "l", "d", "s", "dq", "od", "co", "dd", "ba"))
SMALL = 1_000_000
MOST_SETTLED = 1000
NONE = (None, (), 0)  # what `Codec.pack` makes of None


class NotByValue(Exception):
    """An object that has no place in a message as it is."""


@dataclass(frozen=True)
class Kind:
    """How objects of one exact type are written down and made again.

    Attributes
    ----------
    tag : str
    write : function of (object, Writer) that returns a list
    read : function of (list, Reader) that returns an object
        For what can change: makes it, empty where it may hold itself (`fill` follows then).
    fill : function of (object, list, Reader), optional
        Puts content into an object that can change, in place of what it held.
    holds_others : bool
        Whether the content may refer to the object itself.
    """

    tag: str
    write: Callable[[Any, "Writer"], list]
    read: Callable[[list, "Reader"], Any]
    fill: Callable[[Any, list, "Reader"], None] | None = None
    holds_others: bool = False


@dataclass
class Writer:
    """Writes nodes; gathers what they refer to."""

    codec: "Codec"
    buffers: Buffers = field(default_factory=list)
    met: list[int] = field(default_factory=list)
    depth: int = 0

    def node(self, value: Any) -> Node:
        """Return the node of a value."""
        kind = type(value)
        if value is None or kind is bool or kind is str:
            return value
        if kind is int:
            return value if -(2**53) < value < 2**53 else ["i", hex(value)]
        if kind is float:
            return value if math.isfinite(value) else ["f", _float_bits(value)]
        self.depth += 1
        if self.depth > DEEPEST:
            raise NotByValue("it is nested too deeply")
        try:
            return self.codec.write(value, self)
        finally:
            self.depth -= 1

    def inline(self, value: Any) -> Node:
        """Return a node that holds the content of what could change, such as an array, itself."""
        kind = self.codec.kind_of(value)
        return [kind.tag, *kind.write(value, self)]

    def buffer(self, data: Any) -> int:
        """Keep a bytes-like object and return its number."""
        self.buffers.append(data)
        return len(self.buffers) - 1


@dataclass
class Reader:
    """Makes values from nodes."""

    codec: "Codec"
    buffers: Buffers
    depth: int = 0

    def value(self, node: Node) -> Any:
        """Return the value of a node.

        Raises
        ------
        ProtocolError
            It is no node.
        """
        if not isinstance(node, list):
            if isinstance(node, dict):
                raise ProtocolError("that is no node")
            return node
        self.depth += 1
        if self.depth > DEEPEST:
            raise ProtocolError("the message is nested too deeply")
        try:
            return self.codec.read(node, self)
        finally:
            self.depth -= 1

    def inline(self, node: Node) -> Any:
        """Return the value of a node that `Writer.inline` wrote."""
        return self.codec.kind_tagged(node[0]).read(node[1:], self)

    def buffer(self, number: int) -> bytearray:
        """Return one of the message's buffers."""
        if type(number) is not int or not 0 <= number < len(self.buffers):
            raise ProtocolError("the message has no such buffer")
        return self.buffers[number]


@dataclass
class Entry:
    """An object that can change, its number, and its content when it crossed last."""

    thing: Any
    number: int
    kind: Kind
    content: list | None = None
    buffers: Buffers = field(default_factory=list)

    def has(self, content: list, buffers: Buffers) -> bool:
        """Whether this is the content that crossed last."""
        return (
            self.content == content
            and len(self.buffers) == len(buffers)
            and all(old == new for old, new in zip(self.buffers, buffers, strict=True))
        )


class Codec:
    """One side's half of the boundary: writes and reads values, and keeps the ledger.

    Parameters
    ----------
    kinds : dict of type to Kind
        What crosses by value, besides the plain types.
    refer : function of (object, Writer) that returns a node
        For what does not cross by value; raises NotByValue.
    resolve : function of (such a node, Reader) that returns an object
    first : int
        Number of the first entry that this side makes; each side counts in steps of two.
    admits : function of an object that returns a bool, optional
        Which objects of libraries this side takes by name; all, unless given.
    """

    def __init__(
        self,
        kinds: dict[type, Kind],
        refer: Callable[[Any, Writer], Node],
        resolve: Callable[[list, Reader], Any],
        first: int,
        admits: Callable[[Any], bool] = lambda thing: True,
    ) -> None:
        self._admits = admits
        self._kinds = kinds
        self._by_tag = {kind.tag: kind for kind in kinds.values()}
        self._refer, self._resolve = refer, resolve
        self._next = first
        self._entries: dict[int, Entry] = {}
        self._numbers: dict[int, int] = {}
        self._unmade: dict[int, tuple[Kind, list, Reader]] = {}
        self._settled: collections.deque[list[int]] = collections.deque()

    def pack(self, value: Any, *, keep: bool = False) -> tuple[list, Buffers, list[int]]:
        """Write a value, what it refers to, and each known entry that changed since it crossed.

        Parameters
        ----------
        value : object
        keep : bool
            Keep a copy of the content even if it is large, so that a later change is noticed here.

        Returns
        -------
        tree : list
            The node, a list of ``[number, content, count of its buffers]`` for the entries, and the
            count of the node's own buffers, which come first.
        buffers : list of bytes-like
        new : list of int
            The entries that this message makes.
        """
        known = list(self._entries)
        root = Writer(self)
        node = root.node(value)
        table, buffers, done = [], list(root.buffers), set()
        # Writing an entry may meet new ones: they are written too.
        queue = collections.deque([*root.met, *known])
        new = [number for number in self._entries if number not in set(known)]
        while queue:
            number = queue.popleft()
            entry = self._entries[number]
            if number in done or (entry.content is None and number in known):
                continue
            done.add(number)
            writer = Writer(self)
            content = [entry.kind.tag, *entry.kind.write(entry.thing, writer)]
            fresh = [met for met in writer.met if met not in done]
            queue.extend(fresh)
            new += [met for met in fresh if met not in known and met not in new]
            if entry.has(content, writer.buffers):
                continue
            table.append([number, content, len(writer.buffers)])
            buffers += writer.buffers
            small = sum(map(len, writer.buffers)) <= SMALL
            if keep or small or number in known:
                entry.content = content
                entry.buffers = [bytearray(buffer) for buffer in writer.buffers]
        return [node, table, len(root.buffers)], buffers, new

    def unpack(self, tree: Any, buffers: Buffers) -> tuple[Any, list[int]]:
        """Make what `pack` wrote; entries that are known already are changed in place.

        Returns
        -------
        value : object
        new : list of int
            The entries that this message made.

        Raises
        ------
        ProtocolError
        """
        try:
            node, table, start = tree
            root = Reader(self, buffers[:start])
            parts, known = [], set(self._entries)
            for number, content, count in table:
                reader = Reader(self, buffers[start : start + count])
                start += count
                kind = self._by_tag[content[0]]
                parts.append((number, kind, content, reader))
                if number in known:
                    continue
                if kind.holds_others:  # it may be referred to before it is filled
                    self._add(number, kind.read(content[1:], reader), kind)
                else:
                    self._unmade[number] = kind, content, reader
            for number, kind, content, reader in parts:
                if number in self._unmade:
                    self._make(number)
                elif number in known or kind.holds_others:
                    if kind is not self._entries[number].kind:
                        raise ProtocolError("an object changed its type")
                    kind.fill(self._entries[number].thing, content[1:], reader)
                entry = self._entries[number]
                entry.content, entry.buffers = content, reader.buffers
            return root.value(node), [part[0] for part in parts if part[0] not in known]
        except (ProtocolError, MemoryError):
            raise
        except Exception as error:  # whatever a malformed message leads to
            raise ProtocolError(f"the message is malformed ({type(error).__name__})") from None
        finally:
            self._unmade.clear()

    def settle(self, numbers: list[int]) -> None:
        """Keep the entries of a result for a while, if they are small; both sides do alike.

        A test may write into an array that came, and the answer may hand out the same one again.
        """
        entries = [self._entries[number] for number in numbers if number in self._entries]
        size = sum(len(buffer) for entry in entries for buffer in entry.buffers)
        whole = all(entry.content is not None and entry.kind.tag in SETTLING for entry in entries)
        if not entries or not whole or size > SMALL or len(entries) > MOST_SETTLED:
            self.drop(numbers)
            return
        self._settled.append(numbers)
        if len(self._settled) > RESULTS_KEPT:
            self.drop(self._settled.popleft())

    def drop(self, numbers: list[int]) -> None:
        """Forget entries; both sides do, at the same moment."""
        for number in numbers:
            entry = self._entries.pop(number, None)
            if entry is not None:
                self._numbers.pop(id(entry.thing), None)

    def drop_all(self) -> None:
        """Forget the whole ledger."""
        self._entries.clear()
        self._numbers.clear()
        self._settled.clear()

    def kind_of(self, value: Any) -> Kind:
        """Return the kind of a value's exact type."""
        return self._kinds[type(value)]

    def kind_tagged(self, tag: str) -> Kind:
        """Return the kind with a tag."""
        return self._by_tag[tag]

    def write(self, value: Any, writer: Writer) -> Node:
        """Write one value that is not a plain scalar; used by `Writer.node`."""
        number = self._numbers.get(id(value))
        if number is not None:
            writer.met.append(number)
            return ["&", number]
        kind = self._kinds.get(type(value))
        if kind is None:
            return self._refer(value, writer)
        if kind.fill is None:
            return [kind.tag, *kind.write(value, writer)]
        number, self._next = self._next, self._next + 2
        self._add(number, value, kind)
        writer.met.append(number)
        return ["&", number]

    def read(self, node: list, reader: Reader) -> Any:
        """Make one value; used by `Reader.value`."""
        tag = node[0]
        if tag == "&":
            if node[1] in self._unmade:
                self._make(node[1])
            return self._entries[node[1]].thing
        if tag == "lib":
            found = from_library(*node[1:])
            if not self._admits(found):
                raise ProtocolError("that does not cross by name")
            return found
        if tag == "x":
            return _exception(*node[1:], reader)
        if tag == "nt":
            return _named_tuple(*node[1:], reader)
        kind = self._by_tag.get(tag)
        if kind is None:
            return self._resolve(node, reader)
        if kind.fill is not None:
            raise ProtocolError("content outside of the ledger")
        return kind.read(node[1:], reader)

    def _make(self, number: int) -> None:
        """Make an entry that this message brings."""
        kind, content, reader = self._unmade.pop(number)
        self._add(number, kind.read(content[1:], reader), kind)

    def by_name(
        self, value: Any, writer: Writer, goes: Callable[[Any], bool] = lambda thing: True
    ) -> Node | None:
        """Write what both sides have, or can make, under a name; None for anything else."""
        if callable(value) or isinstance(value, types.ModuleType):
            name = library_name(value)
            if name and goes(value):
                return ["lib", *name]
        if isinstance(value, BaseException):
            return ["x", writer.node(type(value)), [_argument(item, writer) for item in value.args]]
        fields = getattr(type(value), "_fields", None)
        if isinstance(value, tuple) and type(value).__bases__ == (tuple,) and fields:
            return ["nt", type(value).__name__, list(fields), _each(tuple(value), writer)]
        return None

    def _add(self, number: int, thing: Any, kind: Kind) -> None:
        if type(number) is not int:
            raise ProtocolError("that is no number of an entry")
        self._entries[number] = Entry(thing, number, kind)
        self._numbers[id(thing)] = number


def _float_bits(value: float) -> str:
    return struct.pack("<d", value).hex()


def _float_from_bits(text: str) -> float:
    return struct.unpack("<d", bytes.fromhex(text))[0]


def library_name(thing: Any) -> tuple[str, str] | None:
    """Return module and qualified name where both sides have the same object under them.

    A function or class that somebody patched into a library is not found: it is another object.
    """
    if isinstance(thing, types.ModuleType):
        name = thing.__dict__.get("__name__")
        found = type(name) is str and sys.modules.get(name) is thing
        return (name, "") if found and name.partition(".")[0] in LIBRARIES else None
    module = getattr(thing, "__module__", None) or ""
    name = getattr(thing, "__qualname__", None) or getattr(thing, "__name__", None)
    if isinstance(thing, types.BuiltinFunctionType) and not module:
        return None
    if type(thing).__module__ == "numpy" and type(thing).__name__ == "ufunc":
        module = module or "numpy"
    if type(module) is not str or type(name) is not str:
        return None
    if module.partition(".")[0] not in LIBRARIES or "<" in name:
        return None
    found = sys.modules.get(module)
    for part in name.split("."):
        found = getattr(found, part, None)
    return (module, name) if found is thing else None


BUILTIN_TYPES = frozenset(
    (bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset, object, type(None))
)


def is_harmless(thing: Any) -> bool:
    """Whether the tests' side may take an object of a library's because student code named it.

    It would call it in its own process: so no functions, and of classes those that only make data.
    """
    if isinstance(thing, types.ModuleType | np.ufunc):
        return True
    if not isinstance(thing, type):
        return False
    return thing in BUILTIN_TYPES or issubclass(thing, BaseException | np.generic)


def from_library(module: str, name: str) -> Any:
    """Return the object that `library_name` named.

    Raises
    ------
    ProtocolError
    """
    if type(module) is not str or type(name) is not str:
        raise ProtocolError("that is no name")
    if module.partition(".")[0] not in LIBRARIES:
        raise ProtocolError("that is none of the libraries that both sides have")
    try:
        found = sys.modules[module]  # never imported on somebody's word
        for part in name.split(".") if name else []:
            if part.startswith("__"):
                raise ProtocolError("that is no public name")
            found = getattr(found, part)
    except (AttributeError, KeyError):
        raise ProtocolError(f"there is no {module}.{name} here") from None
    if name and not isinstance(found, type) and not callable(found):
        raise ProtocolError("that is neither a function nor a class")
    return found


def _argument(value: Any, writer: Writer) -> Node:
    """Write an argument of an exception, as text where it is nothing that crosses by value."""
    plain = value is None or type(value) in (bool, int, float, str, bytes, tuple)
    try:
        return writer.node(value if plain else str(value))
    except Exception:  # an object of the student's may do anything when it is asked for its text
        return f"<{type(value).__name__}>"


def _exception(kind_node: Node, arguments: list, reader: Reader) -> BaseException:
    kind = reader.value(kind_node)
    if not (isinstance(kind, type) and issubclass(kind, BaseException)):
        raise ProtocolError("that is no exception")
    values = tuple(reader.value(node) for node in arguments)
    try:
        error = kind(*values)
    except Exception:  # a constructor that wants something else
        error = kind.__new__(kind)
    error.args = values
    return error


def _named_tuple(name: str, fields: list, nodes: list, reader: Reader) -> tuple:
    kind = collections.namedtuple(name, fields)  # checks the names itself
    return kind(*(reader.value(node) for node in nodes))


def _each(values: Any, writer: Writer) -> list:
    return [writer.node(value) for value in values]


def _pairs(value: Any, writer: Writer) -> list:
    return [[writer.node(key), writer.node(item)] for key, item in value.items()]


def _fill_pairs(value: dict, nodes: list, reader: Reader) -> None:
    pairs = [(reader.value(key), reader.value(item)) for key, item in nodes]
    value.clear()
    for key, item in pairs:
        value[key] = item


def _fill_list(value: Any, nodes: list, reader: Reader) -> None:
    items = [reader.value(node) for node in nodes]
    value.clear()
    value.extend(items)


def _fill_set(value: set, nodes: list, reader: Reader) -> None:
    items = [reader.value(node) for node in nodes]
    value.clear()
    value.update(items)


def _fill_bytes(value: bytearray, parts: list, reader: Reader) -> None:
    value[:] = reader.buffer(parts[0])


def _stream(value: Any, writer: Writer) -> list:
    whole = value.getvalue()
    whole = whole if isinstance(whole, bytes) else whole.encode("utf-8", "surrogatepass")
    return [writer.buffer(whole), value.tell()]


def _fill_stream(value: Any, parts: list, reader: Reader) -> None:
    whole = bytes(reader.buffer(parts[0]))
    value.seek(0)
    value.truncate()
    value.write(whole if type(value) is io.BytesIO else whole.decode("utf-8", "surrogatepass"))
    value.seek(parts[1])


def _made(make: Callable[..., Any]) -> Callable[[list, Reader], Any]:
    """Return a reader that hands the parts, as values, to a constructor."""
    return lambda parts, reader: make(*(reader.value(part) for part in parts))


def _empty(make: Callable[[], Any]) -> Callable[[list, Reader], Any]:
    return lambda parts, reader: make()


def _default_dict(parts: list, reader: Reader) -> collections.defaultdict:
    return collections.defaultdict(reader.value(parts[0]))


def plain_kinds() -> Iterator[tuple[type, Kind]]:
    """Yield the kinds of Python's own types."""
    yield int, Kind("i", lambda v, w: [hex(v)], lambda p, r: int(p[0], 16))
    yield float, Kind("f", lambda v, w: [_float_bits(v)], lambda p, r: _float_from_bits(p[0]))
    yield complex, Kind("c", lambda v, w: _each((v.real, v.imag), w), _made(complex))
    yield bytes, Kind("b", lambda v, w: [v.hex()], lambda p, r: bytes.fromhex(p[0]))
    yield tuple, Kind("t", _each, lambda p, r: tuple(r.value(part) for part in p))
    yield frozenset, Kind("z", _each, lambda p, r: frozenset(r.value(part) for part in p))
    yield slice, Kind("sl", lambda v, w: _each((v.start, v.stop, v.step), w), _made(slice))
    yield range, Kind("ra", lambda v, w: _each((v.start, v.stop, v.step), w), _made(range))
    yield type(...), Kind("...", lambda v, w: [], lambda p, r: ...)
    yield type(NotImplemented), Kind("ni", lambda v, w: [], lambda p, r: NotImplemented)
    yield decimal.Decimal, Kind("de", lambda v, w: [str(v)], _made(decimal.Decimal))
    yield (
        fractions.Fraction,
        Kind("fr", lambda v, w: _each((v.numerator, v.denominator), w), _made(fractions.Fraction)),
    )
    yield uuid.UUID, Kind("uu", lambda v, w: [v.hex], _made(uuid.UUID))
    yield pathlib.PosixPath, Kind("pa", lambda v, w: [str(v)], _made(pathlib.Path))
    yield pathlib.PurePosixPath, Kind("pp", lambda v, w: [str(v)], _made(pathlib.PurePosixPath))
    for kind, tag in (
        (datetime.datetime, "dt"),
        (datetime.date, "da"),
        (datetime.time, "ti"),
    ):
        yield kind, Kind(tag, lambda v, w: [v.isoformat()], _made(kind.fromisoformat))
    yield (
        datetime.timedelta,
        Kind(
            "td",
            lambda v, w: _each((v.days, v.seconds, v.microseconds), w),
            _made(datetime.timedelta),
        ),
    )
    yield list, Kind("l", _each, _empty(list), _fill_list, True)
    yield collections.deque, Kind("dq", _each, _empty(collections.deque), _fill_list, True)
    yield set, Kind("s", _each, _empty(set), _fill_set, True)
    yield dict, Kind("d", _pairs, _empty(dict), _fill_pairs, True)
    yield (
        collections.OrderedDict,
        Kind("od", _pairs, _empty(collections.OrderedDict), _fill_pairs, True),
    )
    yield collections.Counter, Kind("co", _pairs, _empty(collections.Counter), _fill_pairs, True)
    yield (
        collections.defaultdict,
        Kind(
            "dd",
            lambda v, w: [w.node(v.default_factory), *_pairs(v, w)],
            _default_dict,
            lambda v, p, r: _fill_pairs(v, p[1:], r),
            True,
        ),
    )
    yield (
        bytearray,
        Kind("ba", lambda v, w: [w.buffer(bytes(v))], lambda p, r: r.buffer(p[0])[:], _fill_bytes),
    )
    for stream, tag in ((io.BytesIO, "bi"), (io.StringIO, "si")):
        yield stream, Kind(tag, _stream, _empty(stream), _fill_stream, True)
