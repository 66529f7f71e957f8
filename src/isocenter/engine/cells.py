"""A code cell to be run, and what came of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from isocenter.results import Outcome

GRACE = 5  # seconds that a student's function has to end once it was interrupted


class Side(StrEnum):
    """Where a cell runs."""

    STUDENT = "student"
    EXAMINER = "examiner"
    BOTH = "both"


@dataclass(frozen=True)
class Cell:
    """A code cell to be run.

    Attributes
    ----------
    source : str
    side : Side
        Only a cell whose text is the instructor's, word for word, may run on the examiner's side.
    hidden : bool
        Whether it holds hidden tests: nothing that student code says while it runs is shown then.
    """

    source: str
    side: Side
    hidden: bool = False


@dataclass(frozen=True)
class CellOutcome:
    """What came of a cell.

    Attributes
    ----------
    outcome : Outcome
        For a student's cell, `FAILED` means that it ended with an exception.
    outputs : list of dict
        As nbformat 4 has them.
    execution_count : int or None
    value : float or None
        The number that a grade cell showed last: partial credit.
    reason : str
        One sentence for `TIMED_OUT` and `ERROR`, and where a limit was passed.
    cpu_seconds : float
        Of all processes on both sides, as the kernel counts them; what a cell starts and leaves
        running counts where it runs. 0 for a cell that did not begin.
    wall_seconds : float
        From the cell's begin to its end.
    """

    outcome: Outcome
    outputs: list[dict[str, Any]] = field(default_factory=list)
    execution_count: int | None = None
    value: float | None = None
    reason: str = ""
    cpu_seconds: float = 0.0
    wall_seconds: float = 0.0
