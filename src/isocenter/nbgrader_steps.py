"""nbgrader's own commands, run in this process with the course's nbgrader_config.py."""

import contextlib
import logging
import re
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from nbformat.warnings import DuplicateCellId, MissingIDFieldWarning
from nbgrader.apps import NbGraderAPI
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback, GenerateSolution
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import capture_log
from sqlalchemy.exc import SAWarning
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from isocenter.errors import IsocenterError


class StepError(IsocenterError):
    """One of nbgrader's steps failed; `log` holds all that it said."""

    def __init__(self, sentence: str, log: str = "") -> None:
        super().__init__(sentence)
        self.log = log


@cache
def config(root: Path) -> Config:
    """Load the course's nbgrader_config.py, once a process."""
    settings = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    settings.CourseDirectory.root = str(root)
    return settings


def course_directory(root: Path, **places: str) -> CourseDirectory:
    """Return nbgrader's view of the course's folder.

    Parameters
    ----------
    root : Path
    **places : str
        Directories that differ from the configured ones, such as ``release_directory``.
    """
    return CourseDirectory(config=config(root), **places)


def api(root: Path) -> NbGraderAPI:
    """Return nbgrader's Python interface for the course."""
    return NbGraderAPI(course_directory(root), config=config(root))


def generate(
    step: type[GenerateAssignment] | type[GenerateSolution], coursedir: CourseDirectory, name: str
) -> None:
    """Run ``generate_assignment`` or ``generate_solution`` for one assignment."""
    coursedir.assignment_id = name
    try:
        run(step(coursedir=coursedir, config=config(Path(coursedir.root)), force=True))
    except StepError as error:
        remedy = ""
        if "Cannot add or remove cells" in str(error):
            remedy = (
                "; a renamed cell counts as one removed and one added. Keep the cells as they "
                "were, or begin a new gradebook: docs/instructor-guide.md, After the first hand-in"
            )
        raise StepError(f"{name}: nbgrader refused it: {error}{remedy}", error.log) from None


def autograde(root: Path, assignment: str, student: str, submitted: Path) -> str:
    """Run ``nbgrader autograde`` for one submission in a folder of submissions; returns its log."""
    coursedir = course_directory(
        root, assignment_id=assignment, student_id=student, submitted_directory=str(submitted)
    )
    step = Autograde(coursedir=coursedir, config=config(root), force=True)
    return run(step)


def feedback(root: Path, assignment: str, student: str) -> str:
    """Run ``nbgrader generate_feedback`` for one submission; returns its log."""
    coursedir = course_directory(root, assignment_id=assignment, student_id=student)
    step = GenerateFeedback(coursedir=coursedir, config=config(root), force=True)
    return run(step)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Leave out warnings of nbgrader's own making, on every run.

    They are of its queries, and of the cells that it puts back. Cell ids that a hand-in holds twice
    are mended in the copy that is graded.
    """
    with warnings.catch_warnings():
        for category in (SAWarning, MissingIDFieldWarning, DuplicateCellId):
            warnings.filterwarnings("ignore", category=category)
        yield


def run(step: Any) -> str:
    """Run one of nbgrader's commands; returns its log.

    Raises
    ------
    StepError
    """
    # nbgrader speaks through its logger: keep that, and keep it off the screen.
    step.log.setLevel(logging.INFO)
    step.log.propagate = False
    if not step.log.handlers:
        step.log.addHandler(logging.NullHandler())
    with quiet():
        done = capture_log(step)
    log = done.get("log", "")
    if not done["success"]:
        raise StepError(_reason(done["error"], log), f"{log}\n{done['error']}")
    return log


def _reason(traceback: str, log: str) -> str:
    """Return the one line of a failed step that says why.

    nbgrader logs a notebook's own error with its traceback and raises a general one afterwards.
    """
    for text in (log, traceback):
        errors = re.findall(r"^ *(?:\w*Error|\w+(?:\.\w+)+): (.+)$", text, re.MULTILINE)
        telling = [error for error in errors if "traceback for details" not in error]
        if telling:
            return telling[-1]
    return traceback.strip().splitlines()[-1]
