"""One hand-in on its way: what is known of it, and what a result says of it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from isocenter.grading.assignment import Assignment
from isocenter.grading.points import all_points
from isocenter.grading.standing import Submission
from isocenter.handins import ASK, HandIn
from isocenter.results import Failure, Outcome, Result

VERSION = 1


@dataclass
class Collected:
    """A hand-in that was collected.

    Attributes
    ----------
    student : str
    found : HandIn
    parts : dict of str to str
        Digests of all that its result hangs on.
    key : str
        The digest of those.
    dates : str
        A digest of what a late hand-in's penalty hangs on.
    kept : dict or None
        What the store has of it.
    why : str
        Why it is graded now.
    notes : list of str
    time : Path or None
        The file that says when it was handed in, where it is believed.
    problem : str
        Why nothing of it can be graded, which was seen before anything ran.
    is_ours : bool
        The problem is not the hand-in's: it is tried again by the next run.
    seconds : float
        That running it took.
    """

    student: str
    found: HandIn
    parts: dict[str, str] = field(default_factory=dict)
    key: str = ""
    dates: str = ""
    kept: dict[str, Any] | None = None
    why: str = ""
    notes: list[str] = field(default_factory=list)
    time: Path | None = None
    problem: str = ""
    is_ours: bool = False
    seconds: float = 0.0

    def known(self, assignment: Assignment, record: dict[str, Any]) -> dict[str, Any]:
        """Return what the store is to have of it.

        Parameters
        ----------
        assignment : Assignment
        record : dict
            As `task.Runner.run` has it.
        """
        reason = self.problem
        if record["reason"] and not reason:
            reason = f"{self.found.where}/{record['reason']}: {ASK}"
        cells = [cell for one in record["notebooks"].values() for cell in one["cells"].values()]
        partly = any(cell["outcome"] == Outcome.ERROR.value for cell in cells)
        notes = [*self.notes, *record["notes"]]
        for (_, cell), points in all_points(assignment, record).items():
            notes += [f"{cell}: {points.note}"] if points.note and points.score is not None else []
        return {
            "version": VERSION,
            "student": self.student,
            "assignment": assignment.name,
            "status": "ungraded" if reason else "partly" if partly else "graded",
            "reason": reason,
            "notes": notes,
            "rights": record["rights"],
            "graded_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "seconds": round(self.seconds, 3),
            "key": "" if self.is_ours else self.key,
            "parts": None if self.is_ours else self.parts,
            "dates": self.dates,
            "points": assignment.points_digest,
            "notebooks": record["notebooks"],
        }

    def result(
        self, assignment: Assignment, known: dict[str, Any], submission: Submission
    ) -> Result:
        """Return what a person is told of it.

        Parameters
        ----------
        assignment : Assignment
        known : dict
            As `known` gives it.
        submission : Submission
            What the gradebook has.
        """
        score = points = waiting = extra = lost = 0.0
        failures, errors = [], []
        grades = submission.grades if not known["reason"] else {}
        for name in sorted(grades, key=lambda name: (name not in assignment.order, name)):
            grade, most = grades[name], assignment.points.get(name, 0.0)
            notebook, cell = name
            ran = known["notebooks"].get(notebook, {"cells": {}})
            said = ran["cells"].get(cell, {})
            if grade.auto_score is None and said.get("outcome") == Outcome.ERROR.value:
                errors.append(Failure(cell, said["reason"]))
                lost += most
            elif grade.auto_score is None:
                waiting += most if grade.needs_manual_grade else 0
            else:
                score += grade.auto_score
                points += most
                extra += grade.extra_credit or 0
                if grade.auto_score < most:
                    failures.append(Failure(cell, _told(said, name in assignment.written)))
        order = [cell for _, cell in assignment.order]
        for found in (failures, errors):
            found.sort(key=lambda one: order.index(one.grade_id) if one.grade_id in order else 0)
        return Result(
            self.student,
            assignment.name,
            known["reason"],
            tuple(known["notes"]),
            score,
            points,
            waiting,
            extra,
            submission.penalty,
            tuple(failures),
            tuple(errors),
            lost,
            self.seconds,
            known["rights"],
            self.why,
        )


def _told(said: dict[str, Any], is_written: bool) -> str:
    """Return what a student is told of a cell that gave less than its points, in one line."""
    if not said:
        return "no answer" if is_written else "not handed in"
    return (said["feedback"].splitlines() or ["partial credit"])[0]
