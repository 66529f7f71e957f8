"""Text to source to release and solutions, through nbgrader's own steps."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from isocenter import lessons
from isocenter.course import Assignment, Course
from isocenter.errors import CourseError, LessonError


def build(
    course: Course,
    names: list[str],
    *,
    force: bool = False,
    solutions: bool = True,
    say: Callable[[str], None] = lambda _: None,
) -> None:
    """Build assignments: lessons/ to source/, then release/ and solutions/.

    Parameters
    ----------
    course : Course
    names : list of str
        Assignments; all of course.toml for an empty list.
    force : bool
        Overwrite a source notebook that was edited since it was built.
    solutions : bool
        False leaves solutions/ as it is, and so runs no cell.
    say : function of str
        Told what is done.

    Raises
    ------
    LessonError
        A lesson is not sound, or its notebook was edited; nothing is written then.
    StepError
        nbgrader refused.
    """
    assignments = course.select(names)
    notebooks = {item.name: check(course, item) for item in assignments}
    for name in notebooks:
        _refuse_to_overwrite(course, name, notebooks[name], force)
    for assignment in assignments:
        path = course.source(assignment.name)
        _write(path, nbformat.writes(notebooks[assignment.name]) + "\n")
        _release(course, assignment, solutions)
        say(f"{assignment.name}: built")


def check(course: Course, assignment: Assignment) -> NotebookNode:
    """Read a lesson and return its source notebook.

    Raises
    ------
    LessonError
        One line a fault, each naming the file and the cell.
    """
    path = course.text(assignment.name)
    if not path.is_file():
        raise LessonError(
            f"{path.relative_to(course.root)} is missing, and course.toml asks for it: write the "
            f"lesson, or take assignments.{assignment.name} out of course.toml"
        )
    notebook = lessons.read(path)
    faults = lessons.problems(notebook, str(path.relative_to(course.root)), assignment.points)
    if faults:
        raise LessonError("\n".join(faults))
    return notebook if course.manual else lessons.without_written(notebook)


def to_text(course: Course, names: list[str]) -> list[Path]:
    """Take source notebooks that were edited in JupyterLab back into the lessons' text.

    Returns
    -------
    list of Path
        The lessons that changed.

    Raises
    ------
    CourseError
        Where course.toml leaves the written questions out: the source lacks them then.
    """
    if not course.manual:
        raise CourseError(
            "with manual = false in course.toml the notebooks in source/ lack the written "
            "questions; set it to true and build, then edit"
        )
    changed = []
    for assignment in course.select(names):
        notebook = nbformat.read(course.source(assignment.name), as_version=4)
        text = course.text(assignment.name)
        if text.is_file() and lessons.has_same_cells(lessons.read(text), notebook):
            continue
        _write(text, lessons.write_text(notebook))
        changed.append(text)
    return changed


def state(course: Course, name: str) -> str:
    """Say which of a lesson's text and its source notebook is ahead.

    Returns
    -------
    str
        'built', 'text' (build it), 'notebook' (it was edited: take it back to the text) or
        'missing' (there is no notebook yet).
    """
    path = course.source(name)
    if not path.is_file():
        return "missing"
    notebook = nbformat.read(path, as_version=4)
    lesson = check(course, course.assignments[name])
    if lessons.has_same_cells(lesson, notebook):
        return "built"
    return "notebook" if lessons.is_edited(notebook) else "text"


def _refuse_to_overwrite(course: Course, name: str, built: NotebookNode, force: bool) -> None:
    path = course.source(name)
    if force or not path.is_file():
        return
    notebook = nbformat.read(path, as_version=4)
    if lessons.is_edited(notebook) and not lessons.has_same_cells(built, notebook):
        raise LessonError(
            f"{path.relative_to(course.root)} was edited after it was built: `isocenter text "
            f"{name}` takes the edit into the lesson, `isocenter build --force {name}` drops it"
        )


def _release(course: Course, assignment: Assignment, solutions: bool) -> None:
    """Make the students' version and the solved one, and put both where they belong."""
    # nbgrader takes seconds to import, and `isocenter --help` should not.
    from nbgrader.api import Gradebook
    from nbgrader.converters import GenerateAssignment, GenerateSolution

    from isocenter import nbgrader_steps

    with tempfile.TemporaryDirectory(prefix=".build-", dir=course.root) as work:
        places = {
            "release_directory": f"{Path(work).name}/release",
            "solution_directory": f"{Path(work).name}/solutions",
        }
        coursedir = nbgrader_steps.course_directory(course.root, **places)
        nbgrader_steps.generate(GenerateAssignment, coursedir, assignment.name)
        if solutions:
            nbgrader_steps.generate(GenerateSolution, coursedir, assignment.name)
            _require_success(Path(work) / "solutions" / assignment.name, course, assignment.name)
        for place in ("release", "solutions") if solutions else ("release",):
            _replace(Path(work) / place / assignment.name, course.root / place / assignment.name)
    with Gradebook(coursedir.db_url, course.course_id) as gradebook:
        due = assignment.due.replace(tzinfo=None) if assignment.due else None
        gradebook.update_or_create_assignment(assignment.name, duedate=due)


def _require_success(folder: Path, course: Course, name: str) -> None:
    """Refuse a solved notebook in which a cell failed: nbgrader writes those without a word."""
    for path in sorted(folder.rglob("*.ipynb")):
        for number, cell in enumerate(nbformat.read(path, as_version=4).cells, start=1):
            for output in cell.get("outputs", []):
                if output.output_type == "error":
                    lesson = course.text(name).relative_to(course.root)
                    label = f" ({lessons.grade_id(cell)})" if lessons.grade_id(cell) else ""
                    raise LessonError(
                        f"{lesson}, cell {number}{label}: with the reference solutions it stops "
                        f"with {output.ename}: {output.evalue}"
                    )


def _replace(made: Path, place: Path) -> None:
    """Bring a folder up to date, touching only the files that differ."""
    wanted = {path.relative_to(made) for path in made.rglob("*") if path.is_file()}
    for path in sorted(place.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(place) not in wanted:
            path.unlink()
    for name in sorted(wanted):
        if (
            not (place / name).is_file()
            or (place / name).read_bytes() != (made / name).read_bytes()
        ):
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.move(made / name, place / name)


def _write(path: Path, text: str) -> None:
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.part")
        part.write_text(text, encoding="utf-8")
        part.replace(path)
