"""The student's side of the boundary: runs the student's cells and answers numbered questions.

It lives in the process in which student code runs, so nothing that it says is trusted: whatever
comes from here is the student's answer. It never holds a test.
"""

import asyncio
import contextlib
import copy
import itertools
import operator
import select
import signal
import sys
import time
import types
import warnings

# Without `signal`'s enums: making them takes longer than the call.
from _signal import signal as set_handler
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes

from isocenter.engine.arrays import array_kinds
from isocenter.engine.ledger import NONE, Codec, fields_of
from isocenter.engine.libraries import is_harmless, library_name, told
from isocenter.engine.mirror import STUDENTS_STATE, Mirror
from isocenter.engine.plain import plain_kinds
from isocenter.engine.shell import Shell
from isocenter.engine.twins import base_of
from isocenter.engine.values import NotByValue, Reader, Writer
from isocenter.engine.volumes import Volumes
from isocenter.engine.wire import Channel, ProtocolError

VERDICTS = ("ok", "raised")
MOST_HANDLES = 100_000
SOON = 0.001  # seconds
LATE = 0.1  # seconds that an interrupt can be on its way
_ArtistList = Axes.ArtistList  # what `axes.lines` and its like are


class Student:
    """Serves one submission's questions.

    Parameters
    ----------
    channel : Channel
        To the examiner.
    shell : Shell
        The notebook's shell.
    readable : tuple of Path
        Folders of the instructor's, whose images cross by path.
    """

    def __init__(self, channel: Channel, shell: Shell, readable: tuple[Path, ...]) -> None:
        self._channel, self._shell = channel, shell
        volumes = Volumes(sent=readable, taken=(Path("/"),))
        kinds = dict([*plain_kinds(), *array_kinds(), *volumes.kinds()])
        self._codec = Codec(kinds, self._refer, self._resolve, first=2, base_of=_base_of)
        self._mirror = Mirror(sends=STUDENTS_STATE)
        self._handles: dict[int, Any] = {}
        self._handle_of: dict[int, int] = {}
        self._count = itertools.count(1)
        self._callbacks: dict[int, tuple[int, Any]] = {}
        self._errors: dict[int, type] = {}  # twins of the tests'
        self._locked: dict[str, Any] = {}  # what locked cells bound, as it was
        self._read: dict[str, Any] = {}  # the names that this grade cell knows, as they were
        self._number = 0

    async def serve(self) -> None:
        """Answer until the examiner hangs up."""
        loop = asyncio.get_running_loop()
        while True:
            # In a test that calls and calls, the next question is there before the loop has turned.
            if not select.select([self._channel], [], [], SOON)[0]:
                ready = asyncio.Event()
                loop.add_reader(self._channel.fileno(), ready.set)
                await ready.wait()
                loop.remove_reader(self._channel.fileno())
            (number, operation, parts, packed, state, gone), buffers = self._channel.receive()
            self.release(gone)
            if operation in VERDICTS:
                continue  # an answer to a call that was interrupted on this side
            self._number = number
            self._mirror.apply(state)
            if operation == "cell":
                source, is_locked = parts
                before = dict(self._shell.user_ns) if is_locked else {}
                run = await self._shell.run_cell(source)
                if is_locked:
                    now = self._shell.user_ns.items()
                    self._locked |= {n: v for n, v in now if before.get(n, self) is not v}
                updates = [list(vars(update).values()) for update in run.updates]
                told = [run.outputs, updates, run.execution_count, run.error]
                self._number = number
                self._say("ok", told, NONE, [])
            else:
                self._answer(operation, parts, packed, buffers)

    def _answer(self, operation: str, parts: list, packed: Any, buffers: list) -> None:
        """Do one thing that the examiner asks for, and say what came of it."""
        number = self._number
        (args, names, named), made = self._codec.unpack(packed, buffers)
        if operation == "end_of_cell":
            self._codec.drop_all()
            self._read.clear()
        caught: list[list] = []
        with self._shell.collect() as outputs, _recorded_warnings(caught):
            verdict = "ok"
            try:
                with _interruptible():
                    result = _OPERATIONS[operation](
                        self, *parts, *args, **dict(zip(names, named, strict=True))
                    )
            except ProtocolError:
                raise
            except BaseException as error:  # whatever it is, it is the answer's
                result, verdict = error, "raised"
        self._number = number
        names_now = self._shell.user_ns
        changed = [
            name
            for name, thing in self._read.items()
            if names_now.get(name, self) is not thing or self._codec.must_cross_anew(thing)
        ]
        for name in changed:
            del self._read[name]
        if operation == "get" and verdict == "ok":
            self._read[args[0]] = result
        keep = operation == "get"
        new: list[int] = []
        try:
            tree, data, new = self._codec.pack(result, keep=keep)
        except NotByValue as reason:
            verdict = "raised"
            refusal = TypeError(f"it cannot be handed over: {reason}")
            tree, data, new = self._codec.pack(refusal)
        self._say(verdict, [outputs, caught, changed], tree, data)
        self._codec.drop(made)
        if not keep:
            self._codec.settle(new)

    def _say(self, verdict: str, parts: list, tree: list, buffers: list) -> None:
        self._channel.send([self._number, verdict, parts, tree, self._mirror.changes()], buffers)

    def _ask_back(self, callback: int, args: tuple, kwargs: dict) -> Any:
        """Call a function of the test's, which it handed to the student's code."""
        number = self._number
        tree, data, new = self._codec.pack((args, tuple(kwargs), tuple(kwargs.values())))
        self._say("callback", [callback], tree, data)
        while True:
            (came, verdict, parts, packed, state, gone), buffers = self._channel.receive()
            self.release(gone)
            self._mirror.apply(state)
            if verdict in VERDICTS and came == number:
                break
            if verdict not in VERDICTS:  # the test's function asks something itself
                self._number = came
                self._answer(verdict, parts, packed, buffers)
        self._number = number
        result, made = self._codec.unpack(packed, buffers)
        self._codec.drop(new + made)
        if verdict == "raised":
            raise result
        return result

    def _refer(self, thing: Any, writer: Writer) -> list:
        """Return the node of something that crosses as a handle."""
        if id(thing) in self._callbacks:
            return ["cb", self._callbacks[id(thing)][0]]
        if (node := self._codec.by_name(thing, writer, is_harmless)) is not None:
            return node
        if isinstance(thing, type) and issubclass(thing, BaseException):
            for number, kind in self._errors.items():
                if thing is kind:
                    return ["T", number]
            return [
                "X",
                self._handle(thing),
                thing.__name__,
                [writer.node(b) for b in thing.__bases__],
            ]
        kind = type(thing)
        if kind is _ArtistList:
            return writer.node(tuple(thing))
        family = [name for one in kind.__mro__ if (name := library_name(one))]
        closest = next((list(name) for name in family if name[0].startswith("matplotlib.")), None)
        name = told(thing, "__name__")
        return [
            "h",
            self._handle(thing),
            _sort(thing),
            kind.__name__,
            closest,
            name if type(name) is str else None,
        ]

    def _handle(self, thing: Any) -> int:
        number = self._handle_of.get(id(thing))
        if number is None:
            if len(self._handles) >= MOST_HANDLES:
                raise NotByValue("there are too many objects")
            number = next(self._count)
            self._handles[number], self._handle_of[id(thing)] = thing, number
        return number

    def release(self, numbers: list[int]) -> None:
        """Let go of objects that the test's side no longer holds."""
        for number in numbers:
            if number in self._handles:
                del self._handle_of[id(self._handles.pop(number))]

    def _resolve(self, node: list, reader: Reader) -> Any:
        """Make a handle's object, or a function that asks the test's side."""
        if node[0] in ("h", "X"):
            return self._handles[node[1]]
        if node[0] == "T":
            return self._error_type(*node[1:], reader)
        if node[0] != "cb":
            raise ProtocolError("that is no node")
        number, name = node[1:]

        def callback(*args: Any, **kwargs: Any) -> Any:
            return self._ask_back(number, args, kwargs)

        callback.__name__ = callback.__qualname__ = name
        self._callbacks[id(callback)] = number, callback
        return callback

    def _error_type(self, number: int, name: str, bases: list, reader: Reader) -> type:
        """Return this side's twin of an exception class that a test defined."""
        if number not in self._errors:
            parents = tuple(reader.value(base) for base in bases)
            self._errors[number] = types.new_class(name, parents)
        return self._errors[number]

    # What the examiner can ask for; the first argument is often a handle.

    def get(self, name: str) -> Any:
        """Return what a name stands for in the notebook."""
        if name not in self._shell.user_ns:
            raise NameError(f"name {name!r} is not defined", name=name)
        return self._shell.user_ns[name]

    def rebound(self, modules: dict[str, str]) -> list[str]:
        """Return the names of the assignment's that mean something else here by now."""
        names, missing = self._shell.user_ns, object()
        given = {name: sys.modules.get(module, missing) for name, module in modules.items()}
        return [
            name
            for name, thing in {**given, **self._locked}.items()
            if not name.startswith("_") and names.get(name, thing) is not thing
        ]

    def has(self, name: str) -> bool:
        """Whether the notebook has a name."""
        return name in self._shell.user_ns

    def set(self, name: str, value: Any) -> None:
        """Give a name of the notebook another value."""
        self._shell.user_ns[name] = value

    def delete(self, name: str) -> None:
        """Delete a name of the notebook."""
        del self._shell.user_ns[name]

    def end_of_cell(self) -> None:
        """Show and close the figures that the cell's calls left open, as a kernel does."""
        if "matplotlib_inline.backend_inline" in sys.modules and "matplotlib.pyplot" in sys.modules:
            sys.modules["matplotlib_inline.backend_inline"].flush_figures()

    def await_interrupt(self) -> None:
        """Wait for an interrupt that came too late for the call that it was meant for."""
        with contextlib.suppress(KeyboardInterrupt):
            time.sleep(LATE)

    def figure(self, name: str, *args: Any) -> Any:
        """Do what pyplot's function of that name does to the student's figures."""
        import matplotlib.pyplot as plt

        return getattr(plt, name)(*args)


def _base_of(thing: Any) -> type | None:
    """Return the plain type of an object that has a twin on the tests' side."""
    return None if fields_of(thing) else base_of(type(thing))


def _sort(thing: Any) -> str:
    if isinstance(thing, type):
        return "class"
    if isinstance(thing, types.FunctionType | types.BuiltinFunctionType | types.MethodType):
        return "function"
    return "callable" if callable(thing) else "object"


@contextlib.contextmanager
def _interruptible() -> Iterator[None]:
    """Let an interrupt end what is done here, and nothing after it."""
    before = set_handler(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        try:
            set_handler(signal.SIGINT, before)
        except KeyboardInterrupt:  # it came just before
            set_handler(signal.SIGINT, before)


@contextlib.contextmanager
def _recorded_warnings(caught: list[list]) -> Iterator[None]:
    """Note the warnings that a call gives, so that the test's side can give them again."""

    def note(message: Any, category: type, filename: str, lineno: int, *_: Any) -> None:
        name = library_name(category) or ("builtins", "UserWarning")
        caught.append([str(message), list(name), filename, lineno])

    before = warnings.showwarning
    warnings.showwarning = note
    try:
        yield
    finally:
        if warnings.showwarning is note:
            warnings.showwarning = before


def _on(function: Callable) -> Callable:
    """Return an operation that does not need the student's side itself."""
    return lambda student, *args, **kwargs: function(*args, **kwargs)


def _call(thing: Callable, *args: Any, **kwargs: Any) -> Any:
    return thing(*args, **kwargs)


_OPERATIONS: dict[str, Callable] = {
    **{
        name: getattr(Student, name)
        for name in (
            "get",
            "has",
            "set",
            "delete",
            "rebound",
            "end_of_cell",
            "figure",
            "await_interrupt",
        )
    },
    **{
        name: _on(getattr(operator, name))
        for name in (
            *("eq", "ne", "lt", "le", "gt", "ge", "neg", "pos", "invert", "abs", "index"),
            *("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul"),
            *("and_", "or_", "xor", "lshift", "rshift", "iadd", "isub", "imul", "itruediv"),
            *("getitem", "setitem", "delitem", "contains"),
        )
    },
    **{
        function.__name__: _on(function)
        for function in (
            *(getattr, setattr, delattr, iter, next, len, dir, isinstance, issubclass),
            *(copy.copy, copy.deepcopy),
            *(str, repr, format, int, float, complex, round),
        )
    },
    "call": _on(_call),
    "enter": _on(lambda thing: type(thing).__enter__(thing)),
    "exit": _on(lambda thing, *how: type(thing).__exit__(thing, *how)),
}
