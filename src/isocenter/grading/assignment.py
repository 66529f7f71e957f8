"""An assignment, as far as grading hangs on it."""

import copy
import fnmatch
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from isocenter.errors import CourseError
from isocenter.grading import digests, store
from isocenter.grading.digests import Files
from isocenter.grading.settings import Settings
from isocenter.grading.standing import Standing

Name = tuple[str, str]  # of a notebook, and of a cell in it


@dataclass(frozen=True)
class Assignment:
    """What grading hangs on.

    Attributes
    ----------
    name : str
    notebooks : tuple of str
    points : dict of (str, str) to float
        Of each cell that gives points, by notebook and cell.
    tests : frozenset of (str, str)
        The cells that the engine runs as tests.
    written : frozenset of (str, str)
        Answers that a person grades.
    tasks : frozenset of (str, str)
        What a person grades by cells that the student adds.
    credit : dict of (str, str) to float
        The extra credit of optional tests.
    order : tuple of (str, str)
        All named cells as they stand in the notebooks.
    is_python : bool
        Whether all of its notebooks are: others are nbgrader's to run.
    parts : dict of str to str
        Digests of what a result hangs on, the hand-in aside.
    files : dict of str to Path
        The instructor's, by their path beside the notebook.
    """

    name: str
    notebooks: tuple[str, ...]
    points: dict[Name, float]
    tests: frozenset[Name]
    written: frozenset[Name]
    tasks: frozenset[Name]
    credit: dict[Name, float]
    order: tuple[Name, ...]
    is_python: bool
    parts: dict[str, str]
    files: dict[str, Path]

    @property
    def points_digest(self) -> str:
        """A digest of what each cell is worth, which graded notebooks show."""
        return digests.of_data([[*name, points] for name, points in sorted(self.points.items())])


def read(settings: Settings, name: str, standing: Standing, files: Files) -> Assignment:
    """Read an assignment, of the gradebook and of its source folder.

    Parameters
    ----------
    settings : Settings
    name : str
    standing : Standing
        What the gradebook has of it.
    files : digests.Files

    Returns
    -------
    Assignment

    Raises
    ------
    CourseError
        It was never generated, or it cannot be graded at all.
    """
    folder = settings.source_folder(name)
    if standing.due is None or not standing.cells:
        raise CourseError(
            f"{name} was never built in this folder: run `isocenter build {name}`, or in another "
            f"course `nbgrader generate_assignment {name}`"
        )
    sources = [[path.name, files.digest(path)] for path in sorted(folder.glob("*.ipynb"))]
    known = digests.of_data(
        [standing.cells, standing.sources, sources, digests.code(), settings.extra_credit]
    )
    path = store.folder(Path(settings.root)) / "plans" / f"{name}.json"
    kept = store.read_json(path)
    if not kept or kept["known"] != known:
        kept = {"known": known} | _planned(settings, name)
        store.write_json(path.with_suffix(".work"), {"known": known, "plans": kept.pop("plans")})
        store.write_json(path, kept)
    points = {
        (notebook, cell): most
        for notebook, cell, kind, most in standing.cells
        if kind in ("GradeCell", "TaskCell")
    }
    own = _own_files(folder, settings, name)
    readable = [files.tree(Path(place)) for place in settings.readable]
    given = [[file, files.digest(place)] for file, place in sorted(own.items())]
    variables = [settings.environment, settings.secrets]
    return Assignment(
        name,
        tuple(kept["notebooks"]),
        points,
        frozenset(map(tuple, kept["tests"])),
        frozenset(map(tuple, kept["written"])),
        frozenset(
            (notebook, cell) for notebook, cell, kind, _ in standing.cells if kind == "TaskCell"
        ),
        {(notebook, cell): most for notebook, cell, most in kept["credit"]},
        tuple(map(tuple, kept["order"])),
        kept["is_python"],
        {
            "assignment": kept["digest"],
            "files": digests.of_data([given, readable, variables]),
        },
        own,
    )


def plans(settings: Settings, name: str) -> dict[str, dict[str, Any]]:
    """Return the plans of an assignment's notebooks, as plain data, which `read` has made."""
    path = store.folder(Path(settings.root)) / "plans" / f"{name}.work"
    return store.read_json(path)["plans"]


def _own_files(folder: Path, settings: Settings, name: str) -> dict[str, Path]:
    """Return the files that the instructor gives to each hand-in."""
    kept = settings.not_overwritten.get(name, [])
    found = {}
    for path in sorted(folder.rglob("*")):
        file = path.relative_to(folder).as_posix()
        is_given = path.is_file() and path.suffix != ".ipynb" and file not in kept
        if is_given and not is_ignored(file, settings.ignore):
            found[file] = path
    return found


def is_ignored(file: str, patterns: list[str]) -> bool:
    """Tell whether nbgrader leaves a file behind: it, or a folder it is in, matches a pattern."""
    return any(fnmatch.fnmatch(part, one) for part in file.split("/") for one in patterns)


def _planned(settings: Settings, name: str) -> dict[str, Any]:
    """Ask nbgrader's gradebook how the assignment's notebooks are run; that takes seconds."""
    from nbgrader.api import Gradebook

    from isocenter import gradebooks, lessons, nbgrader_steps
    from isocenter.grading.plan import read_source

    config = nbgrader_steps.config(Path(settings.root))
    folder = settings.source_folder(name)
    made: dict[str, dict[str, Any]] = {}
    tests, written, credit, order = [], [], [], []
    with nbgrader_steps.quiet(), Gradebook(settings.db_url, settings.course_id) as gradebook:
        for known in gradebook.find_assignment(name).notebooks:
            source = read_source(folder, known.name)
            plan = gradebooks.plan(known, source, config, source.metadata if source else {})
            made[known.name] = plan.to_json()
            tests += [[known.name, cell] for cell in sorted(plan.tests)]
            solutions = {cell.name for cell in known.solution_cells}
            graded = {cell.name for cell in known.grade_cells}
            written += [[known.name, cell] for cell in sorted(graded & solutions)]
            order += [[known.name, slot.name] for slot in plan.template.slots if slot.name]
            for cell in source.cells if source and settings.extra_credit else ():
                if lessons.extra_credit(cell):
                    credit.append([known.name, lessons.grade_id(cell), lessons.extra_credit(cell)])
    return {
        "notebooks": list(made),
        "tests": tests,
        "written": written,
        "credit": credit,
        "order": order,
        "is_python": all(plan["language"] == "python" for plan in made.values()),
        "digest": _without_points(made),
        "plans": made,
    }


def _without_points(plans: dict[str, dict[str, Any]]) -> str:
    """Return a digest of what runs; what it is worth is applied afterwards."""
    plans = copy.deepcopy(plans)
    for plan in plans.values():
        for cell, *_ in plan["template"]["slots"]:
            for part in ("points", "checksum"):
                cell["metadata"].get("nbgrader", {}).pop(part, None)
            cell["metadata"].pop("isocenter", None)
    return digests.of_data(plans)
