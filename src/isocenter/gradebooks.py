"""What the steps of autograding ask of nbgrader's gradebook, and write into it."""

import json
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Grade, Gradebook, MissingEntry, Notebook, SourceCell
from nbgrader.preprocessors import ClearHiddenTests
from traitlets.config import Config

from isocenter import lessons
from isocenter.grading.plan import Plan, language
from isocenter.restore import Template


def assignment(known: Notebook, source: NotebookNode | None) -> NotebookNode:
    """Return an assignment's notebook without answers, with hidden tests.

    Parameters
    ----------
    known : Notebook
        The gradebook's: its cells are those that scores can be saved for.
    source : NotebookNode or None
        That in ``source/``, for the order of the cells and the lesson's own text. It is left out
        where it no longer has the gradebook's cells.

    Returns
    -------
    NotebookNode
    """
    cells = {cell.name: _cell(known, cell) for cell in known.source_cells}
    names = [lessons.grade_id(cell) for cell in source.cells] if source else []
    kernel = json.loads(known.kernelspec or "{}")
    if source is None or set(cells) != {name for name in names if name in cells}:
        metadata = {"kernelspec": kernel} if kernel else {}
        return nbformat.v4.new_notebook(cells=list(cells.values()), metadata=metadata)
    merged = []
    for name, cell in zip(names, source.cells, strict=True):
        if name in cells:
            cells[name].id = cell.get("id") or cells[name].id
            cells[name].metadata = nbformat.from_dict({**cell.metadata, **cells[name].metadata})
            merged.append(cells[name])
        else:
            cell.metadata.pop("nbgrader", None)
            merged.append(cell)
    notebook = nbformat.v4.new_notebook(cells=merged, metadata=source.metadata)
    if kernel:
        notebook.metadata["kernelspec"] = kernel
    return notebook


def plan(
    known: Notebook, source: NotebookNode | None, config: Config, metadata: dict[str, Any]
) -> Plan:
    """Return how a notebook is run.

    Parameters
    ----------
    known : Notebook
        The gradebook's.
    source : NotebookNode or None
        That in ``source/``, with its solutions, where it is still there.
    config : Config
        nbgrader's settings.
    metadata : dict
        Of a notebook that names the kernel, where the gradebook does not.
    """
    template = Template.of(assignment(known, source), config, is_cleared=True)
    own = [(one.source, one.locked) for one in known.source_cells if one.cell_type == "code"]
    if source is not None:
        own = [
            (cell.source, utils.is_locked(cell))
            for cell in source.cells
            if cell.cell_type == "code"
        ]
    return Plan.of(
        template,
        {cell.name for cell in known.grade_cells},
        own,
        ClearHiddenTests(config=config).begin_test_delimeter,
        language(known.kernelspec, metadata),
    )


def _cell(known: Notebook, cell: SourceCell) -> NotebookNode:
    """Return a cell as the gradebook has it, nbgrader's metadata included."""
    points = {graded.name: graded.max_score for graded in (*known.grade_cells, *known.task_cells)}
    flags = {
        "schema_version": 3,
        "grade_id": cell.name,
        "grade": cell.name in {graded.name for graded in known.grade_cells},
        "solution": cell.name in {solution.name for solution in known.solution_cells},
        "task": cell.name in {task.name for task in known.task_cells},
        "locked": cell.locked,
        "cell_type": cell.cell_type,
        "checksum": cell.checksum,
    }
    if cell.name in points:
        flags["points"] = points[cell.name]
    make = getattr(nbformat.v4, f"new_{cell.cell_type}_cell")
    return make(cell.source, metadata={"nbgrader": flags})


def set_score(grade: Grade, score: float | None) -> None:
    """Save what tests gave; None where they gave nothing that counts, not even a zero."""
    grade.auto_score = score
    grade.needs_manual_grade = score is None or grade.manual_score is not None


def withdraw(db_url: str, assignment: str, student: str, notebook: str = "") -> float | None:
    """Take an earlier hand-in's scores back, because the present one could not be graded.

    Parameters
    ----------
    db_url, assignment, student : str
    notebook : str, optional
        All of the assignment's notebooks where it is left out.

    Returns
    -------
    float or None
        What the earlier hand-in had; None where there was none. Scores given by hand stay.
    """
    with Gradebook(db_url) as gradebook:
        try:
            submission = gradebook.find_submission(assignment, student)
        except (MissingEntry, UnicodeEncodeError):  # nobody, or a name that it cannot hold
            return None
        earlier = submission.score
        grades = [
            grade
            for submitted in submission.notebooks
            if notebook in ("", submitted.name)
            for grade in submitted.grades
        ]
        had_scores = any(grade.auto_score is not None for grade in grades)
        for grade in grades:
            set_score(grade, None)
        gradebook.db.commit()
    return earlier if had_scores else None
