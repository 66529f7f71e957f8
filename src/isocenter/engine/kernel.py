"""The parts of a kernel that a shell needs, of ipykernel's own classes, without its sockets."""

import asyncio
import logging
import os
import sys
import threading
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from ipykernel.eventloops import enable_gui
from ipykernel.iostream import OutStream
from ipykernel.ipkernel import IPythonKernel
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.error import UsageError
from IPython.core.inputtransformer2 import TransformerManager
from IPython.core.pylabtools import activate_matplotlib
from jupyter_client.session import Session

from isocenter.engine.sources import is_plain, with_newline

_TRANSFORMS = TransformerManager()
INLINE = "module://matplotlib_inline.backend_inline"


class KernelShell(ZMQInteractiveShell):
    """The kernel's shell, which needs no application that runs it."""

    def enable_gui(self, gui: str | None = None) -> None:
        """Do what `%gui` and `%matplotlib` ask for."""
        try:
            enable_gui(gui, kernel=self.kernel)
        except ValueError as error:
            raise UsageError(str(error)) from error
        self.active_eventloop = gui

    def transform_cell(self, raw_cell: str) -> str:
        """Return a cell as Python, by the notebook's own transformations too, if it adds some."""
        manager = self.input_transformer_manager
        added = self.input_transformers_post or any(
            getattr(manager, name) != steps for name, steps in vars(_TRANSFORMS).items()
        )
        # One line may also be a call without brackets, which depends on what its names mean.
        if added or len(raw_cell.splitlines()) < 2 or not is_plain(raw_cell):
            return super().transform_cell(raw_cell)
        return with_newline(raw_cell)


class Kernel:
    """What the shell and the kernel's own `do_execute` ask of a kernel."""

    do_execute = IPythonKernel.do_execute
    raw_input = IPythonKernel.raw_input
    getpass = IPythonKernel.getpass
    _forward_input = IPythonKernel._forward_input
    _restore_input = IPythonKernel._restore_input
    _cancel_on_sigint = IPythonKernel._cancel_on_sigint

    def __init__(self) -> None:
        self.shell: ZMQInteractiveShell
        self.io_loop: Ticks
        self.eventloop = None
        self.ident, self.int_id = "", 0
        self.log = logging.Logger("kernel", logging.WARNING)
        self.shell_channel_thread = SimpleNamespace(parent_thread=threading.main_thread())


class Ticks:
    """The kernel's loop: a signal wakes it; `exit` in a cell, which ends a kernel, does not."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.add_callback = loop.call_soon_threadsafe

    def call_later(self, *_: object) -> None:
        """Do nothing."""

    def stop(self) -> None:
        """Do nothing."""


class HandsOver(Session):
    """Hands messages over instead of sending them."""

    def __init__(self, message: Callable[[str, dict[str, Any], str | None], None]) -> None:
        super().__init__()
        self._message = message

    def send(
        self,
        stream: object,
        msg_or_type: dict[str, Any] | str,
        content: dict[str, Any] | None = None,
        parent: dict[str, Any] | None = None,
        *_: object,
        **__: object,
    ) -> None:
        """Hand over the kind of the message, its content, and the cell that it belongs to."""
        if isinstance(msg_or_type, str):
            msg_or_type = self.msg(msg_or_type, content, parent)
        owner = msg_or_type["parent_header"].get("msg_id")
        self._message(msg_or_type["header"]["msg_type"], msg_or_type["content"], owner)


class Stream(OutStream):
    """The kernel's stream, which hands over what is written at once."""

    def __init__(self, name: str, descriptor: int, text: Callable[["Stream", str], None]) -> None:
        # Not the parent's: it starts threads. This is what the methods that we keep need.
        self.name = name
        self.descriptor = descriptor
        self.pub_thread = self
        self._text = text
        self._isatty = self._should_watch = False
        self._parent_header = ContextVar(name)
        self._parent_header_global = {}
        self._local = threading.local()

    def fileno(self) -> int:
        """Return the captured descriptor."""
        return self.descriptor

    def write(self, string: str) -> int:
        """Hand the text over."""
        if not isinstance(string, str):
            raise TypeError(f"write() argument must be str, not {type(string)}")
        if self.closed:
            raise ValueError("I/O operation on closed file")
        self._text(self, string)
        return len(string)

    def flush(self) -> None:
        """Do nothing: nothing is held back."""


# Libraries such as rich tell a notebook by the name of its shell's class.
for ours, theirs in ((KernelShell, ZMQInteractiveShell), (Stream, OutStream)):
    ours.__name__, ours.__qualname__ = theirs.__name__, theirs.__qualname__
    ours.__module__ = theirs.__module__


def draw_with(backend: str, shell: ZMQInteractiveShell) -> None:
    """Have pyplot draw with a backend, whatever it drew with before."""
    if "matplotlib" in sys.modules:
        sys.modules["matplotlib"].rcParams["backend"] = backend
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None and backend != INLINE:
        pyplot.switch_backend(backend)
    elif pyplot is not None:
        from matplotlib_inline.backend_inline import configure_inline_support, flush_figures

        # What the backend does by itself where pyplot finds it in a kernel.
        if flush_figures not in shell.events.callbacks["post_execute"]:
            activate_matplotlib(backend)
            configure_inline_support(shell, backend)


def import_from_working_folder() -> None:
    """Look for modules where a kernel does: in the folder, but after the standard library."""
    installed = (Path(folder).name in {"site-packages", "dist-packages"} for folder in sys.path)
    place = next((i for i, is_one in enumerate(installed) if is_one), 0)
    if "" not in sys.path:
        sys.path.insert(place, "")


def pass_breakpoint(*_: object, **__: object) -> None:
    """Pass a `breakpoint()`, as a kernel does where no debugger is attached."""


def has_terminals() -> bool:
    """Whether this process can open a terminal, through which a kernel runs `!` commands."""
    try:
        for descriptor in os.openpty():
            os.close(descriptor)
    except OSError:
        return False
    return True
