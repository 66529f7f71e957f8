"""Run one graded cell again, and show what its test asked of the student's code."""

import difflib
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbgrader.converters import Autograde

from isocenter import grading, lessons, nbgrader_steps
from isocenter.autograde import Execute
from isocenter.course import Course
from isocenter.engine.cells import CellOutcome
from isocenter.errors import CourseError


def replay(
    course: Course, student: str, cell: str, say: Callable[[str], None]
) -> tuple[str, CellOutcome]:
    """Run a student's notebook again up to one test, and say what that test asks and gets.

    Nothing is written: not the gradebook, nor the notebook, nor the feedback.

    Parameters
    ----------
    course : Course
    student : str
    cell : str
        The test's grade_id, or ``ASSIGNMENT/GRADE_ID`` where more than one assignment has it.
    say : function of a str
        Called with each question and its answer.

    Returns
    -------
    source : str
        Of the test.
    outcome : CellOutcome

    Raises
    ------
    CourseError
        There is no such test in a notebook of the student's that has been graded.
    """
    path, place = _find(course, student, cell)
    notebook = nbformat.read(path, as_version=4)
    coursedir = nbgrader_steps.course_directory(
        course.root, assignment_id=path.parent.name, student_id=student
    )
    config = nbgrader_steps.config(course.root)
    step = Execute(parent=Autograde(coursedir=coursedir, config=config), config=config)
    names = {
        "assignment": path.parent.name,
        "notebook": path.stem,
        "student": student,
        "db_url": coursedir.db_url,
    }
    plan = step.plan(notebook, names)
    code, cells = plan.cells(notebook)
    number = code.index(notebook.cells[place])
    with step.engine() as engine:
        outcomes = engine.run(cells[: number + 1], path.parent, plan.imports, say, plan.theirs)
    return cells[number].source, outcomes[-1]


def _find(course: Course, student: str, cell: str) -> tuple[Path, int]:
    """Return the graded notebook that holds a test, and the test's place in it."""
    assignment, _, name = cell.rpartition("/")
    graded = sorted((course.root / "autograded" / student).glob(f"{assignment or '*'}/*.ipynb"))
    if not graded:
        known = student in {
            one for name in course.assignments for one in grading.students(course.root, name)
        }
        raise CourseError(
            f"nothing of {student} has been graded{f' in {assignment}' if assignment else ''}: "
            + ("run `isocenter grade` first" if known else "there is no such student in submitted/")
        )
    found, tests = [], []
    for path in graded:
        for place, one in enumerate(nbformat.read(path, as_version=4).cells):
            if one.cell_type == "code" and lessons.grading(one).get("grade"):
                tests.append(lessons.grade_id(one))
                if lessons.grade_id(one) == name:
                    found.append((path, place))
    if not found:
        close = difflib.get_close_matches(name, tests, 5, 0.4) or tests[:5]
        raise CourseError(
            f"{student} has no graded test {name!r}; there is {' or '.join(close)}, and others: "
            "their names stand in the feedback and in the lesson"
        )
    if len(found) > 1:
        places = " or ".join(f"{path.parent.name}/{name}" for path, _ in found)
        raise CourseError(f"more than one assignment has a test {name!r}: write {places}")
    return found[0]
