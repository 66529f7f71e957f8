"""The grader's side of the engine: hands a notebook's cells over and takes what comes of each."""

import contextlib
import fcntl
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any

from isocenter.engine import rights
from isocenter.engine.wire import Channel, Closed, ProtocolError
from isocenter.errors import IsocenterError
from isocenter.results import Outcome

DEEPEST = 50  # folders within folders of a hand-in
GRACE = 8  # seconds that an interrupted cell has to end
ENDING = 0.3  # seconds that a process which is gone has to say how it ended
UIDS = range(60_000, 60_500)  # that student code gets where root grades
STARTING = 120  # seconds that the warm process has to import the stack


class EngineError(IsocenterError):
    """The engine itself could not do its work; no fault of the hand-in's."""


class Side(StrEnum):
    """Where a cell runs."""

    STUDENT = "student"
    EXAMINER = "examiner"
    BOTH = "both"


@dataclass(frozen=True)
class Cell:
    """A code cell to be run.

    Attributes
    ----------
    source : str
    side : Side
        Only a cell whose text is the instructor's, word for word, may run on the examiner's side.
    hidden : bool
        Whether it holds hidden tests: nothing that student code says while it runs is shown then.
    """

    source: str
    side: Side
    hidden: bool = False


@dataclass(frozen=True)
class CellOutcome:
    """What came of a cell.

    Attributes
    ----------
    outcome : Outcome
        For a student's cell, `FAILED` means that it ended with an exception.
    outputs : list of dict
        As nbformat 4 has them.
    execution_count : int or None
    value : float or None
        The number that a grade cell showed last: partial credit.
    reason : str
        One sentence for `TIMED_OUT` and `ERROR`, and where a limit was passed.
    """

    outcome: Outcome
    outputs: list[dict[str, Any]] = field(default_factory=list)
    execution_count: int | None = None
    value: float | None = None
    reason: str = ""


class Engine:
    """Owns a warm process and runs one submission after another in forks of it.

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
    ) -> None:
        self.level = rights.reachable() if level is None else level
        self._limits = limits or rights.Limits()
        self._readable = tuple(path.resolve() for path in readable)
        self._environment, self._secrets = environment or {}, secrets or {}
        self._uid, self._slot = (uid, None) if uid or os.getuid() else _free_uid()
        self._process: subprocess.Popen | None = None

    def __enter__(self) -> "Engine":
        """Return the engine; the warm process starts with the first run."""
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """End the warm process and all that it has forked."""
        self.close()

    @property
    def pid(self) -> int | None:
        """The warm process, while there is one."""
        return None if self._process is None else self._process.pid

    def close(self) -> None:
        """End the warm process and all that it has forked; a later run starts another."""
        if self._process is not None:
            self._students.close()
            self._examiners.close()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None

    def run(
        self,
        cells: list[Cell],
        folder: Path,
        imports: str = "",
        asked: Callable[[str], None] | None = None,
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
            if self._process is None or self._process.poll() is not None:
                self._start()
            with _scratch(folder) as scratch:
                try:
                    first = Cell(imports, Side.EXAMINER, hidden=True)
                    return _counted(cells, self._run([first, *cells], scratch, asked)[1:])
                except _WarmProcessGone as error:
                    self.close()
                    if attempt == 2:
                        raise EngineError(f"the warm process ended: {error}") from None
        raise AssertionError

    def _start(self) -> None:
        self.close()
        rights.shield()  # this process has the tests, and perhaps the uid of student code
        self._students, students = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._examiners, examiners = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        kept = ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "MPLCONFIGDIR")
        environment = {name: os.environ[name] for name in kept if name in os.environ}
        threads = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL")}
        with students, examiners, tempfile.TemporaryFile() as complaints:
            descriptors = (students.fileno(), examiners.fileno())
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-m", "isocenter.engine.zygote", *map(str, descriptors)],
                env=environment | threads | self._below_strict() | {"MPLBACKEND": "Agg"},
                pass_fds=descriptors,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                start_new_session=True,
            )
            for control in (self._students, self._examiners):
                try:
                    problem = _heard(control, STARTING)["ready"]
                except _WarmProcessGone:
                    self._process.kill()
                    self._process.wait()
                    complaints.seek(0)
                    said = complaints.read().decode(errors="replace").strip().splitlines()
                    problem = f"the warm process did not start: {said[-1] if said else 'silence'}"
                if problem:
                    self.close()
                    raise EngineError(problem)

    def _below_strict(self) -> dict[str, str]:
        """Let joblib, which asks at its import, use threads where there is no shared memory."""
        return {} if self.level >= rights.Level.STRICT else {"JOBLIB_MULTIPROCESSING": "0"}

    def _run(
        self, cells: list[Cell], scratch: Path, asked: Callable[[str], None] | None
    ) -> list[CellOutcome]:
        job, jobs_end = socket.socketpair()
        student, students_end = socket.socketpair()
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
        examiners = request | {"environment": environment, "limits": whole}
        with student, students_end, jobs_end:
            _start_child(self._students, request, [students_end])
            _start_child(self._examiners, examiners, [student, jobs_end])
        channel = Channel(job)
        run = _Run(channel, self._students, self._examiners, self._limits, len(cells), asked)
        try:
            run.started()
            with contextlib.suppress(Closed):  # `outcomes` finds out why
                todo = [[cell.source, cell.side, cell.hidden] for cell in cells]
                channel.send([todo, asked is not None])
            return run.outcomes()
        finally:
            run.stop()
            channel.close()


class _WarmProcessGone(Exception):
    """The warm process does not answer any more; another one can be started."""


class _Run:
    """One notebook's run, seen from the grader: what the examiner tells, and the clocks."""

    def __init__(
        self,
        job: Channel,
        students: socket.socket,
        examiners: socket.socket,
        limits: rights.Limits,
        count: int,
        asked: Callable[[str], None] | None,
    ) -> None:
        self._job, self._limits, self._count, self._asked = job, limits, count, asked
        self._controls = {"student": students, "examiner": examiners}
        self._ended: dict[str, dict[str, Any]] = {}
        self._done: list[CellOutcome] = []
        self._end = time.monotonic() + limits.notebook_seconds
        self._cell_end = self._end
        self._interrupted = False
        self._left_out = 0

    def started(self) -> None:
        """Wait until both processes run with the rights that were asked for."""
        for problem in [_heard(one, STARTING)["ready"] for one in self._controls.values()]:
            if problem:
                raise EngineError(f"a process with lowered rights did not start: {problem}")

    def outcomes(self) -> list[CellOutcome]:
        """Listen until all cells are done, or none can be done any more."""
        while len(self._done) < self._count:
            until = min(self._cell_end, self._end)
            ready = select.select(
                [self._job, *self._controls.values()], [], [], max(until - time.monotonic(), 0)
            )[0]
            if self._job in ready:
                reason = self._listen()
            elif ready:
                reason = self._hear(ready)
            else:
                reason = self._time_is_up()
            if reason is not None:
                rest = CellOutcome(reason[0], reason=reason[1])
                self._done += [rest] * (self._count - len(self._done))
        return self._done

    def stop(self, seconds: float = 0) -> None:
        """End both processes, after a time to end by themselves; wait until nothing is left."""
        for name, control in self._controls.items():
            if name not in self._ended:
                with contextlib.suppress(OSError):
                    control.send(json.dumps({"stop": seconds}).encode())
        for name, control in self._controls.items():
            while name not in self._ended:
                self._ended[name] = _heard(control, STARTING)

    def _listen(self) -> tuple[Outcome, str] | None:
        """Take one message of the examiner's; return why nothing more will come, if so."""
        try:
            (what, *parts), _ = self._job.receive()
        except (Closed, ProtocolError):
            return self._why()
        if what == "interrupt":
            self._interrupt("student")
        elif what == "asked" and self._asked is not None:
            self._asked(parts[0])
        elif what == "gone":
            return self._why(parts[0])
        elif what == "failed":
            self.stop()
            return Outcome.ERROR, f"the examiner failed: {parts[0]}"
        elif what == "begun":
            self._interrupted = False
            self._cell_end = time.monotonic() + self._limits.cell_seconds
        elif what == "done":
            self._done.append(self._outcome(*parts))
            self._cell_end = self._end
        return None

    def _outcome(
        self, place: int, outputs: list, updates: list, count: int, error: Any, value: float | None
    ) -> CellOutcome:
        for cell, output, data, metadata in updates:
            _update(self._done, cell, output, data, metadata)
        if self._interrupted:
            seconds = f"{self._limits.cell_seconds:g} seconds"
            reason = f"the cell was stopped: it took longer than {seconds}"
            return CellOutcome(Outcome.TIMED_OUT, outputs, count, reason=reason)
        outcome = Outcome.FAILED if error else Outcome.PASSED
        return CellOutcome(outcome, outputs, count, None if error else value)

    def _hear(self, ready: list[Any]) -> tuple[Outcome, str] | None:
        """Take what a server says: that its child has ended, unasked."""
        for name, control in self._controls.items():
            if control in ready:
                self._ended[name] = _heard(control, 0)
                # Why it ended, the examiner may be about to say.
                while name == "student" and select.select([self._job], [], [], ENDING)[0]:
                    if (reason := self._listen()) is not None:
                        return reason
                return self._why("it ended", first=name)
        return None

    def _why(self, said: str = "", first: str = "") -> tuple[Outcome, str]:
        """Return outcome and reason of a run that broke off; `first` is who ended unasked."""
        self.stop(ENDING)
        student, examiner = self._ended["student"], self._ended["examiner"]
        if student["breach"]:
            late = "seconds" in student["breach"]
            return Outcome.TIMED_OUT if late else Outcome.FAILED, student["breach"]
        if examiner["breach"]:
            return Outcome.ERROR, f"the tests used too much: {examiner['breach']}"
        if first == "examiner" or not said:
            return Outcome.ERROR, _ending("the process of the tests", examiner["status"])
        if student["status"] == 0 and not first:
            return Outcome.ERROR, f"the notebook's process broke off: {said}"
        return Outcome.ERROR, _ending("the notebook's process", student["status"])

    def _interrupt(self, name: str) -> None:
        if name not in self._ended:
            with contextlib.suppress(OSError):
                self._controls[name].send(b'{"interrupt": true}')

    def _time_is_up(self) -> tuple[Outcome, str] | None:
        """Interrupt the cell; where that was of no use, end the run."""
        if time.monotonic() >= self._end:
            seconds = f"{self._limits.notebook_seconds:g} seconds"
            return Outcome.TIMED_OUT, f"your notebook ran for more than {seconds}"
        if self._interrupted:
            return Outcome.TIMED_OUT, (
                f"a cell took longer than {self._limits.cell_seconds:g} seconds and could not be "
                "interrupted, so the notebook ended there"
            )
        self._interrupted = True
        self._cell_end = time.monotonic() + GRACE
        self._interrupt("examiner")
        self._interrupt("student")
        return None


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


def _update(
    done: list[CellOutcome], cell: int, output: int, data: dict[str, Any], metadata: dict[str, Any]
) -> None:
    """Put a later display of the same id into the output of an earlier cell, as a notebook does."""
    if 0 <= cell < len(done) and 0 <= output < len(done[cell].outputs):
        done[cell].outputs[output].update(data=data, metadata=metadata)


def _ending(whose: str, status: int | None) -> str:
    if status is not None and status < 0:
        with contextlib.suppress(ValueError):
            return f"{whose} was ended by {signal.Signals(-status).name}"
    return f"{whose} ended by itself, with status {status}"


def _start_child(
    control: socket.socket, request: dict[str, Any], sockets: list[socket.socket]
) -> None:
    data = json.dumps({"start": request}).encode()
    try:
        socket.send_fds(control, [data], [each.fileno() for each in sockets])
    except OSError as error:
        raise _WarmProcessGone(str(error)) from None


def _heard(control: socket.socket, seconds: float) -> dict[str, Any]:
    """Return the next packet of a server."""
    if not select.select([control], [], [], seconds)[0]:
        raise _WarmProcessGone(f"it was silent for {seconds:g} seconds")
    try:
        data = control.recv(100_000)
    except OSError as error:
        raise _WarmProcessGone(str(error)) from None
    if not data:
        raise _WarmProcessGone("it is not there any more")
    return json.loads(data)


@contextlib.contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """Make a submission's folder, with copies of the regular files that lie beside the notebook."""
    scratch = Path(tempfile.mkdtemp(prefix="isocenter-")).resolve()
    try:
        for name in ("work", "tmp", "home"):
            (scratch / name).mkdir()
        _copy(folder, scratch / "work")
        yield scratch
    finally:
        rights.remove(scratch)


def _copy(folder: Path, target: Path, depth: int = 0) -> None:
    """Copy regular files and folders; no links, and no notebook: the graded one holds the tests."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False) and depth < DEEPEST:
                (target / entry.name).mkdir()
                _copy(Path(entry.path), target / entry.name, depth + 1)
            elif entry.is_file(follow_symlinks=False) and not entry.name.endswith(".ipynb"):
                shutil.copyfile(entry.path, target / entry.name)
