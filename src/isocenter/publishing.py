"""Grades that students have been told, and what has become of them since."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from isocenter.errors import CourseError
from isocenter.grading import digests, standing, store
from isocenter.grading import settings as settings_
from isocenter.grading.standing import Submission

VERSION = 1


@dataclass(frozen=True)
class Change:
    """A grade that is not what was published.

    Attributes
    ----------
    student, assignment : str
    before, now : float or None
        Points, with extra credit and less what a late hand-in costs; None for no grade.
    cells : tuple of str
        The cells whose points differ.
    why : str
    """

    student: str
    assignment: str
    before: float | None
    now: float | None
    cells: tuple[str, ...]
    why: str


def publish(root: Path, assignment: str, *, solutions: bool = False) -> int:
    """Take down what the grades of an assignment are now, as those that students are told.

    Parameters
    ----------
    root : Path
        The course's folder.
    assignment : str
    solutions : bool
        The solutions are published too: feedback may then show what would have been right.

    Returns
    -------
    int
        How many students have a grade.

    Raises
    ------
    CourseError
        Nobody has been graded.
    """
    grades = {name: told for name, told in _now(root, assignment).items() if told["cells"]}
    if not grades:
        raise CourseError(f"nobody has a grade in {assignment}: run `isocenter grade` first")
    before = store.read_json(_path(root, assignment)) or {}
    store.write_json(
        _path(root, assignment),
        {
            "version": VERSION,
            "assignment": assignment,
            "published_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "solutions": solutions or before.get("solutions", False),
            "students": grades,
        },
    )
    return len(grades)


def published(root: Path) -> list[str]:
    """Return the assignments whose grades were published."""
    return sorted(path.stem for path in (store.folder(root) / "published").glob("*.json"))


def changes(root: Path, assignment: str) -> list[Change]:
    """List each grade that differs from the last published one, and say why.

    Parameters
    ----------
    root : Path
    assignment : str

    Returns
    -------
    list of Change
        By student.

    Raises
    ------
    CourseError
        Its grades were never published.
    """
    told = store.read_json(_path(root, assignment))
    if not told:
        raise CourseError(
            f"the grades of {assignment} were never published: `isocenter publish {assignment}` "
            "takes them down"
        )
    before, now = told["students"], _now(root, assignment)
    nothing: dict[str, Any] = {"total": None, "cells": {}, "parts": None, "penalty": 0.0}
    found = []
    for student in sorted(set(before) | set(now)):
        was, is_ = before.get(student, nothing), now.get(student, nothing)
        names = sorted(set(was["cells"]) | set(is_["cells"]))
        cells = [name for name in names if was["cells"].get(name) != is_["cells"].get(name)]
        if cells or was["total"] != is_["total"]:
            why = _why(was, is_, cells)
            found.append(Change(student, assignment, was["total"], is_["total"], tuple(cells), why))
    return found


def _path(root: Path, assignment: str) -> Path:
    return store.folder(root) / "published" / f"{assignment}.json"


def _now(root: Path, assignment: str) -> dict[str, dict[str, Any]]:
    """Return what each student has now."""
    settings = settings_.load(root)
    there = standing.read(settings.db_url, assignment)
    if there.due is None:
        raise CourseError(f"{assignment} is not in the gradebook: run `isocenter build` first")
    kept = store.all_graded(root, assignment)
    return {
        student: _told(submission, kept.get(student, {}))
        for student, submission in there.submissions.items()
    }


def _told(submission: Submission, kept: dict[str, Any]) -> dict[str, Any]:
    cells = {
        cell: [grade.auto_score, grade.manual_score, grade.extra_credit]
        for (_, cell), grade in sorted(submission.grades.items())
        if grade.auto_score is not None or grade.manual_score is not None
    }
    total = sum(grade.points for grade in submission.grades.values()) - submission.penalty
    return {
        "total": round(total, 9) if cells else None,
        "penalty": submission.penalty,
        "cells": cells,
        "parts": kept.get("parts"),
        "reason": kept.get("reason", ""),
    }


def _why(was: dict[str, Any], now: dict[str, Any], cells: list[str]) -> str:
    """Say what made a grade change."""
    if now["total"] is None:
        return now.get("reason") or "it has no grade any more"
    if was["total"] is None:
        return "graded since"
    reasons = []
    if was["parts"] and now["parts"]:
        reasons.append(digests.why(was["parts"], now["parts"]))
    missing = [None, None, None]
    by_hand = [
        cell
        for cell in cells
        if was["cells"].get(cell, missing)[1:] != now["cells"].get(cell, missing)[1:]
    ]
    if by_hand:
        reasons.append(f"graded by hand: {', '.join(by_hand)}")
    if was["penalty"] != now["penalty"]:
        reasons.append(f"late: -{was['penalty']:g} became -{now['penalty']:g}")
    return "; ".join(filter(None, reasons)) or "the points of the tests changed"
