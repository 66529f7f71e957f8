"""What a Dask worker has for one run: worker processes of the grader, and files that were sent.

Dask's own process has threads and is the cluster's: it runs no student code and forks nothing. The
same processes that a `Pool` owns on one machine are started beside it.
"""

import contextlib
import os
import pickle
import queue
import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from distributed import Worker, WorkerPlugin, get_worker

from isocenter.engine import rights
from isocenter.errors import CourseError
from isocenter.grading import digests, grader
from isocenter.grading.pool import Came, Pool
from isocenter.grading.work import Machine, Task, Work

MOST_BYTES = 512 << 20  # of the folders that student code may read, which are sent to each worker


@dataclass(frozen=True)
class Hello:
    """What a Dask worker says of itself.

    Attributes
    ----------
    token : str
        Another one for each start: an address can be taken by a second worker.
    slots : int
        How many hand-ins it runs at the same time.
    problem : str
        Why it cannot be used; empty if it can.
    """

    token: str
    slots: int
    problem: str


class Household(WorkerPlugin):
    """Owns one worker process for each thread of a Dask worker.

    Parameters
    ----------
    machine : Machine
        As it is where the run was started.
    """

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._folders = [(path, _content(Path(path))) for path in machine.readable]
        self._installed, self._code = digests.installed(), digests.code()

    def setup(self, worker: Worker) -> None:
        """Unpack the files, and start the processes: they begin to import at once."""
        self._stack = contextlib.ExitStack()
        self._works: dict[str, Work] = {}
        self._free: queue.SimpleQueue[Pool] = queue.SimpleQueue()
        problem, slots = self._differs(), worker.state.nthreads
        if not problem:
            try:
                self._open(slots)
            except Exception as error:  # it is for the run to say, not for Dask's log
                problem = f"{type(error).__name__}: {error}"
        self.hello = Hello(secrets.token_hex(8), slots, problem)

    def teardown(self, worker: Worker) -> None:
        """End the processes, and remove the files."""
        self._stack.close()

    def run(self, task: Task, work: Work | None) -> Came:
        """Run a hand-in in the next process that is free."""
        if work is not None:
            self._works[work.key] = work
        pool = self._free.get()
        try:
            pool.put(task, lambda: self._works[task.work])
            while (came := pool.get(60)) is None:
                pass
            return came
        finally:
            self._free.put(pool)

    def _differs(self) -> str:
        """Say how this worker differs from where the run was started."""
        here, there = set(digests.installed()), set(self._installed)
        if here != there:
            named = [f"{name} is here alone" for name in sorted(here - there)]
            named += [f"{name} is missing" for name in sorted(there - here)]
            more = f" and {len(named) - 4} more" if len(named) > 4 else ""
            return f"Python or its packages are not the same: {'; '.join(named[:4])}{more}"
        if digests.code() != self._code:
            return "isocenter's own code is not the same"
        return rights.survey()[rights.Level[self._machine.level]] or ""

    def _open(self, slots: int) -> None:
        place = self._stack.enter_context(grader.place())
        moved = {}
        for number, (path, content) in enumerate(self._folders):
            folder = place / "readable" / str(number)
            folder.mkdir(parents=True)
            for name, data in content.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(data)
            for each in (folder.parent, folder, *folder.rglob("*")):
                each.chmod(0o755 if each.is_dir() else 0o644)  # student code may be another user's
            moved[path] = str(folder)
        machine = moved_to(self._machine, moved)
        for _ in range(slots):
            self._free.put(self._stack.enter_context(Pool(machine, 1, place)))


def moved_to(machine: Machine, moved: dict[str, str]) -> Machine:
    """Return how student code is run where the folders that it reads are elsewhere.

    Parameters
    ----------
    machine : Machine
    moved : dict of str to str
        Each of ``machine.readable``, and where it is now. Variables of student code that name one,
        or what is in it, name the new place; one may hold several paths, as PATH does.
    """
    places = {os.path.realpath(path): place for path, place in moved.items()}

    def elsewhere(text: str) -> str:
        real = os.path.realpath(text) if os.path.isabs(text) else ""
        for path, place in places.items():
            if real == path or real.startswith(path + os.sep):
                return place + real[len(path) :]
        return text

    environment = {
        name: os.pathsep.join(map(elsewhere, value.split(os.pathsep)))
        for name, value in machine.environment.items()
    }
    readable = tuple(moved[path] for path in machine.readable)
    return replace(machine, readable=readable, environment=environment)


def _content(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder, by their names in it."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    size = sum(path.stat().st_size for path in paths)
    if size > MOST_BYTES:
        raise CourseError(
            f"{folder}: {size / 2**20:.0f} MB are too much to send to each worker of a cluster "
            f"(at most {MOST_BYTES >> 20} MB): name a smaller folder in c.Execute.readable"
        )
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _household(name: str) -> Household:
    return get_worker().plugins[name]


def hello(name: str) -> Hello:
    """Return what a Dask worker says of itself; it runs there."""
    return _household(name).hello


def run(name: str, token: str, packed: bytes) -> Any:
    """Run a hand-in; this is what a cluster's worker is asked to do.

    Returns
    -------
    Came or None
        None where the worker was started again in between.
    """
    household = _household(name)
    if household.hello.token != token:
        return None
    return household.run(*pickle.loads(packed))
