"""What came of one assignment for a whole class: what reports and feedback pages are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Status(Enum):
    """What came of one student's hand-in; none of them is a score."""

    GRADED = "graded"
    PARTLY = "partly"
    UNGRADED = "ungraded"
    MISSING = "missing"


@dataclass(frozen=True)
class Cell:
    """A cell that gives points.

    Attributes
    ----------
    notebook, name : str
        The name is the cell's grade_id.
    points : float
    by_hand : bool
        A written answer or a task, which a person grades.
    """

    notebook: str
    name: str
    points: float
    by_hand: bool = False


@dataclass(frozen=True)
class Question:
    """An answer that students give, and the cells that grade it.

    Attributes
    ----------
    notebook, name : str
        The name is the grade_id of the cell that takes the answer.
    title : str
        In words, from the heading above it.
    cells : tuple of Cell
    extra : float
        Extra credit that its tests can give.
    """

    notebook: str
    name: str
    title: str
    cells: tuple[Cell, ...]
    extra: float = 0

    @property
    def points(self) -> float:
        """Most that can be had for it, extra credit aside."""
        return sum(cell.points for cell in self.cells)

    @property
    def by_hand(self) -> bool:
        """Whether a person grades all of it."""
        return all(cell.by_hand for cell in self.cells)


@dataclass(frozen=True)
class Mark:
    """What one submission got for one cell.

    Attributes
    ----------
    cell : Cell
    score : float or None
        Without extra credit; None where nobody has decided yet.
    extra : float
    review : bool
        A person graded it before it was run again, and should look at it once more.
    outcome : str
        Of a test: 'passed', 'failed', 'timed out' or 'error'; empty where a person grades.
    feedback : str
        What the student is told of a test.
    reason : str
        Why a test could not be run to an end.
    cpu_seconds : float or None
    """

    cell: Cell
    score: float | None = None
    extra: float = 0
    review: bool = False
    outcome: str = ""
    feedback: str = ""
    reason: str = ""
    cpu_seconds: float | None = None

    @property
    def is_full(self) -> bool:
        """Whether it has all of its points."""
        return self.score is not None and self.score >= self.cell.points


@dataclass(frozen=True)
class Person:
    """A student, as the gradebook has one.

    Attributes
    ----------
    id, first_name, last_name, email, lms_user_id : str
        Empty where the gradebook does not know.
    """

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""

    @property
    def full_name(self) -> str:
        """First and last name, or the id where there is neither."""
        return f"{self.first_name} {self.last_name}".strip() or self.id


@dataclass(frozen=True)
class Submission:
    """One student's results.

    Attributes
    ----------
    person : Person
    status : Status
    reason : str
        Why there is no score, and what to do; empty for a graded one.
    notes : tuple of str
        For the instructor.
    marks : dict of (notebook, cell) to Mark
        Empty where there is nothing that counts.
    comments : dict of (notebook, cell) to str
        What a person wrote, or nbgrader; the cell is the one that takes the answer.
    penalty : float
        Taken off because it came late.
    graded_at, rights : str
    """

    person: Person
    status: Status
    reason: str = ""
    notes: tuple[str, ...] = ()
    marks: Mapping[tuple[str, str], Mark] = field(default_factory=dict)
    comments: Mapping[tuple[str, str], str] = field(default_factory=dict)
    penalty: float = 0
    graded_at: str = ""
    rights: str = ""

    @property
    def has_scores(self) -> bool:
        """Whether at least some of it was graded."""
        return self.status in (Status.GRADED, Status.PARTLY)

    @property
    def earned(self) -> float:
        """Points of what has a score, extra credit included, nothing taken off for lateness."""
        return sum(
            mark.score + mark.extra for mark in self.marks.values() if mark.score is not None
        )

    @property
    def waiting(self) -> list[Mark]:
        """Answers that wait for a person."""
        marks = self.marks.values()
        return [mark for mark in marks if mark.cell.by_hand and (mark.score is None or mark.review)]

    @property
    def lost(self) -> list[Mark]:
        """Tests that could not be run to an end: a person has to decide."""
        return [m for m in self.marks.values() if m.score is None and not m.cell.by_hand]

    @property
    def total(self) -> float | None:
        """The final score; None unless every cell has one."""
        if not self.has_scores or any(mark.score is None for mark in self.marks.values()):
            return None
        return max(0.0, self.earned - self.penalty)

    @property
    def why_no_total(self) -> str:
        """Why there is no final score, in words; empty where there is one."""
        if not self.has_scores:
            return self.reason
        parts = []
        if self.lost:
            parts.append(f"{_count(self.lost, 'test')} could not be run to an end")
        missing = [mark for mark in self.waiting if mark.score is None]
        if missing:
            verb = "waits" if len(missing) == 1 else "wait"
            parts.append(f"{_count(missing, 'written answer')} {verb} for a grader")
        return "; ".join(parts)

    def of(self, question: Question) -> list[Mark]:
        """Return the marks of a question's cells, in order."""
        keys = ((cell.notebook, cell.name) for cell in question.cells)
        return [self.marks[key] for key in keys if key in self.marks]

    def score(self, question: Question) -> float | None:
        """Return the points for a question, extra credit aside; None unless all are known."""
        marks = self.of(question)
        if not marks or any(mark.score is None for mark in marks):
            return None
        return sum(mark.score for mark in marks if mark.score is not None)


def _count(things: list[Mark], noun: str) -> str:
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"


@dataclass(frozen=True)
class ClassResults:
    """One assignment of a class.

    Attributes
    ----------
    course_id, assignment : str
    questions : tuple of Question
        In the order of the notebooks.
    submissions : tuple of Submission
        One a student, the missing ones too, by id.
    """

    course_id: str
    assignment: str
    questions: tuple[Question, ...]
    submissions: tuple[Submission, ...]

    @property
    def points(self) -> float:
        """The most that can be had, extra credit aside."""
        return sum(question.points for question in self.questions)

    @property
    def title(self) -> str:
        """The assignment's name in words."""
        return self.assignment.replace("_", " ").replace("-", " ").capitalize()

    def with_status(self, *statuses: Status) -> list[Submission]:
        """Return the submissions of some kinds."""
        return [one for one in self.submissions if one.status in statuses]
