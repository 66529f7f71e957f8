"""Grade hand-ins of a course, from beginning to end."""

import contextlib
import fcntl  # graders run on Linux
import os
import platform
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from isocenter import course as courses
from isocenter.engine import rights
from isocenter.errors import CourseError
from isocenter.grading import digests, standing, store, work
from isocenter.grading import settings as settings_
from isocenter.grading.borrowed import Borrowed
from isocenter.grading.cohort import Cohort
from isocenter.grading.pool import Pool
from isocenter.grading.settings import Settings
from isocenter.results import Result

GROUP = 16  # hand-ins that are written in one transaction, if so many are done
PATIENCE = 1.0  # seconds that one which is done waits for others
MOST_WORKERS = 64
PLACE = "isocenter-run-"


@dataclass(frozen=True)
class Grading:
    """How hand-ins are graded.

    Attributes
    ----------
    workers : int or None
        Processes that run them; by default one a core.
    strict : bool
        Grade only where the rights of student code can be lowered as far as there are levels.
    force : bool
        Run again what is known already.
    cluster : str
        The address of a Dask scheduler whose workers run them, in place of processes here.
    warm : Borrowed or None
        A worker of `isocenter serve`.
    """

    workers: int | None = None
    strict: bool = False
    force: bool = False
    cluster: str = ""
    warm: Borrowed | None = None


def students(root: Path, assignment: str) -> list[str]:
    """Return the students who handed in an assignment, in alphabetical order."""
    return settings_.load(root).students(assignment)


def missing(root: Path, assignment: str) -> list[str]:
    """Return the students whom the gradebook knows and who did not hand in, in order."""
    settings = settings_.load(root)
    known = standing.read(settings.db_url, assignment).students
    return sorted(known - set(settings.students(assignment)) - set(settings.excluded))


def grade(
    root: Path, submissions: list[tuple[str, str]], how: Grading | None = None
) -> Iterator[Result]:
    """Grade hand-ins; yields each result as soon as it is in the gradebook.

    Parameters
    ----------
    root : Path
        The folder of an nbgrader course.
    submissions : list of (student, assignment)
    how : Grading, optional

    Yields
    ------
    Result
        One a hand-in. Nothing in submitted/ is ever changed.

    Raises
    ------
    CourseError
        An assignment was never built, so that the gradebook does not know its cells; or an image is
        missing, or another process is grading; or the level of rights is not reached.
    """
    how = how or Grading()
    with alone(root):
        settings = settings_.load(root, again=how.force)
        found = how.warm.levels if how.warm else rights.survey()
        level_ = level(settings, found, strict=how.strict)
        for name in dict.fromkeys(assignment for _, assignment in submissions):
            courses.require_images(root, settings.source_folder(name), settings.readable)
        kept = store.folder(root) / "files.json"
        files = digests.Files(kept)
        cohorts = {
            name: Cohort(settings, name, level_, files, force=how.force)
            for name in dict.fromkeys(assignment for _, assignment in submissions)
        }
        try:
            done = []
            for student, name in dict.fromkeys(submissions):
                result = cohorts[name].look(student)
                done += [result] if result is not None else []
            files.keep()
            yield from done
            yield from _run(settings, level_, list(cohorts.values()), how)
        finally:
            for one in cohorts.values():
                one.close()


def _run(
    settings: Settings, level: rights.Level, cohorts: list[Cohort], how: Grading
) -> Iterator[Result]:
    """Run what has to run, and write it."""
    python = [one for one in cohorts if one.assignment.is_python]
    waiting = [(one, key) for one in python for key in one.left()]
    underway: dict[str, Cohort] = {}
    with _pool(settings, level, how, len(waiting)) as pool:
        waiting.reverse()
        try:
            for one in python:
                for _ in one.reuse():
                    if one.unwritten >= GROUP:
                        yield from one.write()
                yield from one.write()
            while waiting or underway:
                while waiting and len(underway) < 2 * pool.size:  # the rest is not read yet
                    one, key = waiting.pop()
                    underway[key] = one
                    pool.put(one.task(key), one.work)
                came = pool.get(PATIENCE)
                if came is not None:
                    underway.pop(came.key).finish(came)
                for one in python:
                    if one.unwritten >= GROUP or came is None:
                        yield from one.write()
            for one in python:
                yield from one.write()
        except BaseException:  # such as Ctrl-C: what is done is kept, the rest is for the next run
            for one in python:
                for _ in one.write():
                    pass
            raise
    for one in cohorts:
        if not one.assignment.is_python and one.todo:
            from isocenter.grading import stock

            yield from stock.grade(settings, one)


@contextlib.contextmanager
def _pool(settings: Settings, level: rights.Level, how: Grading, tasks: int) -> Iterator[Any]:
    """Return what runs hand-ins: processes here, or a cluster's; nothing where nothing has to."""
    if tasks == 0:
        yield None
        return
    told = machine(settings, level)
    if how.cluster:
        with _cluster(told, settings, how.cluster) as pool:
            yield pool
        return
    with place() as folder:
        size = min(tasks, how.workers or min(len(os.sched_getaffinity(0)), MOST_WORKERS))
        warm = how.warm if how.warm and how.warm.machine == told else None
        with Pool(told, size, folder, warm) as pool:
            yield pool


def machine(settings: Settings, level: rights.Level) -> work.Machine:
    """Return how the student code of a course is run, as workers are told."""
    return work.Machine(
        level.name,
        settings.cell_seconds,
        tuple(settings.readable),
        settings.environment,
        settings.secrets,
    )


def _cluster(machine: work.Machine, settings: Settings, address: str) -> Any:
    """Return a cluster's workers."""
    try:
        from isocenter.grading.cluster import ClusterPool
    except ImportError as error:
        raise CourseError(
            f"--cluster needs Dask ({error}): pip install 'isocenter[cluster]'"
        ) from None
    course = digests.of_data([platform.node(), os.getuid(), settings.root])[:16]
    return ClusterPool(machine, address, course)


@contextlib.contextmanager
def place() -> Iterator[Path]:
    """Make a folder for what workers need while they run, and sweep up after runs that were killed.

    A run holds a lock on its folder; one whose lock is free has ended.
    """
    for left in Path(tempfile.gettempdir()).glob(f"{PLACE}*"):
        with contextlib.suppress(OSError):
            if left.lstat().st_uid == os.getuid():
                _remove_unless_locked(left)
    place = Path(tempfile.mkdtemp(prefix=PLACE))
    place.chmod(0o711)  # student code may be another user's, and has its folder in here
    with (place / "new").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        (place / "new").rename(place / "lock")  # under its name it is always held
        try:
            yield place
        finally:
            rights.remove(place)


def _remove_unless_locked(place: Path) -> None:
    """Remove what a run left that was killed; raises where its lock is held, or is no file."""
    lock = os.open(place / "lock", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        rights.remove(place)
    finally:
        os.close(lock)


def level(settings: Settings, found: dict[rights.Level, str], *, strict: bool) -> rights.Level:
    """Return the level of rights to ask for; ``found`` says of each what keeps it from us."""
    reached = max((level for level, reason in found.items() if not reason), default=None)
    if reached is None:
        raise CourseError(
            "student code cannot be run apart from the tests on this machine: `isocenter doctor` "
            "says why; grade on Linux"
        )
    if not strict and not settings.level:
        return reached
    level = rights.Level.STRICT if strict else rights.Level[settings.level]
    reason = found[level]
    if reason:
        asked = "--rights strict" if strict else f"c.Execute.level = {settings.level!r}"
        raise CourseError(f"{asked}: this machine cannot do it: {reason}")
    return level


@contextlib.contextmanager
def alone(root: Path) -> Iterator[None]:
    """Keep a second run out: both would write the same folders.

    Parameters
    ----------
    root : Path
        The course's folder.

    Raises
    ------
    CourseError
        Another process grades.
    """
    with (store.folder(root) / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CourseError(
                f"{root}: hand-ins of this course are being graded by another command; wait until "
                "it is done"
            ) from None
        yield
