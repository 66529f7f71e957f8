"""What an assignment gave out, and what is graded where nothing was answered."""

import copy
import enum
from collections import Counter
from dataclasses import dataclass
from typing import Any

import nbformat
from nbformat import NotebookNode
from traitlets.config import Config

from isocenter.errors import CourseError
from isocenter.restore.reading import grade_id


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
        return grade_id(self.cell.metadata) or "" if self.role is not Role.PLAIN else ""

    @property
    def is_locked(self) -> bool:
        """Whether a student's version of it never counts."""
        return self.role in (Role.READ_ONLY, Role.TEST)

    def is_untouched(self, text: str) -> bool:
        """Whether a text is what was given out, or what is graded, but for blanks at line ends."""
        return words(text) in (words(self.given), words(self.cell.source))


@dataclass(frozen=True)
class Template:
    """The notebook that is graded, before a student's answers are in it.

    Attributes
    ----------
    slots : list of Slot
        Its cells, in order.
    metadata : dict
        The notebook's: its kernel and language.
    """

    slots: list[Slot]
    metadata: dict[str, Any]

    @classmethod
    def of(
        cls, source: NotebookNode, config: Config | None = None, *, is_cleared: bool = False
    ) -> "Template":
        """Make the template of an assignment's notebook.

        Parameters
        ----------
        source : NotebookNode
            As in ``source/``, with solutions and hidden tests.
        config : Config, optional
            nbgrader's settings, for the marks of solutions and hidden tests.
        is_cleared : bool
            It holds no solutions, as in nbgrader's gradebook.

        Returns
        -------
        Template
        """
        graded = copy.deepcopy(source) if is_cleared else without_answers(source, config)
        kept = {
            key: copy.deepcopy(source.metadata[key])
            for key in ("kernelspec", "language_info")
            if key in source.metadata
        }
        return cls(slots(graded, config), kept)

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        cells = [[slot.cell, slot.given, slot.role.value] for slot in self.slots]
        return {"slots": cells, "metadata": self.metadata}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Template":
        """Make it again of what `to_json` gave; nbgrader is not needed for that."""
        made = [
            Slot(nbformat.from_dict(cell), given, Role(role)) for cell, given, role in data["slots"]
        ]
        return cls(made, data["metadata"])


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
    from nbgrader.preprocessors import ClearSolutions, ComputeChecksums

    graded = copy.deepcopy(source)
    for step in (ClearSolutions, ComputeChecksums):
        graded, _ = step(config=config).preprocess(graded, {})
    return graded


def slots(graded: NotebookNode, config: Config | None = None) -> list[Slot]:
    """Return the cells of an assignment as `without_answers` gives it."""
    from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme

    given = copy.deepcopy(graded)
    for step in (ClearHiddenTests, ClearMarkScheme):
        given, _ = step(config=config).preprocess(given, {})
    names = Counter(filter(None, (grade_id(cell.metadata) for cell in graded.cells)))
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        raise CourseError(f"the assignment has more than one cell named {', '.join(twice)}")
    return [
        Slot(cell, out.source, _role(cell))
        for cell, out in zip(graded.cells, given.cells, strict=True)
    ]


def _role(cell: NotebookNode) -> Role:
    from nbgrader import utils

    if not grade_id(cell.metadata):
        return Role.PLAIN
    if utils.is_solution(cell):
        return Role.WRITTEN if utils.is_grade(cell) else Role.ANSWER
    if utils.is_grade(cell):
        return Role.TEST
    return Role.READ_ONLY if utils.is_locked(cell) or utils.is_task(cell) else Role.PLAIN


def words(text: str) -> str:
    """Return a text without the differences that tools make: blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())
