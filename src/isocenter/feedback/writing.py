"""Writes feedback pages where nbgrader's own command would, so that it can release them."""

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, tzinfo
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests

from isocenter import course as courses
from isocenter import nbgrader_steps
from isocenter.errors import CourseError
from isocenter.feedback.page import page
from isocenter.reports import reading
from isocenter.reports.classroom import ClassResults, Status, Submission

# What `nbgrader release_feedback` asks for beside the pages.
COMPANIONS = ("timestamp.txt", "submission_secret.txt")


@dataclass(frozen=True)
class Written:
    """What came of one student's feedback.

    Attributes
    ----------
    student : str
    pages : tuple of Path
        Empty where there is nothing to tell yet.
    problem : str
        Why there is no page, and what to do.
    """

    student: str
    pages: tuple[Path, ...] = ()
    problem: str = ""


def write(root: Path, assignment: str, students: list[str] | None = None) -> Iterator[Written]:
    """Write the feedback pages of an assignment.

    Parameters
    ----------
    root : Path
        The course's folder.
    assignment : str
    students : list of str, optional
        All who handed in, unless some are named.

    Yields
    ------
    Written
        One a student who handed in.

    Raises
    ------
    CourseError
        Nothing of the assignment was graded, or a named student is not known or handed in nothing.
    """
    results = reading.read(root, assignment)
    handed_in = {s.person.id: s for s in results.submissions if s.status is not Status.MISSING}
    for student in students or []:
        if student not in handed_in:
            raise CourseError(f"{student} handed in nothing for {assignment}")
    if not students:
        reading.require_graded(results)
    solutions = published_solutions(root, results)
    hidden = ClearHiddenTests(config=nbgrader_steps.config(root))
    marks = (hidden.begin_test_delimeter, hidden.end_test_delimeter)
    for student in students or handed_in:
        yield _write(root, results, handed_in[student], solutions, marks)


def published_solutions(root: Path, results: ClassResults) -> dict[str, NotebookNode]:
    """Return the solved notebooks, by name; none before they are published.

    ``.isocenter/published/<assignment>.json`` says so, in ``"solutions": true``.
    """
    flag = root / ".isocenter" / "published" / f"{results.assignment}.json"
    try:
        is_public = json.loads(flag.read_text(encoding="utf-8")).get("solutions") is True
    except (OSError, ValueError, AttributeError):
        return {}
    folders = nbgrader_steps.course_directory(root)
    folder = Path(folders.format_path(folders.solution_directory, ".", results.assignment))
    names = {question.notebook for question in results.questions} if is_public else set()
    paths = {name: folder / f"{name}.ipynb" for name in names}
    return {name: reading.notebook(path) for name, path in paths.items() if path.is_file()}


def _write(
    root: Path,
    results: ClassResults,
    submission: Submission,
    solutions: dict[str, NotebookNode],
    marks: tuple[str, str],
) -> Written:
    student = submission.person.id
    if not reading.is_one_name(student):
        problem = f"{student!r} is a path, not a name: give this student another id"
        return Written(student, problem=problem)
    folders = nbgrader_steps.course_directory(root)
    target = Path(folders.format_path(folders.feedback_directory, student, results.assignment))
    graded = Path(folders.format_path(folders.autograded_directory, student, results.assignment))
    if not submission.has_scores:
        # The page of an earlier hand-in tells scores that no longer count.
        earlier = list(target.glob("*.html"))
        for path in earlier:
            path.unlink()
        gone = "; the page of an earlier hand-in was removed" if earlier else ""
        return Written(student, problem=f"{submission.reason}{gone}")
    found = {path.stem: path for path in sorted(graded.glob("*.ipynb"))}
    if not found:
        problem = (
            f"{graded} holds no notebook: run `isocenter grade {results.assignment} "
            f"--student {student} --force`"
        )
        return Written(student, problem=problem)
    target.mkdir(parents=True, exist_ok=True)
    pages = []
    for name, path in found.items():
        try:
            notebook = reading.notebook(path)
        except (ValueError, KeyError, AttributeError) as error:
            return Written(student, problem=f"{path} cannot be read ({error}): grade it again")
        text = page(results, submission, {name: notebook}, solutions, _timezone(root), marks)
        pages.append(target / f"{name}.html")
        _replace(pages[-1], text)
    for name in COMPANIONS:
        if (graded / name).is_file():
            shutil.copyfile(graded / name, target / name)
    return Written(student, tuple(pages))


def _timezone(root: Path) -> tzinfo:
    """Return the time zone of course.toml; UTC where a course has none."""
    path = root / "course.toml"
    return courses.read(path).timezone if path.is_file() else UTC


def _replace(path: Path, text: str) -> None:
    """Write a file in one step, so that nobody reads half of one."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_text(text, encoding="utf-8", errors="replace")
    draft.replace(path)
