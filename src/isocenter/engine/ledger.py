"""One side's half of the boundary: it writes and reads values, and knows what can change.

What can be changed in place (list, dict, set, array, image) is an entry of the ledger: a node only
refers to it, ``["&", 7]``, and its content travels beside the message, once, and again when it has
changed. So aliases stay aliases, cycles are nothing special, and an argument that a function
changes comes back changed.
"""

import collections
import math
import types
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from isocenter.engine import twins
from isocenter.engine.libraries import from_library, library_name
from isocenter.engine.values import Buffers, Kind, Node, NotByValue, Reader, Writer
from isocenter.engine.wire import ProtocolError

# Results that are kept for a while after they have crossed: how many, of which kinds, how large.
RESULTS_KEPT = 8


SETTLING = frozenset(("a", "l", "d", "s", "dq", "od", "co", "dd", "ba"))


SMALL = 1_000_000


MOST_SETTLED = 1000


NONE = (None, (), 0)  # what `Codec.pack` makes of None


@dataclass
class Entry:
    """An object that can change, its number, and its content when it crossed last."""

    thing: Any
    number: int
    kind: Kind
    content: list | None = None
    buffers: Buffers = field(default_factory=list)
    seen: Any = None

    def looks_the_same(self) -> bool:
        """Whether a look is enough to say that nothing has changed; it is kept for the next one."""
        if self.kind.look is None:
            return False
        before, self.seen = self.seen, self.kind.look(self.thing)
        return before is not None and before == self.seen

    def has_outgrown(self) -> bool:
        """Whether it is an array of another size now: no other array can become like it."""
        if self.kind.tag != "a" or self.content is None:
            return False
        return self.thing.size != math.prod(self.content[2])

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
    base_of : function of an object that returns a type or None, optional
        Of which plain type an object is that crosses as a twin, as twins.py says.
    """

    def __init__(
        self,
        kinds: dict[type, Kind],
        refer: Callable[[Any, Writer], Node],
        resolve: Callable[[list, Reader], Any],
        first: int,
        admits: Callable[[Any], bool] = lambda thing: True,
        base_of: Callable[[Any], type | None] = lambda thing: None,
    ) -> None:
        self._admits, self._base_of = admits, base_of
        self._kinds = kinds
        self._by_tag = {kind.tag: kind for kind in kinds.values()}
        self._twins = {kind.tag: kind for kind in twins.kinds(kinds.get, refer, resolve)}
        self._by_tag |= self._twins
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
        known = set(self._entries)
        try:
            return self._pack(value, known, keep)
        except Exception as error:  # a library's own, about a value that it cannot write
            self.drop([number for number in self._entries if number not in known])
            if isinstance(error, NotByValue):
                raise
            raise NotByValue(f"{type(value).__name__} ({type(error).__name__})") from None

    def _pack(self, value: Any, known: set[int], keep: bool) -> tuple[list, Buffers, list[int]]:
        root = Writer(self)
        node = root.node(value)
        table, buffers, done = [], list(root.buffers), set()
        new = dict.fromkeys(number for number in self._entries if number not in known)
        # Writing an entry may meet new ones: they are written too.
        queue = collections.deque([*root.met, *known])
        while queue:
            number = queue.popleft()
            entry = self._entries[number]
            if number in done or (entry.content is None and number in known):
                continue
            done.add(number)
            if entry.has_outgrown() or (entry.looks_the_same() and number in known):
                continue
            writer = Writer(self)
            try:
                content = [entry.kind.tag, *entry.kind.write(entry.thing, writer)]
            except OSError:  # such as an image whose file is gone: nobody can say that it changed
                entry.seen = None
                if number in known:
                    continue
                raise
            for met in writer.met:
                if met not in done:
                    queue.append(met)
                    if met not in known:
                        new[met] = None
            if entry.has(content, writer.buffers):
                continue
            table.append([number, content, len(writer.buffers)])
            buffers += writer.buffers
            small = sum(map(len, writer.buffers)) <= SMALL
            if keep or small or number in known:
                entry.content = content
                entry.buffers = [bytearray(buffer) for buffer in writer.buffers]
        return [node, table, len(root.buffers)], buffers, list(new)

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
                if kind.may_hold_itself(content[1:]):  # referred to, perhaps, before it is filled
                    self._add(number, kind.read(content[1:], reader), kind)
                else:
                    self._unmade[number] = kind, content, reader
            for number, kind, content, reader in parts:
                if number in self._unmade:
                    self._make(number)
                elif number in known or kind.may_hold_itself(content[1:]):
                    if kind is not self._entries[number].kind:
                        raise ProtocolError("an object changed its type")
                    kind.fill(self._entries[number].thing, content[1:], reader)
                entry = self._entries[number]
                entry.content, entry.buffers = content, reader.buffers
                entry.seen = None if kind.look is None else kind.look(entry.thing)
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
            if entry is not None and self._numbers.get(id(entry.thing)) == number:
                del self._numbers[id(entry.thing)]

    def drop_all(self) -> None:
        """Forget the whole ledger."""
        self._entries.clear()
        self._numbers.clear()
        self._settled.clear()

    def must_cross_anew(self, thing: Any) -> bool:
        """Whether an object that crossed cannot be brought up to date on the other side."""
        number = self._numbers.get(id(thing))
        return number is not None and self._entries[number].has_outgrown()

    def kind_of(self, value: Any) -> Kind:
        """Return the kind of a value's exact type."""
        return self._kinds[type(value)]

    def kind_tagged(self, tag: str) -> Kind:
        """Return the kind with a tag."""
        return self._by_tag[tag]

    def write(self, value: Any, writer: Writer) -> Node:
        """Write one value that is not a plain scalar; used by `Writer.node`."""
        number = self._numbers.get(id(value))
        if number is not None and self._entries[number].has_outgrown():
            number = None  # it crosses anew, under another number
        if number is not None:
            writer.met.append(number)
            return ["&", number]
        kind = self._kinds.get(type(value))
        if kind is None and (base := self._base_of(value)) is not None:
            kind = self._twins[f"of.{base.__name__}"]
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
        if fields := fields_of(value):
            return [
                "nt",
                type(value).__name__,
                list(fields),
                [writer.node(item) for item in tuple(value)],
            ]
        return None

    def _add(self, number: int, thing: Any, kind: Kind) -> None:
        if type(number) is not int:
            raise ProtocolError("that is no number of an entry")
        self._entries[number] = Entry(thing, number, kind)
        self._numbers[id(thing)] = number


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


def fields_of(value: Any) -> tuple[str, ...]:
    """Return the names of a named tuple's items; none where its class has more to it than that."""
    kind = type(value)
    fields = getattr(kind, "_fields", ())
    if kind.__bases__ != (tuple,) or type(fields) is not tuple:
        return ()
    return fields if vars(kind).keys() <= {*_OF_NAMED_TUPLES, *fields} else ()


_OF_NAMED_TUPLES = frozenset(vars(collections.namedtuple("Plain", ""))) | {
    "__annotations__",
    "__orig_bases__",
}


def _named_tuple(name: str, fields: list, nodes: list, reader: Reader) -> tuple:
    kind = collections.namedtuple(name, fields)  # checks the names itself
    return kind(*(reader.value(node) for node in nodes))
