"""From what came of a test to its points."""

import math
from dataclasses import dataclass
from typing import Any

from isocenter.grading.assignment import Assignment, Name
from isocenter.results import Outcome


@dataclass(frozen=True)
class Points:
    """What a hand-in gets for one cell.

    Attributes
    ----------
    score : float or None
        None where a person has to decide.
    extra : float or None
        Of an optional test.
    note : str
        What the instructor should know.
    """

    score: float | None
    extra: float | None = None
    note: str = ""


def all_points(assignment: Assignment, record: dict[str, Any]) -> dict[Name, Points]:
    """Return what a hand-in gets for each cell of an assignment; tasks are a person's alone.

    A notebook that was not handed in, though another one of the assignment was, gets 0 for each of
    its cells, as with nbgrader.

    Parameters
    ----------
    assignment : Assignment
    record : dict
        As `task.Runner.run` has it.
    """
    found = {}
    for name, most in assignment.points.items():
        notebook, cell = name
        ran = record["notebooks"].get(notebook)
        if ran is None:
            found[name] = Points(0.0)
        elif name in assignment.tests and cell in ran["cells"]:
            said = ran["cells"][cell]
            outcome = Outcome(said["outcome"])
            score, note = credit(outcome, said["value"], said["reason"], most)
            more = assignment.credit.get(name)
            found[name] = Points(score, None if more is None else extra(outcome, more), note)
        elif name not in assignment.tasks:
            found[name] = Points(0.0 if cell in ran["untouched"] else None)
    return found


def credit(
    outcome: Outcome, value: float | None, reason: str, most: float
) -> tuple[float | None, str]:
    """Return the points of a test, and what the instructor should know of them.

    Parameters
    ----------
    outcome : Outcome
    value : float or None
        What the test showed as partial credit: any real number, or None. True and False are no
        numbers: nbgrader documents full points for what is no number, and gives them.
    reason : str
        Why it is an error.
    most : float
        The points of the cell.

    Returns
    -------
    points : float or None
        None where a person has to decide.
    note : str
    """
    if outcome is Outcome.ERROR:
        return None, reason
    if outcome is not Outcome.PASSED:
        return 0.0, ""
    if value is None or isinstance(value, bool):
        return most, ""
    shown = float(value)
    if math.isnan(shown):
        return None, "the test showed nan, which is no number of points"
    points = min(max(shown, 0.0), most)
    if points != shown:
        return points, f"the test showed {shown:g} of {most:g} points; {points:g} count"
    return points, ""


def extra(outcome: Outcome, most: float) -> float | None:
    """Return the extra credit of an optional test; None where a person has to decide."""
    if outcome is Outcome.ERROR:
        return None
    return most if outcome is Outcome.PASSED else 0.0
