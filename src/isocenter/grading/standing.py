"""What the gradebook says, asked in few questions, without nbgrader: its import takes seconds."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import OperationalError, ProgrammingError

from isocenter.errors import IsocenterError

NOT_YET = ("no such table: assignment", 'relation "assignment" does not exist')

CELLS = """
SELECT notebook.name, base_cell.name, base_cell.type,
       coalesce(grade_cells.max_score, task_cells.max_score)
FROM base_cell
JOIN notebook ON base_cell.notebook_id = notebook.id
JOIN assignment ON notebook.assignment_id = assignment.id
LEFT JOIN grade_cells ON grade_cells.id = base_cell.id
LEFT JOIN task_cells ON task_cells.id = base_cell.id
WHERE assignment.name = :name
ORDER BY notebook.name, base_cell.name, base_cell.type"""

SOURCES = """
SELECT notebook.name, notebook.kernelspec, source_cell.name, source_cell.cell_type,
       source_cell.locked, source_cell.source, source_cell.checksum
FROM source_cell
JOIN notebook ON source_cell.notebook_id = notebook.id
JOIN assignment ON notebook.assignment_id = assignment.id
WHERE assignment.name = :name
ORDER BY notebook.name, source_cell.name"""

HANDED_IN = """
SELECT submitted_assignment.student_id, submitted_assignment.timestamp,
       submitted_assignment.extension
FROM submitted_assignment
JOIN assignment ON submitted_assignment.assignment_id = assignment.id
WHERE assignment.name = :name"""

PENALTIES = """
SELECT submitted_assignment.student_id, sum(submitted_notebook.late_submission_penalty)
FROM submitted_notebook
JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id
JOIN assignment ON submitted_assignment.assignment_id = assignment.id
WHERE assignment.name = :name
GROUP BY submitted_assignment.student_id"""

GRADES = """
SELECT submitted_assignment.student_id, notebook.name, base_cell.name, grade.auto_score,
       grade.manual_score, grade.extra_credit, grade.needs_manual_grade
FROM grade
JOIN submitted_notebook ON grade.notebook_id = submitted_notebook.id
JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id
JOIN assignment ON submitted_assignment.assignment_id = assignment.id
JOIN base_cell ON grade.cell_id = base_cell.id
JOIN notebook ON submitted_notebook.notebook_id = notebook.id
WHERE assignment.name = :name"""


@dataclass(frozen=True)
class Grade:
    """One row of the gradebook."""

    auto_score: float | None
    manual_score: float | None
    extra_credit: float | None
    needs_manual_grade: bool

    @property
    def points(self) -> float:
        """What it counts, as nbgrader adds it up."""
        given = self.auto_score if self.manual_score is None else self.manual_score
        return 0.0 if given is None else given + (self.extra_credit or 0.0)


@dataclass
class Submission:
    """What the gradebook has of one hand-in.

    Attributes
    ----------
    timestamp, extension : str
        Text to compare, not to read: databases differ in what they give.
    penalty : float
    grades : dict of (str, str) to Grade
        By notebook and cell.
    """

    timestamp: str = "None"
    extension: str = "None"
    penalty: float = 0.0
    grades: dict[tuple[str, str], Grade] = field(default_factory=dict)


@dataclass
class Standing:
    """What the gradebook has of one assignment.

    Attributes
    ----------
    due : str or None
        When the assignment is due, as text to compare; None where it was never generated.
    cells : list
        Notebook, name, type and points of each cell that can be graded or answered.
    sources : list
        All that it keeps of the assignment's text.
    students : set of str
        All that it knows, whether they handed in or not.
    submissions : dict of str to Submission
    """

    due: str | None = None
    cells: list[list[Any]] = field(default_factory=list)
    sources: list[list[Any]] = field(default_factory=list)
    students: set[str] = field(default_factory=set)
    submissions: dict[str, Submission] = field(default_factory=dict)


def read(db_url: str, assignment: str) -> Standing:
    """Ask a gradebook for all that it has of an assignment.

    Parameters
    ----------
    db_url : str
        As SQLAlchemy takes it.
    assignment : str

    Returns
    -------
    Standing
        An empty one where there is no gradebook yet.

    Raises
    ------
    IsocenterError
        The database does not answer.
    """
    url = make_url(db_url)
    if url.drivername.startswith("sqlite") and not Path(url.database or "").is_file():
        return Standing()  # to connect would make one
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            return _read(connection, assignment)
    except (OperationalError, ProgrammingError) as error:
        if any(words in str(error.orig) for words in NOT_YET):
            return Standing()
        raise IsocenterError(f"the gradebook cannot be read: {error.orig}") from None
    finally:
        engine.dispose()


def _read(connection: Connection, assignment: str) -> Standing:
    def ask(question: str) -> list[list[Any]]:
        return [list(row) for row in connection.execute(text(question), {"name": assignment})]

    due = ask("SELECT duedate FROM assignment WHERE name = :name")
    found = Standing(str(due[0][0]) if due else None, ask(CELLS), ask(SOURCES))
    found.students = {row[0] for row in connection.execute(text("SELECT id FROM student"))}
    penalties = defaultdict(float, {student: taken or 0.0 for student, taken in ask(PENALTIES)})
    for student, timestamp, extension in ask(HANDED_IN):
        found.submissions[student] = Submission(str(timestamp), str(extension), penalties[student])
    for student, notebook, cell, auto, manual, extra, needs in ask(GRADES):
        grade = Grade(auto, manual, extra, bool(needs))
        found.submissions[student].grades[notebook, cell] = grade
    return found
