"""Grade submissions with nbgrader, each by itself, so that a broken one stops no other."""

import multiprocessing
import os
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from datetime import timedelta
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from sqlalchemy.exc import SAWarning

from isocenter import course as courses
from isocenter import handins, lessons
from isocenter.course import Course
from isocenter.errors import CourseError
from isocenter.results import Failure, Result


def students(course: Course, assignment: str) -> list[str]:
    """Return the students who handed in an assignment, in alphabetical order."""
    return sorted(path.parent.name for path in (course.root / "submitted").glob(f"*/{assignment}"))


def grade(
    course: Course, submissions: list[tuple[str, str]], *, workers: int | None = None
) -> Iterator[Result]:
    """Grade submissions and write their feedback; yields each result as it is ready.

    Parameters
    ----------
    course : Course
    submissions : list of (student, assignment)
    workers : int, optional
        Processes; by default one a core, at most eight.

    Yields
    ------
    Result
        One a submission. Nothing in submitted/ is ever changed.

    Raises
    ------
    CourseError
        An assignment was never built, so that the gradebook does not know its cells.
    """
    for assignment in {assignment for _, assignment in submissions}:
        if not course.source(assignment).is_file():
            raise CourseError(f"{assignment} was never built: run `isocenter build {assignment}`")
    workers = workers or min(len(os.sched_getaffinity(0)), 8)
    left = list(submissions)
    while left:
        # A pool breaks when one of its processes dies: the rest then goes on in a new one.
        with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
            running: dict[Future, tuple[str, str]] = {}
            try:
                while left or running:
                    while left and len(running) < workers:
                        student, assignment = left.pop(0)
                        future = pool.submit(_grade, course.root, student, assignment)
                        running[future] = (student, assignment)
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        yield future.result()
                        del running[future]
            except BrokenProcessPool:
                alone, running = list(running.values()), {}
                yield from _one_by_one(course, alone)


def _one_by_one(course: Course, submissions: list[tuple[str, str]]) -> Iterator[Result]:
    """Grade those that were under way when a process died, each in a process of its own."""
    for student, assignment in submissions:
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            try:
                yield pool.submit(_grade, course.root, student, assignment).result()
            except BrokenProcessPool:
                yield Result(
                    student, assignment, reason="the grading process died while it ran this one"
                )


def _grade(root: Path, student: str, assignment: str) -> Result:
    """Grade one submission, in a process of the pool."""
    from isocenter import nbgrader_steps

    started = time.monotonic()
    course = courses.read(root / "course.toml")
    source = nbformat.read(course.source(assignment), as_version=4)
    name = course.source(assignment).name
    found = handins.inspect(root / "submitted" / student / assignment, source, name)
    reason = found.problem
    if not reason:
        try:
            nbgrader_steps.autograde(root, assignment, student)
            nbgrader_steps.feedback(root, assignment, student)
        except nbgrader_steps.StepError as error:
            reason = _explained(str(error), f"submitted/{student}/{assignment}/{name}")
        except Exception as error:  # one broken submission never stops the others
            reason = f"the grader failed on it: {type(error).__name__}: {error}"
    if reason:
        return Result(student, assignment, reason, found.notes, seconds=time.monotonic() - started)
    return _read_result(course, student, assignment, found.notes, time.monotonic() - started)


def _explained(reason: str, where: str) -> str:
    """Say what nbgrader's words mean, and what to do, where they do not say so themselves."""
    if "Kernel died" in reason:
        return (
            f"{where}: the kernel died while it ran this notebook (a crash in compiled code, "
            "os._exit, or more memory than there is): find the cell by running a copy, and ask "
            "the student to mend it"
        )
    return f"{where}: {reason}"


def _earlier_score(course: Course, student: str, assignment: str) -> tuple[str, ...]:
    """Say it where the gradebook goes on holding the score of an earlier hand-in."""
    with _gradebook(course) as gradebook:
        try:
            submission = gradebook.find_submission(assignment, student)
        except MissingEntry:
            return ()
        grades = [grade_ for notebook in submission.notebooks for grade_ in notebook.grades]
        if any(grade_.auto_score is not None for grade_ in grades):
            return (f"an earlier hand-in's score stands in the gradebook: {submission.score:g}",)
    return ()


def extend(course: Course, assignment: str, student: str, more: timedelta) -> None:
    """Give one student more time, in nbgrader's gradebook.

    Parameters
    ----------
    course : Course
    assignment, student : str
    more : timedelta
        From the due date; it takes the place of an earlier extension.

    Raises
    ------
    CourseError
        The gradebook does not know the assignment or the student.
    """
    course.select([assignment])
    with warnings.catch_warnings(), _gradebook(course) as gradebook:
        warnings.filterwarnings("ignore", category=SAWarning)  # of nbgrader's own queries
        try:
            gradebook.find_assignment(assignment)
        except MissingEntry:
            raise CourseError(
                f"{assignment} was never built: run `isocenter build {assignment}`"
            ) from None
        known = {person.id for person in gradebook.students}
        if student not in known and student not in students(course, assignment):
            raise CourseError(
                f"the gradebook has no student {student!r}, and nobody of that name handed in; "
                f"if the name is right: nbgrader db student add {student}"
            )
        gradebook.update_or_create_student(student)
        gradebook.update_or_create_submission(assignment, student, extension=more)


def _gradebook(course: Course) -> Gradebook:
    from isocenter import nbgrader_steps

    return Gradebook(nbgrader_steps.course_directory(course.root).db_url, course.course_id)


def _read_result(
    course: Course, student: str, assignment: str, notes: tuple[str, ...], seconds: float
) -> Result:
    """Collect what the gradebook and the autograded notebook say of one submission."""
    path = course.root / "autograded" / student / assignment / course.source(assignment).name
    cells = {lessons.grade_id(cell): cell for cell in nbformat.read(path, as_version=4).cells}
    score = points = waiting = extra = 0.0
    failures = []
    with _gradebook(course) as gradebook:
        submission = gradebook.find_submission(assignment, student)
        penalty = sum(notebook.late_submission_penalty or 0 for notebook in submission.notebooks)
        for grade_ in (grade_ for notebook in submission.notebooks for grade_ in notebook.grades):
            if grade_.auto_score is None:
                waiting += grade_.max_score if grade_.needs_manual_grade else 0
                continue
            score += grade_.auto_score
            points += grade_.max_score
            extra += grade_.extra_credit or 0
            cell = cells.get(grade_.cell.name)
            if cell is not None and grade_.auto_score < grade_.max_score:
                failures.append(Failure(grade_.cell.name, told(cell)))
    order = list(cells)
    failures.sort(key=lambda failure: order.index(failure.grade_id))
    return Result(
        student,
        assignment,
        "",
        notes,
        score,
        points,
        waiting,
        extra,
        penalty,
        tuple(failures),
        seconds,
    )


def told(cell: nbformat.NotebookNode) -> str:
    """Return what a failed cell tells the student, in one line."""
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            text = output.evalue.strip().splitlines()
            return text[0] if text else output.ename
        if output.output_type == "stream" and output.name == "stderr":
            return output.text.strip().splitlines()[-1]
    if cell.cell_type == "markdown":
        return "no answer"
    return "partial credit"
