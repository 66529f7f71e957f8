"""Grade submissions with nbgrader, each by itself, so that a broken one stops no other."""

import contextlib
import multiprocessing
import os
import re
import signal
import tempfile
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
from isocenter.engine import rights
from isocenter.errors import CourseError
from isocenter.results import Failure, Outcome, Result


def students(course: Course, assignment: str) -> list[str]:
    """Return the students who handed in an assignment, in alphabetical order."""
    return sorted(path.parent.name for path in (course.root / "submitted").glob(f"*/{assignment}"))


def grade(
    course: Course,
    submissions: list[tuple[str, str]],
    *,
    workers: int | None = None,
    strict: bool = False,
) -> Iterator[Result]:
    """Grade submissions and write their feedback; yields each result as it is ready.

    Parameters
    ----------
    course : Course
    submissions : list of (student, assignment)
    workers : int, optional
        Processes; by default one a core, at most eight.
    strict : bool
        Grade only where the rights of student code can be lowered as far as there are levels.

    Yields
    ------
    Result
        One a submission. Nothing in submitted/ is ever changed.

    Raises
    ------
    CourseError
        An assignment was never built, so that the gradebook does not know its cells; or an image is
        missing, or another process is grading; or the level of rights is not reached.
    """
    level = _level(strict)
    with _gradebook(course) as gradebook:
        for assignment in {assignment for _, assignment in submissions}:
            _require_built(course, gradebook, assignment)
            _require_images(course, assignment)
    with _alone(course):
        # Twice the same one would meet itself in autograded/.
        yield from _side_by_side(course, list(dict.fromkeys(submissions)), workers, level)


def _level(strict: bool) -> str:
    """Return the name of the level of rights to ask for, which this machine has."""
    if rights.reachable() is None:
        raise CourseError(
            "student code cannot be run apart from the tests on this machine: `isocenter doctor` "
            "says why; grade on Linux"
        )
    reason = rights.survey()[rights.Level.STRICT] if strict else ""
    if reason:
        raise CourseError(f"--rights strict: this machine cannot do it: {reason}")
    return rights.Level.STRICT.name if strict else ""


def _require_built(course: Course, gradebook: Gradebook, assignment: str) -> None:
    try:
        gradebook.find_assignment(assignment)
        built = course.source(assignment).is_file()
    except MissingEntry:
        built = False
    if not built:
        raise CourseError(
            f"{assignment} was never built in this folder: run `isocenter build {assignment}`"
        )


def _require_images(course: Course, assignment: str) -> None:
    """Refuse to grade without an image that the tests load: each of them would give 0."""
    folder = Path(os.environ.get("ISOCENTER_DATA", course.root / "data"))
    source = nbformat.read(course.source(assignment), as_version=4)
    text = "\n".join(cell.source for cell in source.cells)
    for name in sorted(set(re.findall(r'(?:image|data)_file\("([^"]+)"\)', text))):
        if not (folder / name).is_file():
            raise CourseError(
                f"{assignment} needs the image {folder / name}, which is missing: run "
                "`isocenter data`, or set ISOCENTER_DATA to the folder that holds it"
            )


@contextlib.contextmanager
def _alone(course: Course) -> Iterator[None]:
    """Keep a second run out: it would remove the folders in which this one executes notebooks."""
    import fcntl  # graders run on Linux and macOS; the other commands need not

    with (course.root / "gradebook.db.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CourseError(
                f"{course.root}: hand-ins of this course are being graded by another command; "
                "wait until it is done"
            ) from None
        yield


def _side_by_side(
    course: Course, left: list[tuple[str, str]], workers: int | None, level: str
) -> Iterator[Result]:
    workers = workers or min(len(os.sched_getaffinity(0)), 8)
    while left:
        # A pool breaks when one of its processes dies: the rest then goes on in a new one.
        with _pool(workers, level) as pool:
            running: dict[Future, tuple[str, str]] = {}
            try:
                while left or running:
                    while left and len(running) < workers:
                        future = pool.submit(_grade, course.root, *left[0])
                        running[future] = left.pop(0)  # only now: a broken pool takes none
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        yield _result(future, *running[future])
                        del running[future]
            except BrokenProcessPool:
                alone, running = list(running.values()), {}
                yield from _one_by_one(course, alone, level)


def _pool(workers: int, level: str) -> ProcessPoolExecutor:
    """Return processes that grade with a level of rights."""
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _begin, (level,))


def _begin(level: str) -> None:
    """Leave Ctrl-C to the process that started this one: it ends with what it is at."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if level:
        os.environ["ISOCENTER_RIGHTS"] = level  # nbgrader_config.py reads it


def _one_by_one(course: Course, submissions: list[tuple[str, str]], level: str) -> Iterator[Result]:
    """Grade those that were under way when a process died, each in a process of its own."""
    for student, assignment in submissions:
        with _pool(1, level) as pool:
            try:
                future = pool.submit(_grade, course.root, student, assignment)
                yield _result(future, student, assignment)
            except BrokenProcessPool:
                reason = (
                    f"submitted/{student}/{assignment}: the grading process died while it ran this "
                    "one, twice: look for code that ends other processes or uses all memory"
                )
                yield Result(student, assignment, reason)


def _result(future: Future, student: str, assignment: str) -> Result:
    """Return what a process of the pool gave: one broken submission never stops the others."""
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except Exception as error:
        kind = type(error).__name__
        reason = f"submitted/{student}/{assignment}: the grader failed on it: {kind}: {error}"
        return Result(student, assignment, reason)


def _grade(root: Path, student: str, assignment: str) -> Result:
    """Grade one submission, in a process of the pool."""
    from isocenter import nbgrader_steps

    started = time.monotonic()
    course = courses.read(root / "course.toml")
    source = nbformat.read(course.source(assignment), as_version=4)
    name = course.source(assignment).name
    with tempfile.TemporaryDirectory() as place:
        submitted = Path(place)
        found = handins.receive(
            root / "submitted" / student / assignment,
            source,
            name,
            submitted / student / assignment,
            believe_time=course.timestamps == "collector",
            config=nbgrader_steps.config(root),
        )
        reason, notes = found.problem, found.notes
        if not reason:
            try:
                nbgrader_steps.autograde(root, assignment, student, submitted)
            except nbgrader_steps.StepError as error:
                reason = _explained(str(error), f"submitted/{student}/{assignment}/{name}")
    if reason:
        notes += _earlier_score(course, student, assignment)
        return Result(student, assignment, reason, notes, seconds=time.monotonic() - started)
    try:
        nbgrader_steps.feedback(root, assignment, student)
    except nbgrader_steps.StepError as error:
        notes += (f"graded, but its feedback page could not be made ({error})",)
    return _read_result(course, student, assignment, notes, time.monotonic() - started)


def _explained(reason: str, where: str) -> str:
    """Say what nbgrader's words mean, and what to do, where they do not say so themselves."""
    if "Kernel died" in reason:
        return (
            f"{where}: the kernel died while it ran this notebook (a crash in compiled code, "
            "os._exit, or more memory than there is): find the cell by running a copy, and ask "
            "the student to mend it"
        )
    if "OperationalError" in reason or "[Errno " in reason:
        return (
            f"{where}: {reason}: that is no fault of the hand-in; look at the disk and the "
            "permissions, and grade again"
        )
    return f"{where}: nbgrader stopped with: {reason}; {handins.ASK}"


def _earlier_score(course: Course, student: str, assignment: str) -> tuple[str, ...]:
    """Take back the score of an earlier hand-in, and say so: it is not this one's."""
    from isocenter import gradebooks, nbgrader_steps

    url = nbgrader_steps.course_directory(course.root).db_url
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=SAWarning)  # of nbgrader's own queries
        earlier = gradebooks.withdraw(url, assignment, student)
    if earlier is None:
        return ()
    return (f"an earlier hand-in's score was taken out of the gradebook: {earlier:g}",)


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
    with _gradebook(course) as gradebook:
        _require_built(course, gradebook, assignment)
        known = {person.id for person in gradebook.students}
        if student not in known and student not in students(course, assignment):
            raise CourseError(
                f"the gradebook has no student {student!r}, and nobody of that name handed in; "
                f"if the name is right: nbgrader db student add {student}"
            )
        gradebook.update_or_create_student(student)
        gradebook.update_or_create_submission(assignment, student, extension=more)


@contextlib.contextmanager
def _gradebook(course: Course) -> Iterator[Gradebook]:
    from isocenter import nbgrader_steps

    url = nbgrader_steps.course_directory(course.root).db_url
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=SAWarning)  # of nbgrader's own queries
        with Gradebook(url, course.course_id) as gradebook:
            yield gradebook


def _read_result(
    course: Course, student: str, assignment: str, notes: tuple[str, ...], seconds: float
) -> Result:
    """Collect what the gradebook and the autograded notebook say of one submission."""
    path = course.root / "autograded" / student / assignment / course.source(assignment).name
    notebook = nbformat.read(path, as_version=4)
    notes += tuple(notebook.metadata.get("isocenter", {}).get("notes", ()))
    cells = {lessons.grade_id(cell): cell for cell in notebook.cells}
    score = points = waiting = extra = lost = 0.0
    failures, errors = [], []
    with _gradebook(course) as gradebook:
        submission = gradebook.find_submission(assignment, student)
        penalty = sum(notebook.late_submission_penalty or 0 for notebook in submission.notebooks)
        for grade_ in (grade_ for notebook in submission.notebooks for grade_ in notebook.grades):
            cell = cells.get(grade_.cell.name)
            said = cell.metadata.get("isocenter", {}) if cell is not None else {}
            if grade_.auto_score is None and said.get("outcome") == Outcome.ERROR.value:
                errors.append(Failure(grade_.cell.name, said.get("reason", "")))
                lost += grade_.max_score
                continue
            if grade_.auto_score is None:
                waiting += grade_.max_score if grade_.needs_manual_grade else 0
                continue
            score += grade_.auto_score
            points += grade_.max_score
            extra += grade_.extra_credit or 0
            if cell is not None and grade_.auto_score < grade_.max_score:
                failures.append(Failure(grade_.cell.name, told(cell)))
    order = list(cells)
    for found in (failures, errors):
        found.sort(key=lambda failure: order.index(failure.grade_id))
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
        tuple(errors),
        lost,
        seconds,
        notebook.metadata.get("isocenter", {}).get("rights", ""),
    )


def told(cell: nbformat.NotebookNode) -> str:
    """Return what a failed cell tells the student, in one line."""
    outputs = cell.get("outputs", [])
    for output in outputs:
        if output.output_type == "error":
            text = output.evalue.strip().splitlines()
            return text[0] if text else output.ename
    said = [o.text for o in outputs if o.output_type == "stream" and o.name == "stderr"]
    if said and "isocenter" not in cell.metadata:  # the engine takes no warning for a failure
        return (said[0].strip().splitlines() or ["something was written to stderr"])[-1]
    if cell.cell_type == "markdown":
        return "no answer"
    return "partial credit"
