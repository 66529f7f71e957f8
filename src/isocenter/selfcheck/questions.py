"""What a released notebook asks: its exercises, its written questions, and their tests."""

import ast
import re
from collections import Counter
from dataclasses import dataclass, field

from nbformat import NotebookNode

from isocenter.selfcheck.reading import flags, is_as_released

STUB = "raise NotImplementedError()"
EMPTY = ("", "YOUR ANSWER HERE")


@dataclass
class Question:
    """One question, by the cells that belong to it, which are counted from 0.

    Attributes
    ----------
    title : str
        The heading above it.
    name : str
        grade_id of its first cell.
    kind : str
        "code", "written", "task", or "tests" for tests that no answer stands before.
    cell : int
        Its answer, or its first test.
    tests : list of int
        Visible tests.
    hidden : int
        How many tests hold nothing but a comment: the hidden ones.
    is_optional : bool
        Its tests give extra credit and no points.
    """

    title: str
    name: str
    kind: str
    cell: int
    tests: list[int] = field(default_factory=list)
    hidden: int = 0
    is_optional: bool = False


def find(cells: list[NotebookNode]) -> list[Question]:
    """Return the questions of a notebook, in order."""
    found: list[Question] = []
    heading = ""
    for number, cell in enumerate(cells):
        known = flags(cell)
        heading = _heading(cell) or heading
        kind = _kind(known)
        if kind in ("code", "written", "task"):
            name = str(known.get("grade_id"))
            found.append(Question(heading or name, name, kind, number))
        elif kind == "test":
            _add_test(found, heading, number, cell)
    counts = Counter(question.title for question in found)
    for question in found:
        if counts[question.title] > 1:
            question.title = f"{question.title} ({question.name})"
    return found


def _kind(known: dict) -> str:
    if known.get("task"):
        return "task"
    if known.get("solution"):
        return "written" if known.get("grade") else "code"
    return "test" if known.get("grade") else ""


def _add_test(found: list[Question], heading: str, number: int, cell: NotebookNode) -> None:
    if not found or found[-1].kind not in ("code", "tests"):
        name = str(flags(cell).get("grade_id"))
        found.append(Question(heading or name, name, "tests", number))
    question = found[-1]
    if has_code(cell.source):
        question.tests.append(number)
    else:
        question.hidden += 1
    extra = cell.metadata.get("isocenter", {}).get("extra_credit", 0)
    question.is_optional = bool(extra) or (question.is_optional and not flags(cell).get("points"))


def above(cells: list[NotebookNode], number: int) -> str:
    """Return the heading above a cell; empty where there is none."""
    return next(filter(None, map(_heading, reversed(cells[:number]))), "")


def _heading(cell: NotebookNode) -> str:
    """Return the last heading of a cell of text, without the time that it says it takes."""
    if cell.cell_type != "markdown" or flags(cell).get("solution"):
        return ""
    text = re.sub(r"^(```|~~~).*?^\1", "", cell.source, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#{1,6}[ \t]+(.+?)[ \t#]*$", text, re.MULTILINE)
    return re.sub(r"\s*\(\d+ min\w*\)$", "", headings[-1]) if headings else ""


def has_code(source: str) -> bool:
    """Tell whether a cell does anything: a hidden test is a comment in the students' version."""
    try:
        return bool(ast.parse(source).body)
    except SyntaxError:  # also IPython's own syntax, such as %matplotlib
        return True


def stubs(cell: NotebookNode) -> int:
    """Count the lines that stand for an answer which is not written yet."""
    return sum(line.strip() == STUB for line in cell.source.splitlines())


def is_empty(cell: NotebookNode) -> bool:
    """Tell whether a cell for a written answer holds none."""
    return cell.source.strip() in EMPTY or is_as_released(cell)
