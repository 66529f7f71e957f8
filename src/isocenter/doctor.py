"""What this machine can do, and which tests of an assignment see that answers run elsewhere."""

import copy
import os
import platform
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from rich.console import Console
from rich.markup import escape
from traitlets.config import Config

from isocenter import lessons
from isocenter.course import Course
from isocenter.engine import rights
from isocenter.engine.running import Engine
from isocenter.errors import CourseError, IsocenterError

SOLVED = "solved"  # who hands the reference solutions in
NEVER = "isocenter: no line has this text"


@dataclass(frozen=True)
class Row:
    """One thing that a machine can do or not.

    Attributes
    ----------
    what : str
    is_fine : bool
    words : str
    """

    what: str
    is_fine: bool
    words: str


@dataclass(frozen=True)
class Compared:
    """A test cell of an assignment, its reference solutions graded twice.

    Attributes
    ----------
    notebook, cell : str
    nbgrader, engine : str
        What came of it: "passed", its points, or what it said.
    """

    notebook: str
    cell: str
    nbgrader: str
    engine: str

    @property
    def sees_the_boundary(self) -> bool:
        """Whether it ends otherwise where answers run in a process of their own."""
        return _outcome(self.nbgrader) != _outcome(self.engine)

    @property
    def fails(self) -> bool:
        """Whether the reference solution fails it both ways."""
        return _outcome(self.nbgrader) == _outcome(self.engine) == "failed"


def _outcome(said: str) -> str:
    return said if said == "passed" or said.endswith(" points") else "failed"


def machine() -> Iterator[Row]:
    """Yield what this machine can do, each thing tried."""
    yield Row("Python", True, f"{platform.python_version()}, {platform.platform()}")
    best = None
    for level, reason in rights.survey().items():
        best = best if reason else level
        yield Row(f"rights: {level.name.lower()}", not reason, reason or "reached")
    if best is None:
        yield Row("warm process", False, "no level of rights is reached: nothing can be graded")
        return
    started = time.monotonic()
    try:
        with Engine(best) as engine, tempfile.TemporaryDirectory() as folder:
            engine.run([], Path(folder))
            threads = len(os.listdir(f"/proc/{engine.pid}/task"))
            seconds = time.monotonic() - started
            words = f"starts in {seconds:.1f} s, and has {threads} thread" + "s" * (threads != 1)
            yield Row("warm process", True, words)
    except IsocenterError as error:
        yield Row("warm process", False, str(error))


def compare(course: Course, assignment: str) -> list[Compared]:
    """Grade an assignment's reference solutions with nbgrader's own steps, and with the engine.

    Parameters
    ----------
    course : Course
    assignment : str

    Returns
    -------
    list of Compared
        Each test cell, in order.

    Raises
    ------
    CourseError
        The assignment was never built.
    StepError
        One of the two stopped.
    """
    from isocenter import nbgrader_steps

    if not course.source(assignment).is_file():
        raise CourseError(
            f"{assignment} was never built in this folder: run `isocenter build {assignment}`"
        )
    settings = nbgrader_steps.config(course.root)
    with tempfile.TemporaryDirectory(prefix="isocenter-doctor-") as place:
        source = course.source(assignment).parent
        nbgraders, engines = (
            _grade(Path(place) / name, source, config)
            for name, config in (("nbgrader", _stock(settings)), ("engine", settings))
        )
    return [Compared(*key, said, engines.get(key, "missing")) for key, said in nbgraders.items()]


def show_machine(console: Console) -> bool:
    """Print what this machine can do, as it is found; returns whether it can grade."""
    is_fine = False
    for row in machine():
        mark = "[green]yes[/]" if row.is_fine else "[bold magenta]no[/] "
        console.print(f"{mark}  {row.what:18} {escape(row.words)}", soft_wrap=True)
        is_fine = row.is_fine
    return is_fine


def show(console: Console, assignment: str, tests: list[Compared]) -> None:
    """Print which tests see the boundary, and what each said."""
    seeing = [test for test in tests if test.sees_the_boundary]
    failing = [test for test in tests if test.fails]
    console.print(
        f"{assignment}: {len(tests)} tests of the reference solutions, graded with nbgrader's own "
        "steps and with the engine",
        soft_wrap=True,
    )
    for found, words in (
        (seeing, "see that answers run in a process of their own"),
        (failing, "fail both ways: the reference solution does not pass"),
    ):
        for test in found:
            console.print(f"\n[bold]{test.cell}[/] ({test.notebook}.ipynb)")
            console.print(f"  nbgrader  {escape(test.nbgrader)}", soft_wrap=True)
            console.print(f"  engine    {escape(test.engine)}", soft_wrap=True)
        if found:
            console.print(f"\n[bold magenta]{len(found)} of {len(tests)}[/] {words}")
    if not seeing:
        console.print("none sees that answers run in a process of their own")


def _stock(settings: Config) -> Config:
    """Return a course's settings with nbgrader's own steps of autograding."""
    from nbgrader.preprocessors import Execute

    stock = copy.deepcopy(settings)
    for steps in ("sanitize_preprocessors", "autograde_preprocessors"):
        stock.Autograde.pop(steps, None)
    for name in set(stock.Execute) - set(Execute.class_trait_names(config=True)):
        del stock.Execute[name]
    return stock


def _grade(root: Path, source: Path, settings: Config) -> dict[tuple[str, str], str]:
    """Build an assignment in a course of its own, hand its source in, and grade that.

    Returns {(notebook, cell): what came of it}, of each test cell.
    """
    from nbgrader.api import Gradebook
    from nbgrader.converters import Autograde, GenerateAssignment
    from nbgrader.coursedir import CourseDirectory

    from isocenter import nbgrader_steps

    name = source.name
    shutil.copytree(source, root / "source" / name)
    shutil.copytree(source, root / "submitted" / SOLVED / name)
    settings = copy.deepcopy(settings)
    # Whoever runs this may read the tests: what a hidden one says is shown in full.
    settings.ClearHiddenTests.begin_test_delimeter = NEVER
    places = {"source": "source", "release": "release", "submitted": "submitted"}
    settings.CourseDirectory.update({f"{key}_directory": value for key, value in places.items()})
    settings.CourseDirectory.update(root=str(root), db_url=f"sqlite:///{root}/gradebook.db")
    coursedir = CourseDirectory(config=settings, assignment_id=name)
    nbgrader_steps.run(GenerateAssignment(coursedir=coursedir, config=settings))
    coursedir = CourseDirectory(config=settings, assignment_id=name, student_id=SOLVED)
    nbgrader_steps.run(Autograde(coursedir=coursedir, config=settings))
    found = {}
    graded = Path(coursedir.format_path(coursedir.autograded_directory, SOLVED, name))
    with Gradebook(coursedir.db_url) as gradebook:
        for path in sorted(graded.glob("*.ipynb")):
            for cell in filter(lessons.is_test, nbformat.read(path, as_version=4).cells):
                place = (lessons.grade_id(cell), path.stem, name, SOLVED)
                grade = gradebook.find_grade(*place)
                found[path.stem, place[0]] = _said(cell, grade.auto_score, grade.max_score)
    return found


def _said(cell: NotebookNode, score: float | None, most: float) -> str:
    """Return what came of a test cell in a few words."""
    from nbgrader import utils

    told = cell.metadata.get("isocenter", {})
    if told.get("reason"):
        return told["reason"]
    for output in cell.outputs:
        if output.output_type == "error":
            said = (output.evalue.strip().splitlines() or [""])[0]
            return f"{output.ename}: {said}" if said else output.ename
    if not told:  # nbgrader takes a warning for a failure, which is nothing of the boundary's
        cell.outputs = [one for one in cell.outputs if one.get("name") != "stderr"]
        score = utils.determine_grade(cell)[0]
    return "passed" if score == most else f"{score:g} of {most:g} points"
