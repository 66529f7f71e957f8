"""One notebook's run, seen from the grader: what the examiner tells, and the clocks."""

import contextlib
import json
import select
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from isocenter.engine import rights
from isocenter.engine.cells import GRACE, CellOutcome
from isocenter.engine.cost import cpu_seconds
from isocenter.engine.warm import heard
from isocenter.engine.wire import Channel, Closed, ProtocolError
from isocenter.errors import IsocenterError
from isocenter.results import Outcome

# Seconds that an interrupted cell has to end: longer than the examiner gives a student's function,
# so that the examiner's own reason comes first.
CELL_GRACE = GRACE + 3
ENDING = 0.3  # seconds that a process which is gone has to say how it ended
STARTING = 120  # seconds that the warm process has to import the stack


class EngineError(IsocenterError):
    """The engine itself could not do its work; no fault of the hand-in's."""


class Job:
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
        self._pids: list[int] = []
        self._counted = 0.0  # CPU seconds up to the end of the last cell
        self._begun = time.monotonic()
        self.rebound: list[str] | None = None

    def started(self) -> None:
        """Wait until both processes run with the rights that were asked for."""
        answers = [heard(one, STARTING) for one in self._controls.values()]
        for problem in [answer["ready"] for answer in answers]:
            if problem:
                raise EngineError(f"a process with lowered rights did not start: {problem}")
        self._pids = [answer["pid"] for answer in answers]
        self._counted = cpu_seconds(self._pids)

    def outcomes(self) -> list[CellOutcome]:
        """Listen until all cells are done, or none can be done any more."""
        while len(self._done) < self._count or self.rebound is None:
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
                self.rebound = []
                rest = CellOutcome(reason[0], reason=reason[1])
                if len(self._done) < self._count:
                    self._done.append(self._with_cost(rest))
                self._done += [rest] * (self._count - len(self._done))
        return self._done

    def _with_cost(self, outcome: CellOutcome) -> CellOutcome:
        """Return the outcome of the cell that ends now, with what it has cost."""
        if len(self._ended) == len(self._controls):
            now = sum(said["cpu"] for said in self._ended.values())
        else:
            now = cpu_seconds(self._pids)
        before, self._counted = self._counted, max(now, self._counted)
        wall = time.monotonic() - self._begun
        return replace(outcome, cpu_seconds=self._counted - before, wall_seconds=wall)

    def stop(self, seconds: float = 0) -> None:
        """End both processes, after a time to end by themselves; wait until nothing is left."""
        for name, control in self._controls.items():
            if name not in self._ended:
                with contextlib.suppress(OSError):
                    control.send(json.dumps({"stop": seconds}).encode())
        for name, control in self._controls.items():
            while name not in self._ended:
                self._ended[name] = heard(control, STARTING)

    def _listen(self) -> tuple[Outcome, str] | None:
        """Take one message of the examiner's; return why nothing more will come, if so."""
        try:
            (what, *parts), _ = self._job.receive()
        except (Closed, ProtocolError):
            return self._why()
        if what == "interrupt":
            self._interrupt("student")
        elif what == "rebound":
            self.rebound = parts[0]
        elif what == "asked" and self._asked is not None:
            self._asked(parts[0])
        elif what == "gone":
            return self._why(parts[0])
        elif what == "failed":
            self.stop()
            return Outcome.ERROR, f"the examiner failed: {parts[0]}"
        elif what == "begun":
            self._interrupted = False
            self._begun = time.monotonic()
            self._cell_end = self._begun + self._limits.cell_seconds
        elif what == "done":
            self._done.append(self._with_cost(self._outcome(*parts)))
            self._cell_end = self._end
        return None

    def _outcome(
        self,
        place: int,
        outputs: list,
        updates: list,
        count: int,
        error: Any,
        value: float | None,
        stopped: bool,
    ) -> CellOutcome:
        for cell, output, data, metadata in updates:
            _update(self._done, cell, output, data, metadata)
        if self._interrupted:
            seconds = f"{self._limits.cell_seconds:g} seconds"
            reason = f"the cell was stopped: it took longer than {seconds}"
            return CellOutcome(Outcome.TIMED_OUT, outputs, count, reason=reason)
        if stopped:
            reason = "the tests were interrupted from outside"
            return CellOutcome(Outcome.ERROR, outputs, count, reason=reason)
        outcome = Outcome.FAILED if error else Outcome.PASSED
        return CellOutcome(outcome, outputs, count, None if error else value)

    def _hear(self, ready: list[Any]) -> tuple[Outcome, str] | None:
        """Take what a server says: that its child has ended, unasked."""
        for name, control in self._controls.items():
            if control in ready:
                self._ended[name] = heard(control, 0)
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
        self._cell_end = time.monotonic() + CELL_GRACE
        self._interrupt("examiner")
        self._interrupt("student")
        return None


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
