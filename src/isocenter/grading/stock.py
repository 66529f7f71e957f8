"""Hand-ins in another language than Python: nbgrader executes them, in a kernel of theirs."""

import multiprocessing
import shutil
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

from isocenter.errors import IsocenterError
from isocenter.grading import standing, store
from isocenter.grading.cohort import Cohort
from isocenter.grading.collected import Collected
from isocenter.grading.settings import Settings
from isocenter.handins import ASK
from isocenter.restore.reading import grade_id
from isocenter.results import Outcome, Result

NOTE = "it is not in Python: nbgrader executed it, in one process with its tests"


def grade(settings: Settings, cohort: Cohort) -> Iterator[Result]:
    """Let nbgrader grade hand-ins, one after another; what comes of them is not used again."""
    from isocenter.grading.task import record

    root, name = Path(settings.root), cohort.assignment.name
    for one in [one for waiting in cohort.todo.values() for one in waiting]:
        began = time.monotonic()
        made = record()
        if not one.problem:
            one.problem = _apart(root, name, one)
        if not one.problem:
            one.notes.append(NOTE)
            made = record(points=cohort.assignment.points_digest)
            there = standing.read(settings.db_url, name).submissions[one.student]
            for path in settings.folder(settings.autograded, one.student, name).glob("*.ipynb"):
                made["notebooks"][path.stem] = _read(path, there, cohort)
        one.seconds = time.monotonic() - began
        known = one.known(cohort.assignment, made)
        if known["reason"]:
            from isocenter import gradebooks

            gradebooks.withdraw(settings.db_url, name, one.student)
        there = standing.read(settings.db_url, name).submissions.get(one.student)
        store.write_json(store.graded(root, name, one.student), known)
        yield one.result(cohort.assignment, known, there or standing.Submission())


def _apart(root: Path, assignment: str, one: Collected) -> str:
    """Grade one hand-in in a process of its own; returns why that could not be done."""
    with (
        tempfile.TemporaryDirectory() as place,
        ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool,
    ):
        folder = Path(place, one.student, assignment)
        for name, path in one.found.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / name)
        try:
            return pool.submit(_autograde, root, assignment, one.student, Path(place)).result()
        except BrokenProcessPool:
            return f"{one.found.where}: the grading process died while it ran this one"


def _autograde(root: Path, assignment: str, student: str, submitted: Path) -> str:
    """Run nbgrader's command; returns what it says where it fails."""
    from isocenter import nbgrader_steps

    try:
        nbgrader_steps.autograde(root, assignment, student, submitted)
    except IsocenterError as error:
        return f"submitted/{student}/{assignment}: nbgrader stopped with: {error}; {ASK}"
    return ""


def _read(path: Path, there: standing.Submission, cohort: Cohort) -> dict[str, Any]:
    """Return what came of a notebook's tests, of the notebook itself and of the gradebook."""
    import nbformat

    from isocenter.grading.filling import told

    cells = {}
    for cell in nbformat.read(path, as_version=4).cells:
        name = path.stem, grade_id(cell.metadata) or ""
        if name in cohort.assignment.tests and name in there.grades:
            got, most = there.grades[name].auto_score, cohort.assignment.points[name]
            outcome = Outcome.ERROR if got is None else Outcome.PASSED if got else Outcome.FAILED
            cells[name[1]] = {
                "outcome": outcome.value,
                "value": got if got not in (None, 0, most) else None,
                "reason": "nbgrader gave it no score" if got is None else "",
                "feedback": "" if got == most else told(cell),
                "cpu_seconds": 0.0,
                "wall_seconds": 0.0,
            }
    written = {cell for notebook, cell in cohort.assignment.written if notebook == path.stem}
    untouched = [cell for cell in written if there.grades[path.stem, cell].auto_score == 0]
    return {"cells": cells, "untouched": untouched}
