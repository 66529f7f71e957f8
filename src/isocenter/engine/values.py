"""What crosses the boundary by value, written down as plain data: to the bit, exact types only.

A value is a node, which is JSON: None, bool, str, small int and finite float stand for themselves,
everything else is a list that begins with a tag. What can be changed in place is an entry of the
ledger, in ledger.py.

A subclass that somebody wrote is not its base: it crosses as a handle, as do functions, classes and
all other objects. Both sides are trusted with nothing but the bytes of a message.
"""

import math
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from isocenter.engine.wire import DEEPEST, LARGEST, ProtocolError

Node = Any
Buffers = list[Any]


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
    holds_others : bool, or function of what was written that returns one
        Whether the content may refer to the object itself.
    look : function of the object, optional
        Returns something that is another where the content is another, and costs less to have.
    """

    tag: str
    write: Callable[[Any, "Writer"], list]
    read: Callable[[list, "Reader"], Any]
    fill: Callable[[Any, list, "Reader"], None] | None = None
    holds_others: bool | Callable[[list], bool] = False
    look: Callable[[Any], Any] | None = None

    def may_hold_itself(self, parts: list) -> bool:
        """Whether what was written may refer to the object that it makes."""
        return self.holds_others(parts) if callable(self.holds_others) else self.holds_others


@dataclass
class Writer:
    """Writes nodes; gathers what they refer to."""

    codec: Any  # a Codec, of ledger.py
    buffers: Buffers = field(default_factory=list)
    met: list[int] = field(default_factory=list)
    depth: int = 0
    size: int = 0

    def node(self, value: Any) -> Node:
        """Return the node of a value."""
        kind = type(value)
        if value is None or kind is bool or kind is str:
            return value
        if kind is int:
            return value if -(2**53) < value < 2**53 else ["i", hex(value)]
        if kind is float:
            return value if math.isfinite(value) else ["f", float_bits(value)]
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
        if kind.holds_others and getattr(getattr(value, "dtype", None), "hasobject", False):
            raise NotByValue("an array of objects within another object")
        return [kind.tag, *kind.write(value, self)]

    def buffer(self, data: Any) -> int:
        """Keep a bytes-like object and return its number."""
        self.size += len(data)
        if self.size > LARGEST:
            raise NotByValue(f"it is larger than {LARGEST // 1_000_000} MB")
        self.buffers.append(data)
        return len(self.buffers) - 1


@dataclass
class Reader:
    """Makes values from nodes."""

    codec: Any  # a Codec, of ledger.py
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


def float_bits(value: float) -> str:
    """Return a float to the bit, as text."""
    return struct.pack("<d", value).hex()


def float_from_bits(text: str) -> float:
    """Return the float that `float_bits` wrote."""
    return struct.unpack("<d", bytes.fromhex(text))[0]
