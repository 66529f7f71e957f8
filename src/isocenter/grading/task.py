"""Run one hand-in: from its files to what came of its tests. This is what a worker does."""

import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from isocenter import handins
from isocenter.engine.cells import CellOutcome, Side
from isocenter.engine.running import Engine
from isocenter.grading import store
from isocenter.grading.filling import fill, mark, told
from isocenter.grading.plan import Plan
from isocenter.grading.work import Task, Work
from isocenter.restore import Restored, Unreadable
from isocenter.restore.reading import grade_id
from isocenter.restore.template import Role, Template
from isocenter.results import Outcome


class Runner:
    """Runs hand-ins of one assignment.

    Parameters
    ----------
    work : Work
    engine : Engine
    """

    def __init__(self, work: Work, engine: Engine) -> None:
        self._work, self._engine = work, engine
        self._plans = {name: Plan.from_json(data) for name, data in work.plans.items()}
        self._templates = {name: plan.template for name, plan in self._plans.items()}

    def run(self, task: Task) -> bytes:
        """Run one hand-in.

        Parameters
        ----------
        task : Task

        Returns
        -------
        bytes
            A record and its notebooks, as `store.pack` has them. The record is plain data:
            ``reason`` says why nothing ran, and is empty otherwise; ``notes`` are for the
            instructor; ``rights`` is the level that was reached; ``points`` is as in `Work`;
            ``notebooks`` has for each notebook that was handed in its ``cells``, what came of each
            test, and ``untouched``, the answers that are as they were given out.
        """
        try:
            found, notes = handins.read_notebooks(task.content, task.refused, self._templates)
        except Unreadable as error:
            return store.pack(record(reason=str(error)), {})
        said, texts = {}, {}
        with tempfile.TemporaryDirectory(prefix="isocenter-") as place:
            folder = Path(place)
            files = {
                name: data for name, data in task.content.items() if not name.endswith(".ipynb")
            }
            write_files(folder, files | self._work.files)
            for name, restored in found.items():
                said[name] = self._run(restored, self._plans[name], folder, notes)
                notes += restored.notebook.metadata["isocenter"]["notes"]
                texts[name] = nbformat.v4.writes(restored.notebook).encode()
        rights = self._engine.level.name
        made = record(notes=notes, rights=rights, points=self._work.points, notebooks=said)
        return store.pack(made, texts)

    def _run(
        self, restored: Restored, plan: Plan, folder: Path, notes: list[str]
    ) -> dict[str, Any]:
        """Run a notebook; it is changed into the graded one."""
        notebook = restored.notebook
        untouched = _untouched(notebook, plan.template)
        notebook.metadata["isocenter"] = {"notes": list(restored.notes)}
        code, cells = plan.cells(notebook)
        rebound: tuple[str, ...] = ()
        try:
            outcomes = self._engine.run(cells, folder, plan.imports, theirs=plan.theirs)
            rebound = self._engine.rebound
        except Exception as error:  # our fault, never a zero
            self._engine.close()
            reason = f"the engine failed ({type(error).__name__}: {error})"
            outcomes = [CellOutcome(Outcome.ERROR, reason=reason) for _ in cells]
        rights = self._engine.level.name
        tests = fill(notebook, code, cells, outcomes, rebound=rebound, rights=rights)
        mark(notebook, tests)
        for cell, planned in zip(code, cells, strict=True):
            _shorten(cell, self._work.output_steps)
            if planned.side is Side.EXAMINER:
                name = grade_id(cell.metadata) or ""
                tests[name] = _said(tests[name], cell)
        return {"cells": tests, "untouched": untouched}


def record(
    *,
    reason: str = "",
    notes: list[str] | None = None,
    rights: str = "",
    points: str = "",
    notebooks: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return what is kept of a hand-in; see `Runner.run`."""
    return {
        "reason": reason,
        "notes": notes or [],
        "rights": rights,
        "points": points,
        "notebooks": notebooks or {},
    }


def may_be_used_again(record: dict[str, Any]) -> bool:
    """Tell whether what came of a hand-in would come of it again: not where time or we failed."""
    passing = {Outcome.ERROR.value, Outcome.TIMED_OUT.value}
    cells = [cell for one in record["notebooks"].values() for cell in one["cells"].values()]
    return not any(cell["outcome"] in passing for cell in cells)


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder, and the folders that they are in."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _untouched(notebook: NotebookNode, template: Template) -> list[str]:
    """Return the names of the answers that are as they were given out."""
    given = {
        slot.name: slot.cell.source
        for slot in template.slots
        if slot.role in (Role.ANSWER, Role.WRITTEN)
    }
    names = [(grade_id(cell.metadata), cell) for cell in notebook.cells]
    return [name for name, cell in names if name in given and cell.source == given[name]]


def _said(outcome: CellOutcome, cell: NotebookNode) -> dict[str, Any]:
    """Return what came of a test, as plain data."""
    return {
        "outcome": outcome.outcome.value,
        "value": outcome.value,
        "reason": outcome.reason,
        "feedback": "" if outcome.outcome is Outcome.PASSED else told(cell),
        "cpu_seconds": round(outcome.cpu_seconds, 4),
        "wall_seconds": round(outcome.wall_seconds, 4),
    }


def _shorten(cell: NotebookNode, steps: tuple[tuple[str, dict[str, Any]], ...]) -> None:
    """Apply nbgrader's own limits to what a cell gave, where it gave enough for them to matter."""
    for name, settings in steps:
        if name != "LimitOutput" or _is_long(cell, **settings):
            from nbgrader import preprocessors as stock  # seconds, which few hand-ins need

            getattr(stock, name)(**settings).preprocess_cell(cell, {}, 0)


def _is_long(cell: NotebookNode, max_lines: int, max_traceback: int) -> bool:
    """Tell whether nbgrader's step would change what a cell gave."""
    lines = sum(
        output.text.count("\n") + 1 for output in cell.outputs if output.output_type == "stream"
    )
    traces = [len(output.traceback) for output in cell.outputs if output.output_type == "error"]
    return -1 < max_lines < lines or -1 < max_traceback < max(traces, default=0)
