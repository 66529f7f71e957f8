"""The names that grade cells find, and in which order they are looked for."""

import builtins
import contextlib
import sys
from collections.abc import Callable
from typing import Any

from isocenter.engine.remote import Refused


class Names(dict):
    """The names of the grade cells: bound by them, else the builtins', else the student's.

    What a grade cell has read from the student, it can also give another value there, or delete:
    the student's functions see that. All else that a test binds stays on this side.
    """

    def __init__(self) -> None:
        super().__init__()
        self.ask: Callable[..., Any] | None = None
        self._read: set[str] = set()
        self._given: set[str] = set()
        self.theirs: frozenset[str] = frozenset()  # that students are meant to bind
        self.known: dict[str, Any] = {}  # what was read, until the student's side says otherwise

    def __missing__(self, name: str) -> Any:
        """Ask for a name that no grade cell has bound."""
        __tracebackhide__ = True
        # What has two underscores is asked for by tools, such as the formatter of tracebacks.
        own = hasattr(builtins, name) and name not in self.theirs
        if self.ask is None or name.startswith("__") or own:
            raise KeyError(name)
        if name not in self.known:
            try:
                self.known[name] = self.ask("get", name)
            except NameError:
                raise KeyError(name) from None
            self._read.add(name)
        return self.known[name]

    def __contains__(self, name: object) -> bool:
        """Whether a test finds a name, as ``"x" in globals()`` asks."""
        if super().__contains__(name):
            return True
        asks = type(name) is str and not name.startswith("__") and self._is_for_a_cell()
        if self.ask is None or not asks:
            return False
        own = hasattr(builtins, name) and name not in self.theirs
        return not own and (name in self.known or self.ask("has", name) is True)

    def get(self, name: str, default: Any = None) -> Any:
        """Return what a name stands for, as ``globals().get("x")`` asks."""
        if not self._is_for_a_cell():
            return super().get(name, default)
        try:
            return self[name]
        except KeyError:
            return default

    def _is_for_a_cell(self) -> bool:
        """Whether a cell's own code asks, not the shell on its way to running it."""
        return sys._getframe(2).f_globals is self

    def __setitem__(self, name: str, value: Any) -> None:
        """Bind a name, on the student's side where it was read from there."""
        if name in self._read:
            self.known.pop(name, None)
            with contextlib.suppress(Refused):  # what cannot cross is bound here alone
                self.ask("set", name, value)
                self._given.add(name)  # to read it back is not to ask: student code would answer
        super().__setitem__(name, value)

    def __delitem__(self, name: str) -> None:
        """Delete a name, on the student's side where it is one of theirs."""
        if super().__contains__(name):
            super().__delitem__(name)
            if name not in self._given:
                return
            self._given.discard(name)
        if self.ask is None or self.ask("has", name) is not True:
            raise KeyError(name)
        self.known.pop(name, None)
        self.ask("delete", name)
        self._read.add(name)

    def begin(self) -> None:
        """Begin a grade cell: what an earlier one has read, this one has not."""
        self._read.clear()

    def let_go(self) -> None:
        """Let go of the values that tests gave to the student's names: cells of its own run now."""
        for name in self._given:
            self.pop(name, None)
        self._given.clear()
