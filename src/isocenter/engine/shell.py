"""IPython as a Jupyter kernel runs it, without sockets and threads.

The shell, its displays, the execution of a cell and the refusal of input are ipykernel's own
classes and functions; `kernel` has what replaces sockets, `outputs` gathers what comes.
"""

import asyncio
import itertools
import os
import re
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import ipykernel_launcher
from ipykernel.compiler import XCachingCompiler
from ipykernel.kernelapp import IPKernelApp
from jupyter_client.session import json_packer, json_unpacker
from traitlets.config import Config

from isocenter.engine.kernel import (
    INLINE,
    HandsOver,
    Kernel,
    KernelShell,
    Stream,
    Ticks,
    draw_with,
    has_terminals,
    import_from_working_folder,
    pass_breakpoint,
)
from isocenter.engine.outputs import LARGEST_ERROR, Captured, Output, Outputs

LARGEST = 10_000_000
NOTHING = type("Nothing", (), {"__repr__": lambda _: "NOTHING"})()
"""The value of a cell that displays no result."""


@dataclass(frozen=True)
class Update:
    """New data for what an earlier cell displays.

    `cell` counts the calls of `Shell.run_cell` from 0, `output` the outputs of that cell.
    """

    cell: int
    output: int
    data: dict[str, Any]
    metadata: dict[str, Any]


@dataclass(frozen=True)
class CellRun:
    """What came of a cell: `error` is (name, text), `value` the result it displays or NOTHING."""

    outputs: list[Output]
    execution_count: int
    error: tuple[str, str] | None
    value: object
    updates: tuple[Update, ...]


class Shell:
    """A notebook's kernel in this process, which can have one only.

    Build it, fork, then `begin`. What cells import, define and change is this process's own state,
    as in a kernel.

    Parameters
    ----------
    user_ns : dict, optional
        The cells' names, and their globals: a `__missing__` of a subclass is asked for a name
        before the builtins are. With it, nothing is imported from the working folder.
    """

    loop: asyncio.AbstractEventLoop

    def __init__(self, user_ns: dict[str, Any] | None = None) -> None:
        self._trusted = user_ns is not None
        self._kernel = Kernel()
        IPKernelApp.init_pdb(None)  # a breakpoint in a cell asks for input, which is refused
        KernelShell.clear_instance()
        with tempfile.TemporaryDirectory() as folder:
            self.ip = KernelShell.instance(
                config=Config(HistoryManager={"hist_file": ":memory:"}),
                ipython_dir=folder,
                user_ns={} if user_ns is None else user_ns,
                kernel=self._kernel,
                compiler_class=XCachingCompiler,
            )
            self.ip.extension_manager.load_extension("storemagic")
        draw_with(INLINE, self.ip)  # costly, so not in the child
        self.ip.user_ns_hidden.update(self.ip.user_ns)
        self._kernel.shell = self.ip
        self.ip.displayhook.session = self.ip.display_pub.session = HandsOver(self._message)
        self.ip.displayhook.topic = b"execute_result"
        try:
            raise RuntimeError
        except RuntimeError:  # so that a child need not import what renders tracebacks
            self.ip.InteractiveTB.structured_traceback(*sys.exc_info())
        self._lock = threading.RLock()
        self._runs = itertools.count()
        self._owners = map(str, itertools.count())
        self._owner = ""
        self._outputs: Outputs | None = None
        self._displayed: dict[str, list[tuple[int, int]]] = {}
        self._updates: dict[tuple[int, int], Update] = {}

    @property
    def user_ns(self) -> dict[str, Any]:
        """The names of the notebook."""
        return self.ip.user_ns

    def begin(self) -> None:
        """Take over this process: descriptors 1 and 2, the streams, an event loop.

        Working folder and environment must be the notebook's by now.
        """
        self._pid = os.getpid()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # unless a cell runs
        tempfile.tempdir = None
        self.ip.init_environment()
        backend = os.environ["MPLBACKEND"] = os.environ.get("MPLBACKEND") or INLINE
        draw_with(backend, self.ip)
        self.ip.init_ipython_dir(None)
        self.ip.init_profile_dir(None)
        sys.argv = [ipykernel_launcher.__file__, "-f", "kernel.json"]
        sys.breakpointhook = pass_breakpoint
        if not self._trusted:
            import_from_working_folder()
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        if not has_terminals():
            self.ip.system = self.ip.system_raw  # `!` without one: what it says is captured too
        self._captured = Captured()
        sys.stdout = Stream("stdout", 1, self._text)
        sys.stderr = Stream("stderr", 2, self._text)
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        self._kernel.io_loop = Ticks(self.loop)

    async def run_cell(self, source: str, *, largest: int = LARGEST) -> CellRun:
        """Run a cell as a kernel does for nbgrader; await it in `loop`.

        Parameters
        ----------
        source : str
        largest : int, bytes
            Outputs beyond that are cut.
        """
        run = next(self._runs)
        outputs = Outputs(largest)
        self.ip.last_execution_result = None
        with self._showing(outputs):
            reply = await self._reply(source)
            failed = reply["status"] == "error"
            if failed and reply["ename"] not in outputs.errors():
                self._show_error(outputs, reply)  # nbgrader adds what the shell was told to hide
        for name, positions in outputs.displayed.items():
            self._displayed.setdefault(name, []).extend((run, each) for each in positions)
        updates, self._updates = tuple(self._updates.values()), {}
        result = getattr(self.ip.last_execution_result, "result", None)
        return CellRun(
            outputs=outputs.finished(),
            execution_count=reply["execution_count"],
            error=(reply["ename"], reply["evalue"][:LARGEST_ERROR]) if failed else None,
            value=NOTHING if result is None else result,
            updates=updates,
        )

    @contextmanager
    def collect(self, *, largest: int = LARGEST) -> Iterator[list[Output]]:
        """Gather what a call outside of a cell shows; the list is filled at the end.

        Interrupts stay ignored, unless who calls sets a handler.
        """
        shown: list[Output] = []
        outputs = Outputs(largest)
        self._kernel._forward_input(allow_stdin=False)
        try:
            with self.ip.builtin_trap, self._showing(outputs):
                yield shown
        finally:
            self._kernel._restore_input()
            shown += outputs.finished()

    async def _reply(self, source: str) -> dict[str, Any]:
        try:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            try:
                return await self._kernel.do_execute(source, silent=False)
            finally:
                signal.signal(signal.SIGINT, signal.SIG_IGN)
        # Not of the cell's own code: an interrupt came late, or the cell broke the shell.
        except (Exception, KeyboardInterrupt, asyncio.CancelledError) as error:
            name = type(error).__name__
            count = self.ip.execution_count - 1
            shown = {"ename": name, "evalue": "", "traceback": [name]}
            return {"status": "error", "execution_count": count, **shown}

    @contextmanager
    def _showing(self, outputs: Outputs) -> Iterator[None]:
        self._captured.forget()
        self._outputs, self._owner = outputs, next(self._owners)
        self.ip.set_parent({"header": {"msg_id": self._owner}})
        try:
            yield
        finally:
            if os.getpid() != self._pid:
                os._exit(0)  # a child that was forked meanwhile: what follows is its parent's
            with self._lock:
                self._drain(outputs)
                self._outputs = None

    def _drain(self, outputs: Outputs) -> None:
        for name, text in self._captured.read(outputs.room + 1):
            outputs.text(name, text)

    @contextmanager
    def _current(self, owner: str | None) -> Iterator[Outputs | None]:
        """Give the outputs to add to: none to a background task of an earlier cell."""
        with self._lock:
            outputs = self._outputs if owner == self._owner else None
            if outputs is not None:
                self._drain(outputs)
            yield outputs

    def _text(self, stream: Stream, text: str) -> None:
        if os.getpid() != self._pid:
            os.write(stream.descriptor, text.encode("utf-8", "replace"))
            return
        with self._current(stream.parent_header.get("msg_id")) as outputs:
            if outputs is not None:
                outputs.text(stream.name, text)

    def _message(self, kind: str, content: dict[str, Any], owner: str | None) -> None:
        if os.getpid() != self._pid:
            return
        packed = json_packer(content)
        content = json_unpacker(packed)
        with self._current(owner) as outputs:
            if outputs is None:
                return
            if kind == "clear_output":
                outputs.clear(content["wait"])
            elif kind == "error":
                self._show_error(outputs, content)
            elif kind in {"display_data", "update_display_data", "execute_result"}:
                self._display(outputs, kind, content, len(packed))

    def _show_error(self, outputs: Outputs, content: dict[str, Any]) -> None:
        said = "ERROR: An error occurred while showtraceback was disabled"
        outputs.add(
            {
                "output_type": "error",
                "ename": content["ename"],
                "evalue": content["evalue"],
                "traceback": content["traceback"] or [said],
            },
            size=0,
        )

    def _display(self, outputs: Outputs, kind: str, content: dict[str, Any], size: int) -> None:
        # What no notebook may hold would end the run of a kernel's client.
        data = {mime: item for mime, item in content["data"].items() if _may_be_kept(mime, item)}
        metadata = content["metadata"]
        display_id = (content.get("transient") or {}).get("display_id")
        if display_id is not None:
            display_id = str(display_id)
            outputs.replace(display_id, data, metadata, size)
            for place in self._displayed.get(display_id, []):
                if outputs.fits(place, size):
                    self._updates[place] = Update(*place, data, metadata)
        if kind != "update_display_data":
            shown = {"output_type": kind, "data": data, "metadata": metadata}
            if kind == "execute_result":
                shown["execution_count"] = content["execution_count"]
            outputs.add(shown, size, display_id)


def _may_be_kept(mime: str, item: object) -> bool:
    lines = item if isinstance(item, list) else [item]
    is_json = re.fullmatch(r"application/(.*\+)?json", mime)
    return is_json is not None or all(isinstance(line, str) for line in lines)
