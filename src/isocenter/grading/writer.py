"""The one writer: what came of hand-ins goes into nbgrader's gradebook and folders.

The rows are those that ``nbgrader autograde`` writes: `nbgrader.preprocessors.SaveAutoGrades` and
`AssignLatePenalties` say which. Scores of tests are replaced; scores given by hand, extra credit
and comments stay and ask for a review.
"""

import os
import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from nbgrader import api
from nbgrader.converters import Autograde
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import DatabaseError

from isocenter import nbgrader_steps
from isocenter.errors import IsocenterError
from isocenter.grading import store
from isocenter.grading.assignment import Assignment, Name
from isocenter.grading.points import Points
from isocenter.grading.settings import Settings
from isocenter.grading.standing import Grade, Submission

PATIENCE = 60  # seconds that another writer, such as the formgrader, may hold the gradebook
NO_RESPONSE = "No response."

_STUDENT, _HAND_IN, _HAND_IN_NOTEBOOK, _GRADE, _COMMENT = (
    model.__table__
    for model in (
        api.Student,
        api.SubmittedAssignment,
        api.SubmittedNotebook,
        api.Grade,
        api.Comment,
    )
)


@dataclass
class Entry:
    """What is to be written of one hand-in.

    Attributes
    ----------
    student : str
    points : dict of (str, str) to Points or None
        None for a hand-in that could not be graded: what an earlier one got is taken back.
    handed_in : frozenset of str
        The notebooks that were.
    untouched : frozenset of (str, str)
        Answers that are as they were given out.
    timestamp : datetime or None
        When it was handed in, in UTC without a time zone.
    is_new : bool
        Something ran: scores given by hand then ask for a review.
    """

    student: str
    points: dict[Name, Points] | None = None
    handed_in: frozenset[str] = frozenset()
    untouched: frozenset[Name] = frozenset()
    timestamp: datetime | None = None
    is_new: bool = True


class Unknown(IsocenterError):
    """The gradebook does not have a student, and nobody is to be added to it."""


class Writer:
    """Writes into the gradebook of one course, as one of its users.

    Parameters
    ----------
    settings : Settings
    assignment : Assignment
    """

    def __init__(self, settings: Settings, assignment: Assignment) -> None:
        self._settings, self._assignment = settings, assignment
        with nbgrader_steps.quiet():
            self._gradebook = api.Gradebook(settings.db_url, settings.course_id)
            self._db = self._gradebook.db
            known = self._gradebook.find_assignment(assignment.name)
            self._id, self._due = known.id, known.duedate
            self._notebooks = {notebook.name: notebook.id for notebook in known.notebooks}
            self._graded: dict[Name, str] = {}
            self._answered: dict[Name, str] = {}
            for notebook in known.notebooks:
                for cell in (*notebook.grade_cells, *notebook.task_cells):
                    self._graded[notebook.name, cell.name] = cell.id
                for cell in (*notebook.solution_cells, *notebook.task_cells):
                    self._answered[notebook.name, cell.name] = cell.id
        self._db.rollback()
        if self._db.get_bind().dialect.name == "sqlite":
            self._db.execute(text(f"PRAGMA busy_timeout = {PATIENCE * 1000}"))
        self._late = self._penalties()

    def close(self) -> None:
        """Let go of the gradebook."""
        self._gradebook.close()

    def write(self, entries: list[Entry]) -> dict[str, Submission | IsocenterError | str]:
        """Write hand-ins, all in one transaction if that goes, else each in its own.

        Parameters
        ----------
        entries : list of Entry

        Returns
        -------
        dict of str to Submission or IsocenterError
            By student, what the gradebook has now.

        Raises
        ------
        IsocenterError
            The gradebook cannot be written at all.
        """
        try:
            return self._together(entries)
        except IsocenterError as error:
            if len(entries) == 1:
                return {entries[0].student: error}
        found: dict[str, Any] = {}
        for entry in entries:
            found |= self.write([entry])
        return found

    def _together(self, entries: list[Entry]) -> dict[str, Any]:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                with nbgrader_steps.quiet():
                    done = {entry.student: self._one(entry) for entry in entries}
                    self._db.commit()
                return done
            except DatabaseError as error:
                self._db.rollback()
                busy = any(word in str(error) for word in ("locked", "deadlock", "serialize"))
                if not busy or time.monotonic() > until:
                    raise GradebookFailed(
                        f"the gradebook could not be written ({error.orig}): look at the disk, and "
                        "at who else has it open, and grade again: what ran is kept"
                    ) from None
                time.sleep(0.1)
            except BaseException:
                self._db.rollback()
                raise

    def _one(self, entry: Entry) -> Submission:
        hand_in = self._db.execute(
            select(_HAND_IN.c.id, _HAND_IN.c.timestamp, _HAND_IN.c.extension).where(
                _HAND_IN.c.assignment_id == self._id, _HAND_IN.c.student_id == entry.student
            )
        ).one_or_none()
        if hand_in is None:
            if entry.points is None:
                return Submission()
            hand_in = self._add(entry)
        elif entry.timestamp is not None and hand_in.timestamp != entry.timestamp:
            self._db.execute(
                update(_HAND_IN).where(_HAND_IN.c.id == hand_in.id), {"timestamp": entry.timestamp}
            )
        timestamp = entry.timestamp or hand_in.timestamp
        done = Submission(str(timestamp), str(hand_in.extension))
        cells = {cell: name for name, cell in self._graded.items()}
        rows = self._db.execute(
            select(_GRADE)
            .join(_HAND_IN_NOTEBOOK, _HAND_IN_NOTEBOOK.c.id == _GRADE.c.notebook_id)
            .where(_HAND_IN_NOTEBOOK.c.assignment_id == hand_in.id)
        ).all()
        changed = []
        for row in rows:
            name = cells[row.cell_id]
            now = _graded(row, entry, name, is_optional=name in self._assignment.credit)
            done.grades[name] = now
            if now != Grade(
                row.auto_score, row.manual_score, row.extra_credit, row.needs_manual_grade
            ):
                changed.append(
                    {
                        "which": row.id,
                        "auto_score": now.auto_score,
                        "extra_credit": now.extra_credit,
                        "needs_manual_grade": now.needs_manual_grade,
                    }
                )
        for values in changed:
            which = values.pop("which")
            self._db.execute(update(_GRADE).where(_GRADE.c.id == which).values(values))
        if entry.points is not None:
            self._comment(entry, hand_in.id)
            done.penalty = self._penalize(entry, hand_in, timestamp, done)
        return done

    def _add(self, entry: Entry) -> Any:
        """Add a hand-in as nbgrader does: with a row for each of its notebooks and cells."""
        known = self._db.execute(
            select(_STUDENT.c.id).where(_STUDENT.c.id == entry.student)
        ).one_or_none()
        if known is None:
            if not self._settings.create_student:
                raise Unknown(
                    f"the gradebook has no student {entry.student!r}, and c.Autograde."
                    "create_student is False: add the student, or take the hand-in away"
                )
            self._db.execute(insert(_STUDENT).values(id=entry.student))
        added = api.new_uuid()
        self._db.execute(
            insert(_HAND_IN).values(
                id=added,
                assignment_id=self._id,
                student_id=entry.student,
                timestamp=entry.timestamp,
            )
        )
        places = {name: api.new_uuid() for name in self._notebooks}
        for name, place in places.items():
            self._db.execute(
                insert(_HAND_IN_NOTEBOOK).values(
                    id=place, assignment_id=added, notebook_id=self._notebooks[name]
                )
            )
        for table, cells in ((_GRADE, self._graded), (_COMMENT, self._answered)):
            rows = [
                {"id": api.new_uuid(), "notebook_id": places[notebook], "cell_id": cell}
                for (notebook, _), cell in cells.items()
            ]
            if rows:
                self._db.execute(insert(table), rows)
        return SimpleNamespace(id=added, timestamp=entry.timestamp, extension=None)

    def _comment(self, entry: Entry, hand_in: str) -> None:
        """Say of an answer that was not given that there is none."""
        cells = {cell: name for name, cell in self._answered.items()}
        rows = self._db.execute(
            select(_COMMENT.c.id, _COMMENT.c.cell_id, _COMMENT.c.auto_comment)
            .join(_HAND_IN_NOTEBOOK, _HAND_IN_NOTEBOOK.c.id == _COMMENT.c.notebook_id)
            .where(_HAND_IN_NOTEBOOK.c.assignment_id == hand_in)
        ).all()
        for row in rows:
            name = cells[row.cell_id]
            if name[0] in entry.handed_in:
                said = NO_RESPONSE if name in entry.untouched else None
                if said != row.auto_comment:
                    self._db.execute(
                        update(_COMMENT).where(_COMMENT.c.id == row.id).values(auto_comment=said)
                    )

    def _penalties(self) -> AssignLatePenalties | None:
        """Return nbgrader's step for late hand-ins, with the course's plugin in it."""
        if not self._settings.late_penalties:
            return None
        root = Path(self._settings.root)
        config = nbgrader_steps.config(root)
        parent = Autograde(coursedir=nbgrader_steps.course_directory(root), config=config)
        step = AssignLatePenalties(parent=parent)
        step.init_plugin()
        return step

    def _penalize(
        self, entry: Entry, hand_in: Any, timestamp: datetime | None, done: Submission
    ) -> float:
        """Write what a late hand-in costs, notebook by notebook; returns the sum."""
        if self._late is None:
            return 0.0
        late = 0.0
        if timestamp is not None and self._due is not None:
            due = self._due + (hand_in.extension or timedelta())
            late = max(0.0, (timestamp - due).total_seconds())
        taken = 0.0
        for name in entry.handed_in:
            penalty = None
            if late > 0:
                grades = [one for (notebook, _), one in done.grades.items() if notebook == name]
                score = sum(grade.points for grade in grades)
                penalty = self._late.plugin_inst.late_submission_penalty(entry.student, score, late)
            if penalty is not None:
                penalty = self._late._check_late_penalty(SimpleNamespace(score=score), penalty)
            taken += penalty or 0.0
            self._db.execute(
                update(_HAND_IN_NOTEBOOK)
                .where(
                    _HAND_IN_NOTEBOOK.c.assignment_id == hand_in.id,
                    _HAND_IN_NOTEBOOK.c.notebook_id == self._notebooks[name],
                )
                .values(late_submission_penalty=penalty)
            )
        return taken


class GradebookFailed(IsocenterError):
    """The gradebook could not be written."""


def _graded(row: Any, entry: Entry, name: Name, *, is_optional: bool) -> Grade:
    """Return a row of the gradebook as it is to be."""
    before = Grade(row.auto_score, row.manual_score, row.extra_credit, bool(row.needs_manual_grade))
    if entry.points is None:
        return Grade(None, row.manual_score, None if is_optional else row.extra_credit, True)
    points = entry.points.get(name)
    if points is None:  # a task
        return before
    extra = points.extra if is_optional else row.extra_credit
    asks = points.score is None or row.manual_score is not None
    if name[0] not in entry.handed_in:
        asks = False
    if not entry.is_new and before.auto_score == points.score:
        asks = before.needs_manual_grade
    return Grade(points.score, row.manual_score, extra, asks)


def write_folder(
    settings: Settings, student: str, assignment: str, files: Iterable[tuple[str, bytes]]
) -> None:
    """Put a graded hand-in where nbgrader keeps it, in place of an earlier one, at once."""
    folder = Path(os.path.normpath(settings.folder(settings.autograded, student, assignment)))
    mode = int(str(settings.permissions), 8)
    aside = store.folder(Path(settings.root)) / "tmp" / api.new_uuid()
    try:
        for name, data in files:
            path = aside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            path.chmod(mode)
        if settings.groupshared:
            for place in (aside, *aside.rglob("*/")):
                place.chmod(place.stat().st_mode | 0o2770)
        remove_folder(settings, student, assignment)
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def remove_folder(settings: Settings, student: str, assignment: str) -> None:
    """Take an earlier graded hand-in away."""
    folder = Path(os.path.normpath(settings.folder(settings.autograded, student, assignment)))
    if folder.is_dir():
        shutil.rmtree(folder)
