"""The grader's side of the engine: hands a notebook's cells over and takes what comes of each."""

import contextlib
import fcntl
import json
import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from isocenter.engine import rights
from isocenter.engine.cells import Cell, CellOutcome, Side
from isocenter.engine.job import STARTING, EngineError, Job
from isocenter.engine.scratch import scratch_folder
from isocenter.engine.warm import WarmProcess, WarmProcessGone, end, heard
from isocenter.engine.wire import Channel, Closed

UIDS = range(61_000, 61_500)  # that student code gets where root grades


__all__ = ["Cell", "CellOutcome", "Engine", "EngineError", "Side"]


class Engine:
    """Runs one submission after another, in forks of a warm process.

    Parameters
    ----------
    level : rights.Level, optional
        How far a student's rights are lowered; the highest that the machine has, unless given.
    limits : rights.Limits, optional
    readable : iterable of Path
        Folders that both sides may read and nobody may write: the images.
    environment : dict of str to str
        Variables that cells see, besides a plain few.
    secrets : dict of str to str
        Variables that the grade cells alone see.
    uid : int, optional
        Who the student's and the examiner's process are, where this one is root's; one that no
        other engine has, unless given.

    Attributes
    ----------
    level : rights.Level
        The level that is asked for, and so reached: anything less is an error.
    rebound : tuple of str
        The names of the assignment's, such as ``np``, to which the last hand-in gave another
        meaning; tests went on with the assignment's.
    pids : tuple of int
        The two servers, the students' and the examiners', while they run.

    Raises
    ------
    EngineError
        At `run`: a level that is not reached, a warm process that does not start.
    """

    def __init__(
        self,
        level: rights.Level | None = None,
        limits: rights.Limits | None = None,
        readable: tuple[Path, ...] = (),
        environment: dict[str, str] | None = None,
        secrets: dict[str, str] | None = None,
        uid: int | None = None,
        servers: tuple[socket.socket, ...] = (),
    ) -> None:
        self.level = rights.reachable() if level is None else level
        self._limits = limits or rights.Limits()
        self._readable = tuple(path.resolve() for path in readable)
        self._environment, self._secrets = environment or {}, secrets or {}
        self._uid, self._slot = (uid, None) if uid or os.getuid() else _free_uid()
        self._warm: WarmProcess | None = None
        self._given, self._servers = servers, []
        self.pids: tuple[int, ...] = ()
        self.rebound: tuple[str, ...] = ()

    def __enter__(self) -> "Engine":
        """Return the engine; what it needs starts with the first run."""
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """End what this engine has started."""
        self.close()

    @property
    def pid(self) -> int | None:
        """The warm process that this engine has started, while there is one."""
        return None if self._warm is None else self._warm.pid

    def close(self) -> None:
        """End what this engine has started; a later run starts it again."""
        if self._servers:
            end(self._servers)
            self._servers, self.pids = [], ()
        if self._warm is not None:
            self._warm.close()
            self._warm = None

    def run(
        self,
        cells: list[Cell],
        folder: Path,
        imports: str = "",
        asked: Callable[[str], None] | None = None,
        theirs: frozenset[str] = frozenset(),
    ) -> list[CellOutcome]:
        """Run the code cells of one notebook, in order.

        Parameters
        ----------
        cells : list of Cell
        folder : Path
            What lies beside the notebook; regular files are copied, nothing in it is changed.
        imports : str
            Run on the tests' side before all else: the modules that tests rely on, so that a
            student's name does not take their place.
        asked : function of a str, optional
            Called with each question that the last cell puts to the student's code, and its answer.
        theirs : frozenset of str
            Names that students are meant to bind or to fill, though a locked cell binds them first.

        Returns
        -------
        list of CellOutcome
            One a cell. Where the run broke off, the cell at which it did and all that follow have
            the same outcome and reason.

        Raises
        ------
        EngineError
        """
        for attempt in (1, 2):
            self.start()
            with scratch_folder(folder) as scratch:
                try:
                    first = Cell(imports, Side.EXAMINER, hidden=True)
                    return _counted(cells, self._run([first, *cells], scratch, asked, theirs)[1:])
                except WarmProcessGone as error:
                    end(self._servers)
                    self._servers, self.pids = [], ()
                    if attempt == 2:
                        raise EngineError(f"the warm process ended: {error}") from None
        raise AssertionError

    def start(self) -> None:
        """Start the servers unless they run; `run` does so itself, and waits for them."""
        if not self._servers or any(_is_closed(one) for one in self._servers):
            self._start()

    def _start(self) -> None:
        if self._warm is not None and self._warm.is_alive():  # what it has imported is still good
            end(self._servers)
        else:
            self.close()
        rights.shield()  # this process has the tests, and perhaps the uid of student code
        given, self._given = self._given, ()
        try:
            self._servers = [*(given or self._new())]
            answers = [heard(control, STARTING) for control in self._servers]
        except WarmProcessGone:
            if given:
                return self._start()
            complaint = self._warm.complaint()
            self.close()
            raise EngineError(f"the warm process did not start: {complaint}") from None
        if problem := next((answer["ready"] for answer in answers if answer["ready"]), ""):
            self.close()
            raise EngineError(problem)
        self.pids = tuple(answer["pid"] for answer in answers)

    def _new(self) -> tuple[socket.socket, socket.socket]:
        if self._warm is None:
            self._warm = WarmProcess(self.level)
        return self._warm.servers()

    def _run(
        self,
        cells: list[Cell],
        scratch: Path,
        asked: Callable[[str], None] | None,
        theirs: frozenset[str],
    ) -> list[CellOutcome]:
        home = {
            "HOME": str(scratch / "home"),
            "IPYTHONDIR": str(scratch / "home/.ipython"),
            "MPLCONFIGDIR": str(scratch / "home/.config/matplotlib"),
            "TMPDIR": str(scratch / "tmp"),
            "PATH": os.environ.get("PATH", os.defpath),
            "LANG": os.environ.get("LANG", "C.UTF-8"),
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            "NBGRADER_EXECUTION": "autograde",  # nbgrader documents it for cells that ask
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "MKL_NUM_THREADS": "1",
        }
        request = {
            "level": int(self.level),
            "limits": asdict(self._limits),
            "scratch": str(scratch),
            "readable": list(map(str, self._readable)),
            "uid": self._uid,
            "environment": home | self._environment,
        }
        # What lies in the folder is the student's doing, and looked at on the student's side.
        whole = asdict(self._limits) | {"scratch_bytes": 1 << 60, "scratch_files": 1 << 60}
        environment = request["environment"] | self._secrets
        with contextlib.ExitStack() as stack:
            request["cpu"] = stack.enter_context(_processor())
            examiners = request | {"environment": environment, "limits": whole}
            job, jobs_end = map(stack.enter_context, socket.socketpair())
            student, students_end = map(stack.enter_context, socket.socketpair())
            _start_child(self._servers[0], request, [students_end])
            _start_child(self._servers[1], examiners, [student, jobs_end])
            for given_away in (student, students_end, jobs_end):
                given_away.close()
            channel = Channel(job)
            run = Job(channel, *self._servers, self._limits, len(cells), asked)
            try:
                run.started()
                with contextlib.suppress(Closed):  # `outcomes` finds out why
                    todo = [[cell.source, cell.side, cell.hidden] for cell in cells]
                    channel.send([todo, asked is not None, sorted(theirs)])
                outcomes = run.outcomes()
            finally:
                run.stop()
            self.rebound = tuple(run.rebound or ())
            return outcomes


def _counted(cells: list[Cell], outcomes: list[CellOutcome]) -> list[CellOutcome]:
    """Return outcomes numbered as one kernel would have done, though two processes ran them."""
    counted, count = [], 0
    for cell, outcome in zip(cells, outcomes, strict=True):
        count += bool(cell.source.strip())
        for output in outcome.outputs:
            if output["output_type"] == "execute_result":
                output["execution_count"] = count
        ran = outcome.execution_count is not None
        counted.append(replace(outcome, execution_count=count if ran else None))
    return counted


def _free_uid() -> tuple[int, int]:
    """Return a uid that no other engine on this machine uses, and the lock that keeps it so."""
    folder = Path("/run/isocenter")
    folder.mkdir(mode=0o700, exist_ok=True)
    for uid in range(UIDS.start, UIDS.stop):
        lock = os.open(folder / str(uid), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
        else:
            return uid, lock
    raise EngineError(f"all uids from {UIDS.start} to {UIDS.stop} are in use by other engines")


@contextlib.contextmanager
def _processor() -> Iterator[int | None]:
    """Give a processor that no other engine of this machine uses; None where all are taken.

    The two processes of a submission take turns. On one processor a call from the one to the other
    takes a third of the time, on either side, than from one processor to another.
    """
    for number in sorted(os.sched_getaffinity(0)):
        # A name that is taken as long as the socket is open, by whichever user's process.
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as lock:
            try:
                lock.bind(f"\0isocenter-processor-{number}")
            except OSError:
                continue
            yield number
            return
    yield None


def _is_closed(control: socket.socket) -> bool:
    """Whether a server has ended."""
    with contextlib.suppress(BlockingIOError):
        return not control.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    return False


def _start_child(
    control: socket.socket, request: dict[str, Any], sockets: list[socket.socket]
) -> None:
    data = json.dumps({"start": request}).encode()
    try:
        socket.send_fds(control, [data], [each.fileno() for each in sockets])
    except OSError as error:
        raise WarmProcessGone(str(error)) from None
