"""`isocenter serve`: keeps what grading imports, and one worker, warm for the next command.

Each command runs in a fork of this process: the course's settings and its own modules are read
anew, and nothing of one run is left for the next. Only this user's processes are served, through a
socket in the course's folder.
"""

import contextlib
import gc
import importlib
import json
import os
import pickle
import selectors
import signal
import socket
import sys
from pathlib import Path
from typing import Any

from sqlalchemy.orm import configure_mappers

from isocenter import client
from isocenter.engine import rights
from isocenter.engine.rights import Level
from isocenter.engine.warm import WarmProcess
from isocenter.errors import IsocenterError
from isocenter.grading import digests, grader, pool, settings
from isocenter.grading.borrowed import Borrowed
from isocenter.grading.listening import Client, listening
from isocenter.grading.work import Machine

IMPORTED = (  # what a run imports when it needs it
    "isocenter.grading.plan",
    "isocenter.grading.task",
    "isocenter.grading.writer",
    "isocenter.screen",
    "isocenter.extra_credit",
    "isocenter.gradebooks",
    "rich._emoji_codes",
    "sqlalchemy.dialects.sqlite",
)
ENDS = (signal.SIGINT, signal.SIGTERM)


class Server:
    """Serves one course.

    Parameters
    ----------
    root : Path
        The course's folder.
    idle : float
        Seconds without a command after which it ends.
    """

    def __init__(self, root: Path, idle: float) -> None:
        self._root, self._idle = root, idle
        self._state = _state()
        self._selector = selectors.DefaultSelector()
        self._waiting: list[Client] = []
        self._running: tuple[Client, int, int] | None = None
        self._worker: tuple[Machine, Any] | None = None
        self._warm_process: tuple[str, WarmProcess] | None = None

    def serve(self) -> bool:
        """Serve until it is told to end, or nobody asks any more.

        Returns
        -------
        bool
            Whether to start anew: isocenter, Python or a package is not what it was.
        """
        for name in IMPORTED:
            importlib.import_module(name)
        configure_mappers()
        self._levels = rights.survey()
        with listening(self._root) as listener, grader.place() as self._place:
            self._listener = listener
            self._selector.register(listener, selectors.EVENT_READ, self._accept)
            try:
                self._warm_up()
                print(f"serving {self._root} (process {os.getpid()}); Ctrl-C ends it", flush=True)
                return self._loop()
            except KeyboardInterrupt:
                return False
            finally:
                self._end()

    def _loop(self) -> bool:
        while events := self._selector.select(None if self._running else self._idle):
            for key, _ in events:
                key.data(key.fileobj)
            while self._running is None and self._waiting:
                if _state() != self._state:
                    for one in self._waiting:
                        one.say(without="isocenter or a package changed; it starts anew")
                    return True
                self._start(self._waiting.pop(0))
        return False

    def _end(self) -> None:
        """Stop what runs, and let go of all."""
        for number in ENDS:
            signal.signal(number, signal.SIG_IGN)
        if self._running is not None:
            os.kill(self._running[1], signal.SIGINT)
            self._reap()
        for one in self._waiting:
            one.close()
        if self._worker is not None:
            self._worker[1].end()
        if self._warm_process is not None:
            self._warm_process[1].close()
        self._selector.close()
        for number in ENDS:
            signal.signal(number, _stop)

    def _accept(self, listener: socket.socket) -> None:
        connection, _ = listener.accept()
        if client.owner(connection) != os.getuid():
            connection.close()
            return
        connection.setblocking(False)
        asking = Client(connection)
        self._selector.register(connection, selectors.EVENT_READ, lambda _: self._hear(asking))

    def _hear(self, asking: Client) -> None:
        """Take a client's request; or learn that it wants no more, or is gone."""
        try:
            data, files, _, _ = socket.recv_fds(asking.connection, client.MOST, 2)
        except OSError:
            data, files = b"", []
        asking.files += files
        if not asking.request and data:
            asking.request = json.loads(data)
            other = _difference(asking.request["variables"])
            if other:
                asking.say(without=f"it was started with another value of {other}")
            elif self._running is not None:
                asking.say(waiting=f"waiting: {self._running[0]} is grading")
                self._waiting.append(asking)
                return
            else:
                self._waiting.append(asking)
                return
        self._selector.unregister(asking.connection)
        if self._running is not None and self._running[0] is asking:
            os.kill(self._running[1], signal.SIGINT)  # and it is told when that is done
            return
        if asking in self._waiting:
            self._waiting.remove(asking)
        asking.close()

    def _start(self, asking: Client) -> None:
        """Run a command in a fork of this process."""
        if self._worker is None or self._worker[1].process.poll() is not None:
            self._warm_up()
        asking.say(started=True)
        child = _fork(lambda: self._command(asking))
        watch = os.pidfd_open(child)
        self._running = (asking, child, watch)
        self._selector.register(watch, selectors.EVENT_READ, self._finished)

    def _command(self, asking: Client) -> int:
        """Run a command: this is the fork, which has the client's terminal."""
        from isocenter import cli

        os.setsid()
        for number, file in enumerate(asking.files, 1):
            os.dup2(file, number)
        encoding = asking.request["encoding"] or "utf-8"
        sys.stdout, sys.stderr = (
            open(number, "w", 1, encoding, "backslashreplace", closefd=False)  # noqa: SIM115
            for number in (1, 2)
        )
        self._listener.close()
        for name in client.TERMINAL:
            os.environ.pop(name, None)
        os.environ.update(asking.request["terminal"])
        os.umask(asking.request["umask"])
        os.chdir(asking.request["folder"])
        warm = None
        if self._worker is not None:
            machine, worker = self._worker
            _, warm_process = self._warm_process
            warm = Borrowed(
                worker.process.pid, worker.connection, machine, self._levels, warm_process
            )
        command, *others = asking.request["arguments"]
        arguments = [command, "--no-serve", *others]
        try:
            return cli.main(arguments, warm)
        except SystemExit as error:  # argparse ends so
            return error.code if isinstance(error.code, int) else 2

    def _reap(self) -> int:
        """Take a command's end, and tell its client."""
        asking, child, watch = self._running
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        self._selector.unregister(watch)
        os.close(watch)
        with contextlib.suppress(KeyError):
            self._selector.unregister(asking.connection)
        asking.say(**{"exit": code} if code >= 0 else {"without": "its process was killed"})
        asking.close()
        self._running = None
        return code

    def _finished(self, watch: int) -> None:
        """Make ready for the next command; the worker is kept where it was left at rest."""
        code = self._reap()
        machine = _machine(self._root, self._levels)
        if self._worker is not None and (code not in (0, 1) or self._worker[0] != machine):
            self._worker[1].end()
            self._worker = None
        if self._worker is None or self._worker[1].process.poll() is not None:
            self._warm_up(machine)

    def _warm_up(self, machine: Machine | None = None) -> None:
        """Start a worker; it imports while we wait for the next command."""
        if self._worker is not None:
            self._worker[1].end()
            self._worker = None
        machine = machine or _machine(self._root, self._levels)
        if machine is not None:
            worker = pool.start(machine, self._place, self._warmed(machine.level))
            self._worker = (machine, worker)
        gc.collect()
        gc.freeze()  # forks do not touch what is there

    def _warmed(self, level: str) -> WarmProcess:
        """Return a process that imports the stack for workers, or has done so."""
        if self._warm_process is not None:
            for_level, process = self._warm_process
            if for_level == level and process.is_alive():
                return process
            process.close()
        self._warm_process = (level, WarmProcess(Level[level]))
        return self._warm_process[1]


def serve(root: Path, idle: float) -> int:
    """Serve a course until told to end; returns the exit code.

    Parameters
    ----------
    root : Path
    idle : float
        Minutes without a command after which it ends.

    Raises
    ------
    CourseError
        Somebody serves it already.
    """
    for number in ENDS:
        signal.signal(number, _stop)
    if Server(root, idle * 60).serve():
        print("isocenter or a package changed: starting anew", flush=True)
        os.chdir(root)
        command = ["-m", "isocenter", "serve", "--idle", f"{idle:g}"]
        os.execv(sys.executable, [sys.executable, *command])
    return 0


def _stop(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _fork(function: Any) -> int:
    """Run a function in a fork, whose exit code it returns; returns the fork's number."""
    if len(os.listdir("/proc/self/task")) > 1:
        raise RuntimeError("a process with threads must not fork")
    sys.stdout.flush()
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDS)
    child = os.fork()
    if child:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDS)
        return child
    code = 2
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDS)
        code = function()
        sys.stdout.flush()
        sys.stderr.flush()
    except KeyboardInterrupt:
        code = 130
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(code)


def _machine(root: Path, levels: dict[Level, str]) -> Machine | None:
    """Return how the course has student code run; None where its settings cannot be read now."""
    reads, writes = os.pipe()

    def tell() -> int:
        try:
            found = settings.load(root)
            level = grader.level(found, levels, strict=False)
            machine = grader.machine(found, level)
        except IsocenterError as error:
            print(error, file=sys.stderr)
            return 2
        with open(writes, "wb") as pipe:
            pickle.dump(machine, pipe)
        return 0

    child = _fork(tell)
    os.close(writes)
    with open(reads, "rb") as pipe:
        data = pipe.read()
    os.waitpid(child, 0)
    return pickle.loads(data) if data else None


def _state() -> tuple[str, str]:
    """Return digests, taken now, of all code that this process has imported, or may."""
    package = Path(__file__).parents[1]
    paths = [path for path in sorted(package.rglob("*")) if path.is_file()]
    code = digests.of(*(path.read_bytes() for path in paths if path.suffix != ".pyc"))
    return code, digests.of_data(digests.installed())


def _difference(variables: dict[str, str]) -> str:
    """Name a variable that the client has otherwise than this process; empty if there is none."""
    ours = settings.VARIABLES
    return next((n for n in sorted(ours | variables) if ours.get(n) != variables.get(n)), "")
