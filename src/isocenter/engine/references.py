"""What crosses the boundary as a reference, seen from the tests' side.

The student's objects are stand-ins here. The test's functions and exceptions are numbers there.
"""

import itertools
import types
import weakref
from collections.abc import Callable
from typing import Any

from isocenter.engine import remote
from isocenter.engine.ledger import Codec
from isocenter.engine.trusted import known_types
from isocenter.engine.values import NotByValue, Reader, Writer
from isocenter.engine.wire import ProtocolError


class References:
    """The stand-ins, functions and exceptions of one submission.

    Parameters
    ----------
    asks : remote.Asks
        Puts a stand-in's questions.
    count : iterator of int
        Gives numbers that nothing else has.

    Attributes
    ----------
    codec : Codec
        Whose `refer` and `resolve` these are; to be set.
    callbacks : dict of int to function
        The test's functions that student code may call now.
    words : frozenset of str
        The names that the notebook's cells define, which may be told.
    """

    codec: Codec

    def __init__(self, asks: remote.Asks, count: "itertools.count[int]") -> None:
        self._asks, self._count = asks, count
        self._stand_ins: weakref.WeakValueDictionary[int, remote.Remote] = (
            weakref.WeakValueDictionary()
        )
        self._let_go: list[int] = []  # numbers of stand-ins that are gone
        self._errors: dict[int, type] = {}  # twins of the student's
        self._own_errors: dict[int, type] = {}  # the tests'
        self.callbacks: dict[int, Callable] = {}
        self._callback_of: dict[int, int] = {}
        self._functions: dict[int, Callable] = {}  # also those that may not be called any more
        self.words: frozenset[str] = frozenset()

    def let_go(self) -> list[int]:
        """Return the numbers of the student's objects that the tests hold no longer, once."""
        waiting, self._let_go = self._let_go, []
        return [each for each in waiting if each not in self._stand_ins]

    def is_twin(self, kind: type) -> bool:
        """Whether an exception class is a student's."""
        return kind in self._errors.values()

    def refer(self, thing: Any, writer: Writer) -> list:
        """Return the node of a stand-in, or of a function of the test's."""
        own = thing if isinstance(thing, remote.Remote) else remote.stand_in_of(thing)
        if own is not None:
            return ["h", remote.number_of(own)]
        if (node := self.codec.by_name(thing, writer)) is not None:
            return node
        for number, kind in self._errors.items():
            if thing is kind:
                return ["X", number]
        if isinstance(thing, type) and issubclass(thing, BaseException):
            return self._own_error(thing, writer)
        if not callable(thing) or isinstance(thing, type):
            raise NotByValue(f"an object of type {type(thing).__name__}")
        number = self._callback_of.get(id(thing))
        if number is None:
            number = next(self._count)  # never again: student code may keep an old one
            self._callback_of[id(thing)], self._functions[number] = number, thing
        self.callbacks[number] = thing
        return ["cb", number, getattr(thing, "__name__", "function")]

    def resolve(self, node: list, reader: Reader) -> Any:
        """Return the stand-in that a node describes, or the test's own function come back."""
        tag, number = node[0], node[1]
        if tag == "cb":
            return self._functions[number]
        if tag == "X":
            return self._error_type(*node[1:], reader)
        if tag == "T":
            return self._own_errors[number]
        if tag != "h":
            raise ProtocolError("that is no node")
        found = self._stand_ins.get(number)
        if found is None:
            # A name that was made up while a hidden test ran may say what that test gave.
            told = [*node]
            if node[3] not in self.words and node[3] not in known_types():
                told[3] = "object"
            if node[5] not in self.words:
                told[5] = None
            found = self._stand_ins[number] = remote.stand_in(self._asks, told)
            weakref.finalize(found, self._forget, number).atexit = False
        return found

    def _forget(self, number: int) -> None:
        """Note that the tests hold an object no longer; the student's side hears it next time."""
        self._let_go.append(number)

    def _own_error(self, kind: type, writer: Writer) -> list:
        """Return the node of an exception class that a test defined; the student gets a twin."""
        known = (number for number, one in self._own_errors.items() if one is kind)
        if (number := next(known, None)) is None:
            number = next(self._count)
            self._own_errors[number] = kind
        bases = [base for base in kind.__bases__ if issubclass(base, BaseException)]
        return ["T", number, kind.__name__, [writer.node(base) for base in bases]]

    def _error_type(self, number: int, name: str, bases: list, reader: Reader) -> type:
        """Return this side's twin of an exception class that the student defined."""
        if number not in self._errors:
            parents = tuple(reader.value(base) for base in bases)
            if not all(isinstance(one, type) and issubclass(one, BaseException) for one in parents):
                raise ProtocolError("that is no exception")
            self._errors[number] = types.new_class(str(name), parents or (Exception,))
        return self._errors[number]
