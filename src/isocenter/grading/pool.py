"""Workers: each is a process that a thread of this one owns, and starts again when it dies."""

import contextlib
import os
import queue
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from isocenter.engine.rights import Level
from isocenter.engine.warm import WarmProcess, WarmProcessGone
from isocenter.grading.asking import ask
from isocenter.grading.borrowed import Borrowed
from isocenter.grading.work import Machine, Task, Work

DIED = (
    "the grading process died while it ran this one, twice: look for code that ends other "
    "processes or uses all memory"
)
GRACE = 120  # seconds, beyond all limits of a notebook, after which a worker counts as dead
TRIES = 2


@dataclass(frozen=True)
class Came:
    """What came of a hand-in.

    Attributes
    ----------
    key : str
    packed : bytes or None
        As `Runner.run` gives it.
    problem : str
        Why there is nothing.
    seconds : float
        Wall time that it took.
    """

    key: str
    packed: bytes | None
    problem: str = ""
    seconds: float = 0.0


@dataclass
class _Worker:
    """One worker process, as its owner sees it."""

    process: subprocess.Popen
    connection: Connection
    knows: set[str]

    def ask(self, task: Task, work: Work, patience: float) -> bytes | Exception:
        """Let it run a hand-in."""
        return ask(self.connection, self.knows, task, work, patience)

    def end(self) -> None:
        self.connection.close()
        self.process.kill()
        self.process.wait()


class Pool:
    """Runs hand-ins side by side.

    Parameters
    ----------
    machine : Machine
    workers : int
        Processes; they begin to import at once.
    place : Path
        Where they keep what is of no use afterwards.
    warm : Borrowed, optional
        A worker that was started beforehand, for the same machine; it is the first.

    Attributes
    ----------
    warm_process : WarmProcess
        From which all workers' engines have their servers.
    """

    def __init__(
        self, machine: Machine, workers: int, place: Path, warm: Borrowed | None = None
    ) -> None:
        self._machine, self._place, self._warm = machine, place, warm
        self.warm_process = warm.warm_process if warm else WarmProcess(Level[machine.level])
        self._todo: queue.SimpleQueue[tuple[Task, Callable[[], Work]] | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Came] = queue.SimpleQueue()
        self._workers: dict[int, _Worker | Borrowed] = {}
        self._closing = False
        self._owners = [
            threading.Thread(target=self._own, args=(number,), daemon=True)
            for number in range(workers)
        ]
        for owner in self._owners:
            owner.start()

    def __enter__(self) -> "Pool":
        """Return the pool."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the workers, whatever they are at."""
        self._closing = True
        for _owner in self._owners:
            self._todo.put(None)
        for worker in list(self._workers.values()):
            worker.process.kill()
        for owner in self._owners:
            owner.join()
        if self._warm is None:
            self.warm_process.close()

    @property
    def pids(self) -> list[int]:
        """The worker processes."""
        return [worker.process.pid for worker in list(self._workers.values())]

    @property
    def size(self) -> int:
        """How many hand-ins run at the same time."""
        return len(self._owners)

    def put(self, task: Task, work: Callable[[], Work]) -> None:
        """Have a hand-in run; `work` gives what its assignment's have in common."""
        self._todo.put((task, work))

    def get(self, patience: float) -> Came | None:
        """Wait for the next that is done; None where none is within some seconds."""
        with contextlib.suppress(queue.Empty):
            return self._done.get(timeout=patience)
        return None

    def _start(self) -> _Worker:
        return start(self._machine, self._place, self.warm_process)

    def _own(self, number: int) -> None:
        """Own one worker: hand tasks to it one by one."""
        with contextlib.suppress(OSError):
            is_warm = number == 0 and self._warm is not None
            self._workers[number] = self._warm if is_warm else self._start()
        while (item := self._todo.get()) is not None:
            task, work = item
            came = self._run(number, task, work())
            if came is None:
                break
            self._done.put(came)
        if number in self._workers:
            self._workers.pop(number).end()

    def _run(self, number: int, task: Task, work: Work) -> Came | None:
        """Let a worker run a hand-in; one that dies over it is tried again, once."""
        patience = self._machine.limits().notebook_seconds * len(work.plans) + GRACE
        began = time.monotonic()
        for _ in range(TRIES):
            try:
                if number not in self._workers:
                    self._workers[number] = self._start()
                answer = self._workers[number].ask(task, work, patience)
            except (EOFError, OSError):  # TimeoutError is one
                if self._closing:
                    return None
                if number in self._workers:
                    self._workers.pop(number).end()
                continue
            seconds = time.monotonic() - began
            if isinstance(answer, Exception):
                problem = f"the grader failed on it: {type(answer).__name__}: {answer}"
                return Came(task.key, None, problem, seconds)
            return Came(task.key, answer, seconds=seconds)
        return Came(task.key, None, DIED, time.monotonic() - began)


def start(machine: Machine, place: Path, warm_process: WarmProcess) -> _Worker:
    """Start a worker process, to whose engine a warm process gives servers; it begins at once."""
    ours, theirs = socket.socketpair()
    with contextlib.ExitStack() as stack:
        given = [stack.enter_context(theirs)]
        with contextlib.suppress(WarmProcessGone):  # the worker's engine starts one of its own
            given += map(stack.enter_context, warm_process.servers())
        descriptors = [one.fileno() for one in given]
        process = subprocess.Popen(
            [sys.executable, "-m", "isocenter.grading.worker", *map(str, descriptors)],
            pass_fds=descriptors,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=os.environ | {"TMPDIR": str(place)},
            start_new_session=True,
        )
    connection = Connection(ours.detach())
    with contextlib.suppress(OSError):  # it died at once: the first task finds out
        connection.send(machine)
    return _Worker(process, connection, set())
