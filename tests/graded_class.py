"""A small class that was graded, made without grading: files, notebooks and gradebook rows."""

import json
import warnings
from contextlib import contextmanager

import nbformat
from nbgrader.api import Gradebook
from sqlalchemy.exc import SAWarning

CONFIG = """\
c = get_config()
c.CourseDirectory.course_id = "tea 101"
c.CourseDirectory.solution_directory = "solutions"
"""
FAILED = (
    "boil, given a cold kettle: an array of float64, shape (3,) came; 2 of 3 numbers are wrong. "
    "Hint: this is what reading Fahrenheit would give."
)
SECRET = "sesame"
HIDDEN = f"# Looks at cold water.\n### BEGIN HIDDEN TESTS\nassert boil() == '{SECRET}'\n"
HIDDEN += "### END HIDDEN TESTS"
# name, kind of cell in the gradebook, points
CELLS = [
    ("boil_example", "test", 0.0),
    ("boil_plain", "test", 4.0),
    ("boil_cold", "test", 2.0),
    ("why", "written", 4.0),
    ("draw", "task", 2.0),
    ("pour_plain", "test", 0.0),
]


def cell(kind, source, name="", **flags):
    """Return a cell with nbgrader's metadata."""
    made = getattr(nbformat.v4, f"new_{kind}_cell")(source)
    if name:
        made.metadata["nbgrader"] = {
            "schema_version": 3,
            "grade_id": name,
            "locked": False,
            "grade": False,
            "solution": False,
            "task": False,
        } | flags
    return made


def notebook(answer="def boil():\n    return 100", why="Because $E = mc^2$.", extra=()):
    """Return the assignment's notebook with a student's answers, and cells of their own."""
    optional = cell("code", HIDDEN, "pour_plain", grade=True, points=0)
    optional.metadata["isocenter"] = {"extra_credit": 3}
    return nbformat.v4.new_notebook(
        cells=[
            cell("markdown", "# Tea\n\nHow to make it.\n\n### Exercise: *boil* water (5 minutes)"),
            cell("code", answer, "boil", solution=True),
            cell("code", "assert boil() == 100", "boil_example", grade=True, points=0),
            cell("code", HIDDEN, "boil_plain", grade=True, points=4),
            cell("code", HIDDEN, "boil_cold", grade=True, points=2),
            cell("markdown", "## Written question: why?", "why_question", locked=True),
            cell("markdown", why, "why", grade=True, solution=True, points=4),
            cell("markdown", "## Task: draw a pot", "draw", task=True, points=2),
            cell("markdown", "### Optional: pour"),
            cell("code", "def pour(): ...", "pour", solution=True),
            optional,
            *extra,
        ]
    )


@contextmanager
def gradebook(root):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)
        with Gradebook(f"sqlite:///{root / 'gradebook.db'}", "tea 101") as book:
            yield book


def build(root):
    """Make the course: its settings, its source, its gradebook."""
    (root / "nbgrader_config.py").write_text(CONFIG)
    source = root / "source" / "tea" / "tea.ipynb"
    source.parent.mkdir(parents=True)
    source.write_text(nbformat.writes(notebook()))
    with gradebook(root) as book:
        book.add_assignment("tea")
        book.add_notebook("tea", "tea")
        for name, kind, points in CELLS:
            if kind == "task":
                book.add_task_cell(name, "tea", "tea", max_score=points, cell_type="markdown")
                continue
            shape = "markdown" if kind == "written" else "code"
            book.add_grade_cell(name, "tea", "tea", max_score=points, cell_type=shape)
        for name in ("boil", "why", "pour"):
            book.add_solution_cell(name, "tea", "tea")
    return root


def outcome(kind="passed", feedback="", reason="", seconds=0.25):
    return {
        "outcome": kind,
        "value": None,
        "reason": reason,
        "feedback": feedback,
        "cpu_seconds": seconds,
        "wall_seconds": seconds,
    }


RIGHT = {name: outcome() for name, kind, _ in CELLS if kind == "test"}
WRONG = RIGHT | {name: outcome("failed", FAILED) for name in ("boil_plain", "boil_cold")}
# A test that could not be run to an end has no score.
BROKEN = RIGHT | {"boil_cold": outcome("error", reason="the notebook's process broke off")}


def record(root, student, **about):
    """Write the grader's own file on a submission."""
    said = {
        "version": 1,
        "student": student,
        "assignment": "tea",
        "status": "graded",
        "reason": "",
        "notes": [],
        "rights": "STRICT",
        "graded_at": "2027-03-03T10:00:00+00:00",
        "key": f"{hash(student) & 0xFFFFFFFFFFFF:x}".rjust(40, "0"),
        "notebooks": {},
    } | about
    path = root / ".isocenter" / "graded" / "tea" / f"{student}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(said))
    return path


def graded(
    root,
    student,
    tests=None,
    *,
    by_hand=None,
    graded_notebook=None,
    comment="",
    penalty=None,
    **who,
):
    """Write all that a grader leaves of a submission; `by_hand` holds points by cell."""
    tests = RIGHT if tests is None else tests
    kind = "partly" if any(t["outcome"] == "error" for t in tests.values()) else "graded"
    record(root, student, status=kind, notebooks={"tea": {"cells": tests}})
    for step in ("submitted", "autograded"):
        path = root / step / student / "tea" / "tea.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(nbformat.writes(graded_notebook or notebook()))
        (path.parent / "timestamp.txt").write_text("2027-03-01 10:00:00 UTC")
    points = {name: most for name, _, most in CELLS}
    with gradebook(root) as book:
        book.update_or_create_student(student, **who)
        submission = book.update_or_create_submission("tea", student)
        submission.notebooks[0].late_submission_penalty = penalty
        for grade in submission.notebooks[0].grades:
            name = grade.cell.name
            test = tests.get(name)
            if test is not None and test["outcome"] != "error":
                passed = test["outcome"] == "passed"
                grade.auto_score = points[name] if passed else 0.0
                grade.needs_manual_grade = False
                if name == "pour_plain":
                    grade.extra_credit = 3.0 if passed else 0.0
            if name in (by_hand or {}):
                grade.manual_score, grade.needs_manual_grade = by_hand[name], False
        for note in submission.notebooks[0].comments:
            if comment and note.cell.name == "boil":
                note.manual_comment = comment
        book.db.commit()


def enrolled(root, student, **who):
    """Enter a student who handed in nothing."""
    with gradebook(root) as book:
        book.update_or_create_student(student, **who)


ALL = {"why": 3.0, "draw": 2.0}


def mixed(root):
    """One of each kind: whole, wrong, waiting, in part, not graded, missing."""
    graded(root, "ada", by_hand=ALL, first_name="Ada", last_name="Lovelace", lms_user_id="41")
    graded(root, "bob", WRONG, by_hand=ALL, penalty=1.5, comment="Look at the **scale**.")
    graded(root, "carol")
    graded(root, "dan", BROKEN, by_hand=ALL)
    reason = "submitted/erin/tea/tea.ipynb: this is not JSON: ask the student to hand in again"
    record(root, "erin", status="ungraded", reason=reason)
    (root / "submitted" / "erin" / "tea").mkdir(parents=True)
    enrolled(root, "frank")
    return root
