"""The trusted side of the boundary: runs the grade cells against the student's state.

It is forked fresh for each submission from a process that has imported the stack and nothing else,
has limits of its own, and sees of the student what crosses as `values` and `remote` say.
"""

import contextlib
import json
import types
from dataclasses import astuple, replace
from pathlib import Path

from isocenter.engine.ledger import NONE
from isocenter.engine.names import Names
from isocenter.engine.outputs import checked_data, checked_output
from isocenter.engine.patches import patch_pyplot, watch_seeds
from isocenter.engine.questions import Questions, StudentGone
from isocenter.engine.shell import LARGEST, NOTHING, CellRun, Shell
from isocenter.engine.trusted import (
    defined,
    literals,
    own_part,
    partial_credit,
    placed,
)
from isocenter.engine.wire import Channel

AS_JSON = 12  # bytes that a character takes at most


class Examiner:
    """Runs one submission's cells, in order, the student's in the student's process.

    Parameters
    ----------
    job : Channel
        To whoever grades: takes what happens, one message each.
    student : Channel
    readable : tuple of Path
        Folders of the instructor's, whose images cross by path.
    scratch : Path
        The submission's folder, which both sides can write.
    names : Names
        Of the shell in which the grade cells run.
    """

    def __init__(
        self,
        job: Channel,
        student: Channel,
        readable: tuple[Path, ...],
        scratch: Path,
        names: Names,
    ) -> None:
        self._job, self._names = job, names
        self._questions = Questions(student, lambda: job.send(["interrupt"]), readable, scratch)
        self._questions.forget_name = lambda name: names.known.pop(name, None)
        self._is_stopped = False
        names.ask = self._questions.ask

    async def run(self, shell: Shell) -> None:
        """Run the cells of one notebook and tell the job's side what comes of each.

        What is told: ``["begun", n]`` before cell n; ``["asked", sentence]`` for each question of
        the last cell where somebody watches; ``["done", n, outputs, updates, count, error, value,
        stopped]``; ``["gone", reason]`` instead of the rest where the student's process is;
        ``["rebound", names]`` at the end.
        """
        (cells, watched, students), _ = self._job.receive()
        self._names.theirs = frozenset(students)
        self._questions.references.words = defined([source for source, *_ in cells])
        patch_pyplot(self._questions)
        watch_seeds(self._questions.mirror)
        shell.ip.db = {}  # IPython's own lies in a folder that student code can write, as pickles
        # A later cell may change what an earlier one displays; each shell counts its own cells.
        theirs, own = [], []
        for place, (source, side, hidden) in enumerate(cells):
            self._job.send(["begun", place])
            if watched and place == len(cells) - 1:
                self._questions.tell = lambda said: self._job.send(["asked", said])
            if not source.strip():
                self._job.send(["done", place, [], [], None, None, None, False])
                continue
            run = None
            if side != "examiner":
                self._names.let_go()
                theirs.append(place)
                with contextlib.suppress(StudentGone):
                    run = self._run_student_cell(source, is_locked=side == "both")
                    run = replace(run, updates=placed(run.updates, theirs))
            if side != "student":
                own.append(place)
                here = await self._run_grade_cell(
                    shell,
                    source if side == "examiner" else own_part(shell, source, students),
                    hidden,
                )
                run = run or replace(here, updates=placed(map(astuple, here.updates), own))
            if self._questions.gone:
                self._job.send(["gone", self._questions.gone])
                return
            value = partial_credit(run) if side == "examiner" else None
            stopped = side == "examiner" and self._is_stopped
            told = [run.outputs, run.updates, run.execution_count, run.error, value, stopped]
            self._job.send(["done", place, *told])
        self._job.send(["rebound", self._rebound(shell)])

    def _rebound(self, shell: Shell) -> list[str]:
        """Return the names that the hand-in gave another meaning than the assignment did."""
        modules = {
            name: thing.__name__
            for name, thing in shell.user_ns.items()
            if isinstance(thing, types.ModuleType) and not name.startswith("_")
        }
        try:
            return sorted(
                name for name in self._questions.ask("rebound", modules) if type(name) is str
            )
        except (StudentGone, Exception):  # a note is not worth the run
            return []

    def _run_student_cell(self, source: str, is_locked: bool = False) -> CellRun:
        """Run a cell in the student's process."""
        _, told, _, _ = self._questions.exchange("cell", [source, is_locked], NONE, [])
        try:
            outputs, updates, count, error = told
            checked = [checked_output(output) for output in outputs]
            changed = [
                [int(cell), int(place), *checked_data(data, metadata)]
                for cell, place, data, metadata in updates
            ]
            error = None if error is None else tuple(map(str, error))
            if len(json.dumps([checked, changed])) > AS_JSON * LARGEST:
                raise ValueError("it is too much")
            return CellRun(checked, int(count), error, NOTHING, changed)
        except (
            *(ValueError, TypeError, KeyError, AttributeError),
            *(MemoryError, OverflowError, RecursionError),
        ) as reason:
            raise self._questions.close(f"what a cell showed could not be read: {reason}") from None

    async def _run_grade_cell(self, shell: Shell, source: str, hidden: bool) -> CellRun:
        """Run a cell in this process; in a hidden one, what student code says is kept out."""
        # Of a hidden test's error its own words are kept, so the lines around it need no search.
        shell.ip.InteractiveTB.set_mode("Minimal" if hidden else "Context")
        self._questions.begin(is_hidden=hidden)
        self._names.begin()
        try:
            run = await shell.run_cell(source)
            self._questions.end()
        except StudentGone:
            run = CellRun([], 0, ("StudentGone", self._questions.gone), NOTHING, ())
        self._names.known.clear()
        self._questions.forget()
        result = shell.ip.last_execution_result
        error = getattr(result, "error_in_exec", None)
        own = self._questions.have_raised(error)
        between = getattr(result, "error_before_exec", None)  # between two statements, too
        self._is_stopped = isinstance(error or between, KeyboardInterrupt) and not own
        if hidden and partial_credit(run) is None:
            # A value that is no number of points may be what the answer said.
            kept = [one for one in run.outputs if one["output_type"] != "execute_result"]
            run.outputs[:] = kept
        if hidden and run.error:
            self._keep_to_own_words(run, source, error)
        return run

    def _keep_to_own_words(self, run: CellRun, source: str, error: BaseException | None) -> None:
        """Leave of a hidden test's error what the test itself says.

        That is a sentence of `isocenter.checks`, or the text of an assertion that stands in the
        cell as it is. All else may hold what the answer said: a value, a message, a class's name.
        """
        said = run.error[1]
        if error is None:
            error = Exception()
        if type(error).__module__ == "isocenter.checks.running":
            return
        own = type(error) is AssertionError and not self._questions.have_raised(error)
        said = said if own and said in literals(source) else ""
        is_twin = self._questions.references.is_twin
        kind = next((one for one in type(error).__mro__ if not is_twin(one)), Exception)
        # What the formatter of tracebacks says where it fails itself stands on stderr.
        run.outputs[:] = [one for one in run.outputs if one.get("name") != "stderr"]
        for output in run.outputs:
            if output["output_type"] == "error":
                line = f"{kind.__name__}: {said}" if said else kind.__name__
                output.update(ename=kind.__name__, evalue=said, traceback=[line])
