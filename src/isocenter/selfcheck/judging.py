"""What a check found, question by question."""

import enum
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from isocenter.selfcheck import questions
from isocenter.selfcheck.questions import Question
from isocenter.selfcheck.reading import CannotCheck, Notebook, flags, is_as_released, read
from isocenter.selfcheck.running import Stop, run

SECONDS = 60  # for each cell


class State(enum.Enum):
    """How a question stands."""

    GOOD = "good"
    MISSING = "missing"
    FAILS = "fails"
    LEFT_OUT = "left out"


@dataclass(frozen=True)
class Finding:
    """A question, or something else in the notebook, and how it stands.

    Attributes
    ----------
    title : str
    state : State
    words : str
    line : int
        Of the file, from 1; 0 where there is none.
    """

    title: str
    state: State
    words: str
    line: int = 0


@dataclass(frozen=True)
class Checked:
    """What came of checking a notebook.

    Attributes
    ----------
    path : Path
    questions : tuple of Finding
    others : tuple of Finding
        What is wrong outside of the questions: a cell that was deleted, copied, edited or stops.
    notes : tuple of str
        What is worth knowing and needs nothing.
    seconds : float
        Wall time.
    """

    path: Path
    questions: tuple[Finding, ...]
    others: tuple[Finding, ...]
    notes: tuple[str, ...]
    seconds: float

    @property
    def to_do(self) -> tuple[Finding, ...]:
        """What needs the student."""
        found = (*self.questions, *self.others)
        return tuple(one for one in found if one.state in (State.MISSING, State.FAILS))


def check(
    path: Path,
    *,
    release: Path | None = None,
    seconds: int = SECONDS,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Checked:
    """Look at a released notebook, and run it from the start; the file is not changed.

    Parameters
    ----------
    path : Path
    release : Path, optional
        The notebook as it was handed out, or a folder that holds it: what was deleted is known only
        by it.
    seconds : int
        For each cell.
    progress : function of (int, int)
        Told how many cells are done, of how many.

    Returns
    -------
    Checked

    Raises
    ------
    CannotCheck
    """
    started = time.monotonic()
    notebook = read(path)
    released = read(release / path.name if release.is_dir() else release) if release else None
    if released and not _names(notebook) & _names(released):
        raise CannotCheck(f"{path} and {released.path} are of different assignments")
    if released:
        _take_marks(notebook, released)
    stops = run(notebook, seconds, progress)
    asked = questions.find(notebook.cells)
    judged = [_judge(notebook, question, stops) for question in asked]
    if released:
        judged += _taken_away(notebook, released)
    theirs = {cell for question in asked for cell in (question.cell, *question.tests)}
    others = _changed(notebook) + _stopped(notebook, stops, theirs)
    wall = time.monotonic() - started
    return Checked(path, tuple(judged), tuple(others), tuple(_notes(notebook)), wall)


def _take_marks(notebook: Notebook, released: Notebook) -> None:
    """Believe the release, not the file, about what nbgrader knows of each cell."""
    known = {flags(cell)["grade_id"]: flags(cell) for cell in released.cells if flags(cell)}
    for cell in notebook.cells:
        if flags(cell).get("grade_id") in known:
            cell.metadata["nbgrader"] = known[flags(cell)["grade_id"]]


def _names(notebook: Notebook) -> set[str]:
    return {str(flags(cell)["grade_id"]) for cell in notebook.cells if "grade_id" in flags(cell)}


def _judge(notebook: Notebook, question: Question, stops: dict[int, Stop]) -> Finding:
    title = question.title
    if question.is_optional and "optional" not in title.lower():
        title += " (optional)"
    state, words, line = _state(notebook, question, stops)
    if question.is_optional and state is State.MISSING:
        state, words = State.LEFT_OUT, "left out, which costs nothing"
    return Finding(title, state, words, line)


def _state(
    notebook: Notebook, question: Question, stops: dict[int, Stop]
) -> tuple[State, str, int]:
    cell, at = notebook.cells[question.cell], notebook.line(question.cell)
    if question.kind == "written":
        if questions.is_empty(cell):
            return State.MISSING, "no answer yet: the cell is as it was handed out", at
        return State.GOOD, "holds an answer, which a person grades", at
    if question.kind == "task":
        return (
            State.GOOD,
            "a task, which a person grades: this check cannot see whether it is done",
            at,
        )
    failed = [number for number in question.tests if number in stops]
    tests = "the example" if len(question.tests) == 1 else "an example"
    if question.kind == "code":
        left = questions.stubs(cell)
        if left and (failed or not question.tests or question.cell in stops):
            times = f", {left} times" if left > 1 else ""
            return State.MISSING, f"no answer yet: `{questions.STUB}` is still there{times}", at
        if is_as_released(cell):
            return State.MISSING, "no answer yet: the cell is as it was handed out", at
        if question.cell in stops:
            stop = stops[question.cell]
            line = notebook.line(question.cell, stop.line or 1)
            return State.FAILS, f"the cell with your answer {_stops(stop)}", line
    if failed:
        stop = stops[failed[0]]
        return State.FAILS, f"{tests} {_stops(stop)}", notebook.line(failed[0], stop.line or 1)
    if not question.tests:
        return State.GOOD, "answered; no visible test looks at it", at
    passes = "the example passes" if len(question.tests) == 1 else "the examples pass"
    return State.GOOD, passes, at


def _stops(stop: Stop) -> str:
    """Say why a cell stopped, to be put behind the name of the cell."""
    if stop.kind == "AssertionError":
        return f"fails: {stop.words}" if stop.words else "fails, and says nothing more"
    if stop.kind in ("timeout", "dead", "not reached"):
        return f"did not end: {stop.words}" if stop.kind != "not reached" else f"was {stop.words}"
    return f"stops with {stop.kind}: {stop.words}".rstrip(": ")


def _changed(notebook: Notebook) -> list[Finding]:
    """Name the cells that are not as they were handed out, though they should be."""
    found = []
    counts = Counter(flags(cell).get("grade_id") for cell in notebook.cells)
    seen: set[str] = set()
    for number, cell in enumerate(notebook.cells):
        known, line = flags(cell), notebook.line(number)
        name = known.get("grade_id")
        if not name:
            continue
        if counts[name] > 1 and name in seen:
            words = "this cell is a copy of another one: delete the copy"
            found.append(Finding(f"cell {number + 1} ({name})", State.FAILS, words, line))
        elif not known.get("solution") and "checksum" in known and not is_as_released(cell):
            words = (
                "this cell was changed, and is replaced when the notebook is graded: put what you "
                "wrote into a cell of your own"
            )
            found.append(Finding(f"cell {number + 1} ({name})", State.FAILS, words, line))
        seen.add(name)
    return found


def _taken_away(notebook: Notebook, released: Notebook) -> list[Finding]:
    there = _names(notebook)
    found = []
    asked = {question.cell: question.title for question in questions.find(released.cells)}
    for number, cell in enumerate(released.cells):
        name = flags(cell).get("grade_id")
        if name and name not in there:
            what = "the cell for the answer" if flags(cell).get("solution") else "a cell"
            words = f"{what} was deleted ({name}): take it from the notebook that was handed out"
            found.append(Finding(asked.get(number, f"cell {name}"), State.MISSING, words))
    return found


def _stopped(notebook: Notebook, stops: dict[int, Stop], theirs: set[int]) -> list[Finding]:
    """Name the cells that stop and belong to no question."""
    return [
        Finding(
            _place(notebook, number),
            State.FAILS,
            f"it {_stops(stop)}",
            notebook.line(number, stop.line or 1),
        )
        for number, stop in sorted(stops.items())
        if number not in theirs and stop.kind != "not reached"
    ]


def _place(notebook: Notebook, number: int) -> str:
    heading = questions.above(notebook.cells, number)
    return f"cell {number + 1}" + (f", under “{heading}”" if heading else "")


def _notes(notebook: Notebook) -> list[str]:
    """Look at the order in which the cells were run before the file was saved."""
    counts = [
        cell.get("execution_count")
        for cell in notebook.cells
        if cell.cell_type == "code" and questions.has_code(cell.source)
    ]
    ran = [count for count in counts if count is not None]
    if counts and not ran:
        return [
            "No cell was run in the file as it is saved. If you did run it: save it, check again."
        ]
    if ran != sorted(ran) or None in counts:
        return [
            "In the saved file the cells were not run in one go from the top: Kernel, Restart "
            "Kernel and Run All Cells, then save, so that its outputs are those of your answers."
        ]
    return []
