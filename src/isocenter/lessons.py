"""Lessons as reviewed text, and the notebooks that are built from them."""

import copy
import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode

MOST_POINTS = 6
MARKS = ("SOLUTION", "HIDDEN TESTS")
METADATA = ("nbgrader", "isocenter")
NOTEBOOK_METADATA = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}
HEADER = """\
# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---
"""


@dataclass(frozen=True)
class Exercise:
    """A solution cell and the test cells that belong to it.

    Attributes
    ----------
    grade_id : str
        Of the solution cell.
    example : str
        grade_id of the visible test cell, worth 0 points.
    hidden : tuple of str
        grade_ids of the hidden test cells, in order.
    """

    grade_id: str
    example: str
    hidden: tuple[str, ...]


def grading(cell: NotebookNode) -> dict:
    """Return what nbgrader knows of a cell; empty for a cell of the lesson's own text."""
    return cell.metadata.get("nbgrader", {})


def grade_id(cell: NotebookNode) -> str | None:
    """Return a cell's grade_id, or None."""
    return grading(cell).get("grade_id")


def is_written(cell: NotebookNode) -> bool:
    """Tell whether a cell takes a written answer, graded by hand."""
    flags = grading(cell)
    return bool(flags.get("grade") and flags.get("solution"))


def is_solution(cell: NotebookNode) -> bool:
    """Tell whether a cell takes a student's code."""
    flags = grading(cell)
    return bool(flags.get("solution") and not flags.get("grade"))


def is_test(cell: NotebookNode) -> bool:
    """Tell whether a cell is a test, visible or hidden."""
    flags = grading(cell)
    return bool(flags.get("grade") and not flags.get("solution"))


def extra_credit(cell: NotebookNode) -> float:
    """Return the points of a test cell of an optional exercise; 0 for any other cell."""
    return float(cell.metadata.get("isocenter", {}).get("extra_credit", 0))


def is_hidden_test(cell: NotebookNode) -> bool:
    """Tell whether a test cell's asserts are taken out of the student's version."""
    return is_test(cell) and "BEGIN HIDDEN TESTS" in cell.source


def read(path: Path) -> NotebookNode:
    """Read a lesson's text.

    Parameters
    ----------
    path : Path
        A py:percent file.

    Returns
    -------
    NotebookNode
        nbformat 4, without outputs; its cell ids are those of `with_ids`.
    """
    return with_ids(jupytext.read(path, fmt={"extension": ".py", "format_name": "percent"}))


def write_text(notebook: NotebookNode) -> str:
    """Return the lesson text of a source notebook, the inverse of `read`."""
    plain = nbformat.from_dict(copy.deepcopy(notebook))
    plain.metadata = nbformat.from_dict({"kernelspec": NOTEBOOK_METADATA["kernelspec"]})
    for cell in plain.cells:
        cell.metadata = nbformat.from_dict(
            {key: cell.metadata[key] for key in METADATA if cell.metadata.get(key)}
        )
    text = jupytext.writes(plain, fmt={"extension": ".py", "format_name": "percent"})
    body = re.sub(r"\A# ---\n.*?\n# ---\n", "", text, count=1, flags=re.DOTALL)
    return HEADER + body


def _content(cell: NotebookNode) -> str:
    metadata = {key: cell.metadata[key] for key in METADATA if cell.metadata.get(key)}
    return json.dumps([cell.cell_type, cell.source, metadata], sort_keys=True)


def _ids(cells: list[NotebookNode]) -> list[str]:
    """Return each cell's id: a digest of its content; the first cell's covers all of them."""
    seen: Counter[str] = Counter()
    ids = []
    for cell in cells:
        content = _content(cell)
        seen[content] += 1
        digest = hashlib.sha256(f"{content}{seen[content]}".encode())
        ids.append(digest.hexdigest()[:16])
    ids[:1] = [hashlib.sha256("".join(ids).encode()).hexdigest()[:16]] if ids else []
    return ids


def with_ids(notebook: NotebookNode) -> NotebookNode:
    """Return a notebook as the build writes it: bare cells with ids made from their content.

    So the same text always gives the same notebook, and `is_edited` can tell a notebook that
    somebody changed after it was built. (docs/decisions/0002-cell-ids.md)
    """
    cells = [
        nbformat.from_dict(
            {
                "cell_type": cell.cell_type,
                "metadata": {k: cell.metadata[k] for k in METADATA if cell.metadata.get(k)},
                "source": cell.source,
                **({"execution_count": None, "outputs": []} if cell.cell_type == "code" else {}),
            }
        )
        for cell in notebook.cells
    ]
    for cell, cell_id in zip(cells, _ids(cells), strict=True):
        cell["id"] = cell_id
    return nbformat.v4.new_notebook(cells=cells, metadata=copy.deepcopy(NOTEBOOK_METADATA))


def is_edited(notebook: NotebookNode) -> bool:
    """Tell whether a source notebook was changed by hand since it was built."""
    return [cell.get("id") for cell in notebook.cells] != _ids(notebook.cells)


def has_same_cells(one: NotebookNode, other: NotebookNode) -> bool:
    """Tell whether two notebooks hold the same cells, outputs and ids aside."""
    return list(map(_content, one.cells)) == list(map(_content, other.cells))


def exercises(notebook: NotebookNode) -> list[Exercise]:
    """Return a lesson's exercises, in order, the optional ones too."""
    found: list[tuple[str, list[NotebookNode]]] = []
    for cell in notebook.cells:
        if is_solution(cell):
            found.append((grade_id(cell) or "", []))
        elif is_test(cell) and found:
            found[-1][1].append(cell)
    return [
        Exercise(
            name,
            next((grade_id(test) or "" for test in tests if not is_hidden_test(test)), ""),
            tuple(grade_id(test) or "" for test in tests if is_hidden_test(test)),
        )
        for name, tests in found
    ]


def points(notebook: NotebookNode) -> tuple[Fraction, Fraction]:
    """Return the points that tests give, and those that written answers give."""
    auto, written = Fraction(0), Fraction(0)
    for cell in notebook.cells:
        if is_test(cell):
            auto += _exact(grading(cell)["points"])
        elif is_written(cell):
            written += _exact(grading(cell)["points"])
    return auto, written


def _exact(value: float) -> Fraction:
    return Fraction(str(value))


def without_written(notebook: NotebookNode) -> NotebookNode:
    """Return a lesson without its written questions, its total as before.

    The tests' points grow in proportion, rounded to hundredths by largest remainder, so that
    their sum is exactly what it was with the written answers.
    """
    auto, written = points(notebook)
    lesson = copy.deepcopy(notebook)
    answers = {grade_id(cell) for cell in lesson.cells if is_written(cell)}
    dropped = answers | {f"{answer}_question" for answer in answers}
    lesson.cells = [cell for cell in lesson.cells if grade_id(cell) not in dropped]
    if written and auto:
        worth = [cell for cell in lesson.cells if is_test(cell) and grading(cell)["points"]]
        exact = [_exact(grading(cell)["points"]) * (auto + written) / auto * 100 for cell in worth]
        cents = [int(value) for value in exact]
        short = int((auto + written) * 100) - sum(cents)
        by_remainder = sorted(range(len(exact)), key=lambda n: cents[n] - exact[n])
        for index in by_remainder[:short]:
            cents[index] += 1
        for cell, value in zip(worth, cents, strict=True):
            grading(cell)["points"] = value / 100
    return with_ids(lesson)


def problems(notebook: NotebookNode, name: str, total: float) -> list[str]:
    """Say what is wrong with a lesson, one sentence a fault, each naming the file and the cell.

    Parameters
    ----------
    notebook : NotebookNode
        As `read` gives it, written questions included.
    name : str
        The file, as it should stand in the sentences.
    total : float
        The points that course.toml promises.

    Returns
    -------
    list of str
        Empty for a sound lesson.
    """
    faults = []
    for number, cell in enumerate(notebook.cells, start=1):
        where = f"{name}, cell {number}" + (f" ({grade_id(cell)})" if grade_id(cell) else "")
        faults += [f"{where}: {fault}" for fault in _cell_problems(cell)]
    for cell_id, count in Counter(filter(None, map(grade_id, notebook.cells))).items():
        if count > 1:
            faults.append(
                f"{name}, cell {cell_id}: {count} cells have this grade_id; rename all but one"
            )
    if faults:
        return faults
    faults = _exercise_problems(notebook, name)
    auto, written = points(notebook)
    if auto + written != _exact(total):
        faults.append(
            f"{name}: the cells add up to {float(auto + written):g} points "
            f"({float(auto):g} by tests, {float(written):g} by hand), but course.toml says "
            f"{total:g}; change one of them"
        )
    return faults


def _cell_problems(cell: NotebookNode) -> list[str]:
    faults = []
    open_mark = None
    flags = grading(cell)
    for line in cell.source.splitlines():
        for mark in MARKS:
            if f"BEGIN {mark}" in line:
                if open_mark:
                    faults.append(f"BEGIN {mark} stands inside {open_mark}; close that one first")
                open_mark = mark
            elif f"END {mark}" in line:
                if open_mark != mark:
                    faults.append(f"END {mark} has no BEGIN {mark} before it")
                open_mark = None
    if open_mark:
        faults.append(f"BEGIN {open_mark} is never closed; add END {open_mark}")
    has_marks = {mark: f"BEGIN {mark}" in cell.source for mark in MARKS}
    if has_marks["SOLUTION"] and not flags.get("solution"):
        faults.append("it holds a solution, but its nbgrader metadata do not say so")
    if has_marks["HIDDEN TESTS"] and not is_test(cell):
        faults.append("it holds hidden tests, but its nbgrader metadata do not make it a test")
    if flags and not flags.get("grade_id"):
        faults.append("its nbgrader metadata have no grade_id")
    if flags.get("solution") and not has_marks["SOLUTION"]:
        faults.append("it takes an answer, but has no BEGIN SOLUTION and END SOLUTION")
    if flags.get("grade") and not isinstance(flags.get("points"), int | float):
        faults.append("it is graded, but its nbgrader metadata have no points")
    elif is_test(cell) and not 0 <= flags["points"] <= MOST_POINTS:
        faults.append(f"a test is worth 0 to {MOST_POINTS} points, not {flags['points']}")
    if is_test(cell) and not flags.get("locked"):
        faults.append("a test must be locked")
    return faults


def _exercise_problems(notebook: NotebookNode, name: str) -> list[str]:
    faults = []
    cells = {grade_id(cell): cell for cell in notebook.cells if grade_id(cell)}
    belonging = {test for found in exercises(notebook) for test in (found.example, *found.hidden)}
    for cell in filter(is_test, notebook.cells):
        if grade_id(cell) not in belonging:
            before = "stands before any exercise, or is its second visible test"
            faults.append(f"{name}, cell {grade_id(cell)}: this test {before}; move it")
    for exercise in exercises(notebook):
        where = f"{name}, exercise {exercise.grade_id}"
        if not exercise.example:
            faults.append(
                f"{where}: no visible test cell follows it; add {exercise.grade_id}_example"
            )
        elif grading(cells[exercise.example])["points"] != 0:
            faults.append(f"{where}: its visible test cell must be worth 0 points")
        if len(exercise.hidden) not in (2, 3):
            faults.append(
                f"{where}: {len(exercise.hidden)} hidden test cells follow it; write two or three"
            )
        for test in filter(None, (exercise.example, *exercise.hidden)):
            if not test.startswith(f"{exercise.grade_id}_"):
                faults.append(
                    f"{where}: its test cell {test} must be named {exercise.grade_id}_..., "
                    "or stands under the wrong exercise"
                )
        for test in exercise.hidden:
            worth, credit = grading(cells[test])["points"], extra_credit(cells[test])
            if bool(worth) == bool(credit):
                faults.append(f"{where}: {test} needs either points or extra credit")
    for cell in notebook.cells:
        if is_written(cell) and f"{grade_id(cell)}_question" not in cells:
            faults.append(
                f"{name}, cell {grade_id(cell)}: no question {grade_id(cell)}_question precedes it"
            )
    return faults


def released_source(cell: NotebookNode) -> str:
    """Return what a locked cell holds in the students' version: all but its hidden tests."""
    kept, hidden = [], False
    for line in cell.source.split("\n"):
        if "BEGIN HIDDEN TESTS" in line:
            hidden = True
        elif "END HIDDEN TESTS" in line:
            hidden = False
        elif not hidden:
            kept.append(line)
    return "\n".join(kept)
