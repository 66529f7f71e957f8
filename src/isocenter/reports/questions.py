"""Which cells of a notebook make a question, and what it is called in words."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from nbformat import NotebookNode

from isocenter import lessons
from isocenter.reports.classroom import Cell, Question

HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]*(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)


def questions(notebook: NotebookNode, cells: Mapping[str, Cell], name: str) -> list[Question]:
    """Return the questions of a notebook, in order.

    Parameters
    ----------
    notebook : NotebookNode
        The assignment's own, or one that was graded.
    cells : dict of str to Cell
        The cells that give points, by grade_id; those that the notebook lacks come last.
    name : str
        Of the notebook.

    Returns
    -------
    list of Question
        Each with at least one cell. Tests belong to the answer above them.
    """
    found: list[tuple[str, str, list[Cell], float]] = []
    heading = ""
    for cell in notebook.cells:
        grade_id = lessons.grade_id(cell) or ""
        if cell.cell_type == "markdown" and not lessons.is_written(cell):
            heading = _last_heading(cell.source) or heading
        known = cells.get(grade_id)
        starts = lessons.is_solution(cell) or (known is not None and known.by_hand)
        if starts or (known is not None and not found):
            found.append((grade_id, heading or in_words(grade_id), [], 0.0))
        if known is not None:
            answer, title, graded, extra = found[-1]
            found[-1] = (answer, title, [*graded, known], extra + lessons.extra_credit(cell))
    there = {cell.name for _, _, graded, _ in found for cell in graded}
    found += [(n, in_words(n), [cell], 0.0) for n, cell in cells.items() if n not in there]
    made = [Question(name, n, title, tuple(c), extra) for n, title, c, extra in found if c]
    return _told_apart(made)


def _last_heading(text: str) -> str:
    """Return the last heading of a text cell, without marks and without the time it takes."""
    headings = HEADING.findall(FENCE.sub("", text))
    if not headings:
        return ""
    plain = re.sub(r"[*`$]|</?\w[^>]*>", "", headings[-1])
    plain = re.sub(r"\s*\(\d+ minutes?\)$", "", plain)
    plain = re.sub(r"^(Exercise|Question): *(?=\S)", "", plain)
    return plain[:1].upper() + plain[1:]


def in_words(name: str) -> str:
    """Return a name such as a grade_id, as words."""
    words = re.sub(r"[_-]+", " ", name).strip()
    return words[:1].upper() + words[1:]


def _told_apart(made: list[Question]) -> list[Question]:
    """Say more of questions that stand below the same heading."""
    times = Counter(question.title for question in made)
    return [
        replace(one, title=f"{one.title}: {in_words(one.name).lower()}")
        if times[one.title] > 1
        else one
        for one in made
    ]
