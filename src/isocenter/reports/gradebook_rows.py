"""What nbgrader's gradebook holds on one assignment, read with a handful of queries."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from nbgrader import api
from sqlalchemy.engine import Connection, make_url

from isocenter.errors import CourseError
from isocenter.reports.classroom import Cell, Person

Key = tuple[str, str]


@dataclass(frozen=True)
class GradeRow:
    """One row of the table of grades.

    Attributes
    ----------
    score : float or None
        What a person gave, else what the tests gave; None where nobody has decided.
    extra : float
    review : bool
        A person gave it before the notebook was run again.
    """

    score: float | None
    extra: float
    review: bool


@dataclass(frozen=True)
class Rows:
    """What the gradebook knows of an assignment, by student and by (notebook, cell)."""

    cells: list[Cell]
    people: dict[str, Person]
    grades: dict[str, dict[Key, GradeRow]]
    comments: dict[str, dict[Key, str]]
    penalties: dict[str, float]


ASSIGNMENT, NOTEBOOK = api.Assignment.__table__, api.Notebook.__table__
CELL, STUDENT = api.BaseCell.__table__, api.Student.__table__
SUBMITTED, SUBMITTED_NOTEBOOK = api.SubmittedAssignment.__table__, api.SubmittedNotebook.__table__
GRADE, COMMENT = api.Grade.__table__, api.Comment.__table__


def read(db_url: str, assignment: str) -> Rows:
    """Read one assignment's rows; nothing is written, and no gradebook is made.

    Raises
    ------
    CourseError
        There is no gradebook, or it does not know the assignment.
    """
    never = f"{assignment} was never built in this folder: run `isocenter build {assignment}`"
    url = make_url(db_url)
    is_file = url.get_backend_name() == "sqlite" and url.database
    if is_file and not Path(str(url.database)).is_file():
        raise CourseError(never)
    engine = sa.create_engine(db_url)
    try:
        with engine.connect() as database:
            found = database.execute(
                sa.select(ASSIGNMENT.c.id).where(ASSIGNMENT.c.name == assignment)
            ).scalar_one_or_none()
            if found is None:
                raise CourseError(never)
            return _rows(database, found)
    finally:
        engine.dispose()


def _rows(database: Connection, assignment: str) -> Rows:
    cells = _cells(database, assignment)
    grades: dict[str, dict[Key, GradeRow]] = defaultdict(dict)
    comments: dict[str, dict[Key, str]] = defaultdict(dict)
    penalties: dict[str, float] = defaultdict(float)
    handed_in = sa.join(
        SUBMITTED, SUBMITTED_NOTEBOOK, SUBMITTED_NOTEBOOK.c.assignment_id == SUBMITTED.c.id
    )
    of_assignment = SUBMITTED.c.assignment_id == assignment
    for student, penalty in database.execute(
        sa.select(SUBMITTED.c.student_id, SUBMITTED_NOTEBOOK.c.late_submission_penalty)
        .select_from(handed_in)
        .where(of_assignment)
    ):
        penalties[student] += penalty or 0
    known = {cell_id: (cell.notebook, cell.name) for cell_id, cell in cells.items()}
    scores = sa.select(
        SUBMITTED.c.student_id,
        GRADE.c.cell_id,
        GRADE.c.auto_score,
        GRADE.c.manual_score,
        GRADE.c.extra_credit,
        GRADE.c.needs_manual_grade,
    ).select_from(handed_in.join(GRADE, GRADE.c.notebook_id == SUBMITTED_NOTEBOOK.c.id))
    for student, cell, auto, manual, extra, needs in database.execute(scores.where(of_assignment)):
        if cell in known:
            score = auto if manual is None else manual
            # nbgrader counts extra credit where there is a score.
            row = GradeRow(score, extra or 0 if score is not None else 0, bool(needs))
            grades[student][known[cell]] = row
    words = sa.select(
        SUBMITTED.c.student_id,
        NOTEBOOK.c.name,
        CELL.c.name,
        sa.func.coalesce(COMMENT.c.manual_comment, COMMENT.c.auto_comment),
    ).select_from(
        handed_in.join(COMMENT, COMMENT.c.notebook_id == SUBMITTED_NOTEBOOK.c.id)
        .join(CELL, CELL.c.id == COMMENT.c.cell_id)
        .join(NOTEBOOK, NOTEBOOK.c.id == CELL.c.notebook_id)
    )
    for student, book, cell, text in database.execute(words.where(of_assignment)):
        if text:
            comments[student][book, cell] = text
    people = {
        row.id: Person(
            row.id,
            row.first_name or "",
            row.last_name or "",
            row.email or "",
            row.lms_user_id or "",
        )
        for row in database.execute(sa.select(STUDENT))
    }
    return Rows(list(cells.values()), people, dict(grades), dict(comments), dict(penalties))


def _cells(database: Connection, assignment: str) -> dict[str, Cell]:
    """Return the cells that give points, by nbgrader's own id of them."""
    answers = {
        (row.notebook_id, row.name)
        for row in database.execute(
            sa.select(CELL.c.notebook_id, CELL.c.name)
            .join(NOTEBOOK, NOTEBOOK.c.id == CELL.c.notebook_id)
            .where(NOTEBOOK.c.assignment_id == assignment, CELL.c.type == "SolutionCell")
        )
    }
    found = {}
    for kind in (api.GradeCell, api.TaskCell):
        graded = kind.__table__
        query = (
            sa.select(
                CELL.c.id, CELL.c.notebook_id, NOTEBOOK.c.name, CELL.c.name, graded.c.max_score
            )
            .select_from(graded)
            .join(CELL, CELL.c.id == graded.c.id)
            .join(NOTEBOOK, NOTEBOOK.c.id == CELL.c.notebook_id)
            .where(NOTEBOOK.c.assignment_id == assignment)
        )
        for cell_id, book_id, book, name, points in database.execute(query):
            by_hand = kind is api.TaskCell or (book_id, name) in answers
            found[cell_id] = Cell(book, name, points, by_hand)
    return dict(sorted(found.items(), key=lambda pair: pair[1].notebook))
