"""A demo class: made-up students hand in, and nbgrader grades them."""

import ast
import copy
import json
import shutil
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from isocenter import lessons
from isocenter.build import build
from isocenter.course import Course
from isocenter.errors import CourseError
from isocenter.grading import grade
from isocenter.results import Result

PREFIX = "demo-"


@dataclass(frozen=True)
class Student:
    """One student of the demo class, as demo/class.toml has it.

    Attributes
    ----------
    name : str
        The nbgrader id; it begins with ``demo-``.
    about : str
        What this student shows.
    assignments : tuple of str
    answers : str
        'solutions', 'accepted' (the bank's right answers, where there is one), or 'none'.
    replace : dict of str to dict of str to str
        By assignment and exercise, the answer: a path in the bank without its ending, or 'none'.
    damage : tuple of str
        What happens to the file: a name of DAMAGES and its argument, separated by a space.
    days_late : float
    """

    name: str
    about: str
    assignments: tuple[str, ...]
    answers: str = "none"
    replace: dict[str, dict[str, str]] = field(default_factory=dict)
    damage: tuple[str, ...] = ()
    days_late: float = -1


def read_class(course: Course) -> list[Student]:
    """Read demo/class.toml.

    Raises
    ------
    CourseError
        For a student whose name does not begin with ``demo-``, who hands in nothing, or something
        that course.toml does not have.
    """
    path = course.root / "demo" / "class.toml"
    if not path.is_file():
        raise CourseError(f"{path} is missing: the demo class is described there")
    students = []
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["student"]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
        raise CourseError(f"{path}: {error}") from None
    for entry in entries:
        try:
            names = entry["assignments"]
            names = list(course.assignments) if names == "all" else names
            entry |= {"assignments": tuple(names), "damage": tuple(entry.get("damage", ()))}
            student = Student(**entry)
        except (KeyError, TypeError) as error:
            raise CourseError(f"{path}: {entry.get('name', 'a student')}: {error}") from None
        for name in names:
            if name not in course.assignments:
                raise CourseError(
                    f"{path}: {student.name} hands in {name!r}, which course.toml does not have: "
                    "take it out of one, or put it into the other"
                )
        if not student.name.startswith(PREFIX) or not names:
            raise CourseError(f"{path}: {student.name!r} must begin with {PREFIX!r} and hand in")
        students.append(student)
    return students


def run(course: Course, say: Callable[[str], None]) -> Iterator[Result]:
    """Hand in as the demo class, and grade it with nbgrader.

    Parameters
    ----------
    course : Course
    say : function of str
        Told what is done.

    Yields
    ------
    Result
        One a submission.

    Raises
    ------
    CourseError
        The course already holds a class that is not the demo's.
    """
    _refuse_real_class(course)
    students = read_class(course)
    remove(course)
    say("building the assignments")
    build(course, [], solutions=False)
    submissions = []
    for student in students:
        for assignment in student.assignments:
            _hand_in(course, student, assignment)
            submissions.append((student.name, assignment))
    say(f"{len(students)} students handed in {len(submissions)} notebooks")
    # The slow ones first, so that no core idles at the end.
    submissions.sort(key=lambda pair: not any("loop" in name for name in pair))
    yield from grade(course.root, submissions)


def remove(course: Course) -> None:
    """Take the demo class out of the course: its files and its rows in the gradebook."""
    from nbgrader.api import Gradebook

    from isocenter import nbgrader_steps

    for place in ("submitted", "autograded", "feedback"):
        for path in (course.root / place).glob(f"{PREFIX}*"):
            shutil.rmtree(path)
    for name in course.assignments:
        for path in (course.root / "reports").glob(f"{name}[.-]*"):
            path.unlink()
        for path in (course.root / ".isocenter" / "graded" / name).glob(f"{PREFIX}*.json"):
            path.unlink()
    if (course.root / "gradebook.db").is_file():
        url = nbgrader_steps.course_directory(course.root).db_url
        with Gradebook(url, course.course_id) as gradebook:
            for student in list(gradebook.students):
                if student.id.startswith(PREFIX):
                    gradebook.remove_student(student.id)


def _refuse_real_class(course: Course) -> None:
    real = {path.name for path in (course.root / "submitted").glob("[!.]*") if path.is_dir()}
    if (course.root / "gradebook.db").is_file():
        from nbgrader.api import Gradebook

        from isocenter import nbgrader_steps

        url = nbgrader_steps.course_directory(course.root).db_url
        with Gradebook(url, course.course_id) as gradebook:
            real |= {student.id for student in gradebook.students}
    real = {name for name in real if not name.startswith(PREFIX)}
    if real:
        raise CourseError(
            f"this course already has a class ({len(real)} students): run the demo in another "
            "clone, so that the two do not mix"
        )


def _hand_in(course: Course, student: Student, assignment: str) -> None:
    """Write submitted/<student>/<assignment>, as nbgrader's collect would."""
    name = course.source(assignment).name
    folder = course.root / "submitted" / student.name / assignment
    folder.mkdir(parents=True)
    notebook = nbformat.read(course.root / "release" / assignment / name, as_version=4)
    answers = _answers(course, student, assignment)
    for cell in notebook.cells:
        if lessons.grade_id(cell) in answers:
            cell.source = answers[lessons.grade_id(cell)]
    data: bytes | None = None
    for damage in student.damage:
        kind, *argument = damage.split(maxsplit=1)
        data = DAMAGES[kind](notebook, *argument)
    (folder / name).write_bytes(data if data is not None else nbformat.writes(notebook).encode())
    due = course.assignments[assignment].due or datetime.now(UTC)
    handed_in = due + timedelta(days=student.days_late)
    (folder / "timestamp.txt").write_text(f"{handed_in:%Y-%m-%d %H:%M:%S.%f} UTC", encoding="utf-8")


def _answers(course: Course, student: Student, assignment: str) -> dict[str | None, str]:
    """Return the cells that a student fills in, by grade_id."""
    source = nbformat.read(course.source(assignment), as_version=4)
    solved = {
        lessons.grade_id(cell): cell.source
        for cell in source.cells
        if lessons.grading(cell).get("solution")
    }
    bank = course.root / "tests" / "submissions" / assignment
    answers = {} if student.answers == "none" else dict(solved)
    if student.answers == "accepted":
        for exercise in lessons.exercises(source):
            unusual = sorted((bank / exercise.grade_id / "accepted").glob("*.py"))
            if unusual:
                answers[exercise.grade_id] = _answer(unusual[0])
    for exercise, answer in student.replace.get(assignment, {}).items():
        if answer == "solution":
            answers[exercise] = solved[exercise]
        elif answer == "none":
            answers.pop(exercise, None)
        else:
            path = bank / exercise / f"{answer}.py"
            if not path.is_file():
                raise CourseError(
                    f"demo/class.toml: {student.name} hands in {path}, which is missing"
                )
            answers[exercise] = _answer(path)
    return answers


def _answer(path: Path) -> str:
    """Return a file of the bank as a student would write it: without its first docstring."""
    text = path.read_text(encoding="utf-8")
    first = ast.parse(text).body[0]
    return "\n".join(text.splitlines()[first.end_lineno :]).strip()


def _find(notebook: NotebookNode, name: str) -> int:
    for index, cell in enumerate(notebook.cells):
        if lessons.grade_id(cell) == name:
            return index
    raise CourseError(f"demo/class.toml damages the cell {name}, which is not there")


def _delete(notebook: NotebookNode, name: str) -> None:
    del notebook.cells[_find(notebook, name)]


def _copy(notebook: NotebookNode, name: str) -> None:
    index = _find(notebook, name)
    twin = copy.deepcopy(notebook.cells[index])
    twin["id"] = f"{twin['id']}-copy"
    notebook.cells.insert(index + 1, twin)


def _edit(notebook: NotebookNode, name: str) -> None:
    notebook.cells[_find(notebook, name)].source = "assert True"


def _insert(notebook: NotebookNode, source: str) -> None:
    notebook.cells.insert(1, nbformat.v4.new_code_cell(source))


def _truncate(notebook: NotebookNode) -> bytes:
    text = json.dumps(notebook)
    return text[: len(text) // 2].encode()


DAMAGES: dict[str, Callable[..., Any]] = {
    "delete": _delete,
    "copy": _copy,
    "edit": _edit,
    "insert": _insert,
    "truncate": _truncate,
}


def write_reports(course: Course, say: Callable[[str], None]) -> list[Path]:
    """Write all that is made of grades: the students' pages, the class reports.

    Parameters
    ----------
    course : Course
    say : function of str
        Told what is done.

    Returns
    -------
    list of Path
        What is worth opening first.
    """
    from isocenter.feedback import writing as feedback
    from isocenter.reports import writing as reports

    say("writing feedback and reports")
    first: list[Path] = []
    for name in course.assignments:
        for one in feedback.write(course.root, name):
            first = first or list(one.pages)
    written = []
    for name in course.assignments:
        place = course.root / "reports" / name
        wanted = reports.Wanted(
            Path(f"{place}.html"),
            Path(f"{place}.xml"),
            Path(f"{place}.md"),
            Path(f"{place}.json"),
            [("canvas", Path(f"{place}-canvas.csv")), ("moodle", Path(f"{place}-moodle.csv"))],
        )
        written.append(reports.write(course.root, name, wanted)[1])
    return [*first[:1], *written[0], _gradescope(course)]


def _gradescope(course: Course) -> Path:
    """Write what Gradescope would be told of one hand-in."""
    from isocenter.bundles import gradescope_run

    assignment, student = next(iter(course.assignments)), read_class(course)[0].name
    found = gradescope_run.results_of(course.root, assignment, student, {"assignment": assignment})
    path = course.root / "reports" / f"{assignment}-gradescope-results.json"
    path.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return path
