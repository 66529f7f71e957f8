"""What came of grading one submission."""

import enum
from dataclasses import dataclass, field
from typing import Any

UNCHANGED = "unchanged"  # why a hand-in was not graded again


class Outcome(enum.Enum):
    """What came of one cell; only `ERROR` is not the student's doing, and it is never a zero."""

    PASSED = "passed"
    FAILED = "failed"
    TIMED_OUT = "timed out"
    ERROR = "error"


@dataclass(frozen=True)
class Failure:
    """A test cell that gave less than its points.

    Attributes
    ----------
    grade_id : str
    feedback : str
        What the student is told.
    """

    grade_id: str
    feedback: str


@dataclass(frozen=True)
class Result:
    """One submission, graded or not.

    Attributes
    ----------
    student, assignment : str
    reason : str
        Why it could not be graded; empty for a graded one.
    notes : tuple of str
        What the instructor should know of it.
    score, points : float
        What the tests gave, and could have given.
    waiting : float
        Points of written answers that wait for a grader.
    extra : float
        Extra credit for optional exercises.
    penalty : float
        Taken off because the submission came late.
    failures : tuple of Failure
    errors : tuple of Failure
        Tests that could not be run to an end: they have no score, and `lost` points wait for a
        person to decide.
    lost : float
    seconds : float
        Wall time that grading took.
    rights : str
        The level to which the rights of student code were lowered; empty for stock execution.
    why : str
        Why it was graded now; "unchanged" where it was not, and this is what came of it before.
    """

    student: str
    assignment: str
    reason: str = ""
    notes: tuple[str, ...] = ()
    score: float = 0
    points: float = 0
    waiting: float = 0
    extra: float = 0
    penalty: float = 0
    failures: tuple[Failure, ...] = field(default=())
    errors: tuple[Failure, ...] = field(default=())
    lost: float = 0
    seconds: float = 0
    rights: str = ""
    why: str = ""

    @property
    def status(self) -> str:
        """One word: "graded", "partly" (some tests could not be run to an end) or "ungraded"."""
        return "ungraded" if self.reason else "partly" if self.errors else "graded"

    @property
    def is_graded(self) -> bool:
        """Whether there is a score."""
        return not self.reason

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data; one that could not be graded has no score, not 0."""
        numbers = ("score", "points", "waiting", "extra", "penalty", "lost")
        kept = {name: getattr(self, name) for name in numbers} if self.is_graded else {}
        return {
            "student": self.student,
            "assignment": self.assignment,
            "status": self.status,
            "why": self.why,
            "reason": self.reason,
            "notes": list(self.notes),
            "rights": self.rights,
            "seconds": round(self.seconds, 3),
            **kept,
            "failures": [vars(one) for one in self.failures],
            "errors": [vars(one) for one in self.errors],
        }

    @property
    def is_whole(self) -> bool:
        """Whether each of its tests has a score."""
        return self.is_graded and not self.errors
