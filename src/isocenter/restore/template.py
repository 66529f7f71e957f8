"""What an assignment gave out, and what is graded where nothing was answered."""

import copy
import enum
from collections import Counter
from dataclasses import dataclass

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import (
    ClearHiddenTests,
    ClearMarkScheme,
    ClearSolutions,
    ComputeChecksums,
)
from traitlets.config import Config

from isocenter import lessons
from isocenter.errors import CourseError


class Role(enum.Enum):
    """What a cell of the assignment is for."""

    PLAIN = "plain"  # the lesson's own text and code; students may change it
    READ_ONLY = "locked"  # tasks, too: they are answered in the student's own cells
    TEST = "test"
    ANSWER = "answer"
    WRITTEN = "written answer"  # graded by a person; it may hold code


@dataclass(frozen=True)
class Slot:
    """One cell of the assignment.

    Attributes
    ----------
    cell : NotebookNode
        As it is graded: an answer not given, hidden tests in.
    given : str
        The text that students were given.
    role : Role
    """

    cell: NotebookNode
    given: str
    role: Role

    @property
    def name(self) -> str:
        """The grade_id; empty for a plain cell."""
        return lessons.grade_id(self.cell) or "" if self.role is not Role.PLAIN else ""

    @property
    def is_locked(self) -> bool:
        """Whether a student's version of it never counts."""
        return self.role in (Role.READ_ONLY, Role.TEST)

    def is_untouched(self, text: str) -> bool:
        """Whether a text is what was given out, or what is graded, but for blanks at line ends."""
        return words(text) in (words(self.given), words(self.cell.source))


def without_answers(source: NotebookNode, config: Config | None = None) -> NotebookNode:
    """Return what is graded where nothing was answered.

    Parameters
    ----------
    source : NotebookNode
        As in ``source/``, with solutions and hidden tests.
    config : Config, optional
        nbgrader's settings, for ``ClearSolutions``.

    Returns
    -------
    NotebookNode
        Without solutions, with hidden tests, with checksums of its cells; a copy.
    """
    graded = copy.deepcopy(source)
    for step in (ClearSolutions, ComputeChecksums):
        graded, _ = step(config=config).preprocess(graded, {})
    return graded


def slots(graded: NotebookNode, config: Config | None = None) -> list[Slot]:
    """Return the cells of an assignment as `without_answers` gives it."""
    given = copy.deepcopy(graded)
    for step in (ClearHiddenTests, ClearMarkScheme):
        given, _ = step(config=config).preprocess(given, {})
    names = Counter(filter(None, map(lessons.grade_id, graded.cells)))
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        raise CourseError(f"the assignment has more than one cell named {', '.join(twice)}")
    return [
        Slot(cell, out.source, _role(cell))
        for cell, out in zip(graded.cells, given.cells, strict=True)
    ]


def _role(cell: NotebookNode) -> Role:
    if not lessons.grade_id(cell):
        return Role.PLAIN
    if utils.is_solution(cell):
        return Role.WRITTEN if utils.is_grade(cell) else Role.ANSWER
    if utils.is_grade(cell):
        return Role.TEST
    return Role.READ_ONLY if utils.is_locked(cell) or utils.is_task(cell) else Role.PLAIN


def words(text: str) -> str:
    """Return a text without the differences that tools make: blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())
