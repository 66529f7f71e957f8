"""What came of grading one submission."""

from dataclasses import dataclass, field


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
    seconds : float
        Wall time that grading took.
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
    seconds: float = 0

    @property
    def is_graded(self) -> bool:
        """Whether there is a score."""
        return not self.reason
