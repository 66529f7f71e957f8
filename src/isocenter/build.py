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
        _build(course, assignment, notebooks[assignment.name], solutions)
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


def to_text(course: Course, names: list[str], *, force: bool = False) -> list[Path]:
    """Take source notebooks that were edited in JupyterLab back into the lessons' text.

    Parameters
    ----------
    course : Course
    names : list of str
        Assignments; all of course.toml for an empty list.
    force : bool
        Take the notebook's cells where the text was changed as well.

    Returns
    -------
    list of Path
        The lessons that changed. A notebook that nobody edited leaves its lesson alone.

    Raises
    ------
    CourseError
        Where course.toml leaves the written questions out: the source lacks them then.
    LessonError
        Text and notebook were both changed since the build; nothing is written then.
    """
    if not course.manual:
        raise CourseError(
            "with manual = false in course.toml the notebooks in source/ lack the written "
            "questions; set it to true and build, then edit"
        )
    edited = {}
    for assignment in course.select(names):
        notebook = _read_source(course, assignment.name)
        text = course.text(assignment.name)
        if not lessons.is_edited(notebook):
            continue
        if text.is_file() and not force:
            lesson = lessons.read(text)
            if lessons.has_same_cells(lesson, notebook):
                continue
            # The first cell's id still tells what the notebook was built from.
            if lesson.cells[0].id != notebook.cells[0].get("id"):
                raise LessonError(
                    f"{text.relative_to(course.root)} was changed as well since the notebook was "
                    f"built: merge by hand, or `isocenter text --force {assignment.name}` takes "
                    "the notebook's cells"
                )
        edited[text] = lessons.write_text(notebook)
    for text, content in edited.items():
        _write(text, content)
    return list(edited)


def _read_source(course: Course, name: str) -> NotebookNode:
    path = course.source(name)
    if not path.is_file():
        raise LessonError(
            f"{path.relative_to(course.root)} is missing: run `isocenter build {name}`"
        )
    try:
        return nbformat.read(path, as_version=4)
    except ValueError:  # not JSON, such as with the marks of a merge conflict; or not UTF-8
        raise LessonError(
            f"{path.relative_to(course.root)} is no notebook, perhaps after a merge: "
            f"`isocenter build --force {name}` makes it anew from the lesson"
        ) from None


def state(course: Course, name: str) -> str:
    """Say which of a lesson's text and its source notebook is ahead.

    Returns
    -------
    str
        'built', 'text' (build it), 'notebook' (it was edited: take it back to the text) or
        'missing' (there is no notebook yet).
    """
    if not course.source(name).is_file():
        return "missing"
    notebook = _read_source(course, name)
    lesson = check(course, course.assignments[name])
    if lessons.has_same_cells(lesson, notebook):
        return "built"
    return "notebook" if lessons.is_edited(notebook) else "text"


def _refuse_to_overwrite(course: Course, name: str, built: NotebookNode, force: bool) -> None:
    path = course.source(name)
    if force or not path.is_file():
        return
    notebook = _read_source(course, name)
    if lessons.is_edited(notebook) and not lessons.has_same_cells(built, notebook):
        raise LessonError(
            f"{path.relative_to(course.root)} was edited after it was built: `isocenter text "
            f"{name}` takes the edit into the lesson, `isocenter build --force {name}` drops it"
        )


def _build(course: Course, assignment: Assignment, notebook: NotebookNode, solutions: bool) -> None:
    """Make the source, the students' version and the solved one; put all in place, or none."""
    # nbgrader takes seconds to import, and `isocenter --help` should not.
    from nbgrader.api import Gradebook
    from nbgrader.converters import GenerateAssignment, GenerateSolution

    from isocenter import nbgrader_steps

    name = assignment.name
    with tempfile.TemporaryDirectory(prefix=".build-", dir=course.root) as folder:
        work = Path(folder)
        _copy_extra_files(course.source(name).parent, work / "source" / name)
        _write(work / "source" / name / course.source(name).name, nbformat.writes(notebook) + "\n")
        coursedir = nbgrader_steps.course_directory(
            course.root,
            source_directory=f"{work.name}/source",
            release_directory=f"{work.name}/release",
            solution_directory=f"{work.name}/solutions",
        )
        with Gradebook(coursedir.db_url, course.course_id) as gradebook:
            due = assignment.due.replace(tzinfo=None) if assignment.due else None
            gradebook.update_or_create_assignment(name, duedate=due)
        if solutions:
            nbgrader_steps.generate(GenerateSolution, coursedir, name)
            _require_success(work / "solutions" / name, course, name)
        # Last, because it writes the cells into the gradebook.
        nbgrader_steps.generate(GenerateAssignment, coursedir, name)
        # The other files in source/ are the instructor's.
        _write(course.source(name), nbformat.writes(notebook) + "\n")
        for place in ("release", "solutions") if solutions else ("release",):
            _replace(work / place / name, course.root / place / name)


def _copy_extra_files(source: Path, target: Path) -> None:
    """Copy what lies beside a source notebook: nbgrader hands it out with the notebook."""
    for path in source.rglob("*"):
        is_extra = path.is_file() and path.suffix != ".ipynb"
        if is_extra and ".ipynb_checkpoints" not in path.parts:
            (target / path.relative_to(source)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target / path.relative_to(source))


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
    if not path.is_file() or path.read_bytes() != text.encode():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.part")
        part.write_bytes(text.encode())
        part.replace(path)
