"""Look at what was handed in: whether it can be graded, and what to do where it cannot."""

import glob
import json
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import parse_utc

from isocenter import lessons

LARGEST = 50_000_000
ASK = "ask the student to hand in again, or keep a copy of it and mend the one in submitted/"


@dataclass(frozen=True)
class HandIn:
    """What an inspection of one submission found.

    Attributes
    ----------
    problem : str
        Why it cannot be graded, with the file and what to do; empty where it can.
    notes : tuple of str
        What the instructor should know of a submission that can be graded.
    """

    problem: str = ""
    notes: tuple[str, ...] = ()


def inspect(folder: Path, source: NotebookNode, name: str) -> HandIn:
    """Look at a submission without running or changing anything.

    Parameters
    ----------
    folder : Path
        ``submitted/<student>/<assignment>``.
    source : NotebookNode
        The assignment's source.
    name : str
        The notebook's file name.

    Returns
    -------
    HandIn
    """
    path = folder / name
    where = "/".join(path.parts[-4:])
    student = folder.parent.name
    if glob.escape(student) != student or student.strip() != student or not student.isprintable():
        return HandIn(
            f"{where}: nbgrader cannot work with a student's name that holds *, ?, [, a space at "
            "an end, or what is no text: rename the folder"
        )
    for link in (folder.parent, folder, *folder.rglob("*")):
        if link.is_symlink():
            return HandIn(
                f"{'/'.join(link.parts[len(folder.parts) - 3 :])} is a symbolic link, which may "
                f"show what somebody else wrote: {ASK}"
            )
    if not path.is_file():
        return HandIn(_missing(folder, name))
    if not _is_time(folder / "timestamp.txt"):
        return HandIn(
            f"{'/'.join(path.parts[-4:-1])}/timestamp.txt holds no time: it takes one line such as "
            "2027-03-03 10:00:00 UTC; without the file the hand-in counts as on time"
        )
    size = path.stat().st_size
    if size == 0:
        return HandIn(f"{where} is empty: {ASK}")
    if size > LARGEST:
        return HandIn(
            f"{where} has {size / 1e6:.0f} MB, more than {LARGEST / 1e6:.0f}: ask the student to "
            "clear the outputs (Kernel, Restart and Clear Outputs) and hand in again"
        )
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        kind = "is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else "is not JSON"
        return HandIn(f"{where} is no notebook, it {kind}: {ASK}")
    if not isinstance(notebook, dict) or "nbformat" not in notebook:
        return HandIn(f"{where} is no notebook, though it is JSON: {ASK}")
    version = notebook["nbformat"]
    if version != 4:
        return HandIn(
            f"{where} is in notebook format {version}, not 4: open a copy in JupyterLab, save it, "
            "and let the student hand that in"
        )
    try:
        notebook = nbformat.from_dict(notebook)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # cell ids that are missing or double do no harm
            nbformat.validate(notebook, relax_add_props=True, version=4)
        cells = notebook.cells
        names = Counter(lessons.grade_id(cell) for cell in cells if lessons.grade_id(cell))
    except Exception as error:  # whatever nbformat stumbles over
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        return HandIn(f"{where} is a broken notebook ({reason}): {ASK}")
    return _compare(where, cells, names, source)


def _is_time(path: Path) -> bool:
    """Tell whether nbgrader can read a file as the time of the hand-in; it may also be missing."""
    if not path.exists():
        return True
    try:
        text = path.read_text(encoding="utf-8").strip()
        return not text or bool(parse_utc(text))
    except (OSError, ValueError, OverflowError):
        return False


def _missing(folder: Path, name: str) -> str:
    where = "/".join((folder / name).parts[-4:])
    others = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.ipynb")
        if path.is_file() and path.parent.name != ".ipynb_checkpoints"
    )
    if not others:
        return f"{where} was not handed in, and there is no other notebook in that folder: {ASK}"
    return (
        f"{where} was not handed in, but {', '.join(others)}: if that is the one, let the student "
        f"hand it in again under the name {name}"
    )


def _compare(
    where: str, cells: list[NotebookNode], names: Counter[str | None], source: NotebookNode
) -> HandIn:
    """Compare the cells that nbgrader knows with those that it gave out."""
    wanted = {lessons.grade_id(cell): cell for cell in source.cells if lessons.grade_id(cell)}
    twice = [name for name, count in names.items() if count > 1 and name in wanted]
    if twice:
        return HandIn(
            f"{where} holds the cell {', '.join(map(str, twice))} twice: let the student delete "
            "the one that does not count and hand in again"
        )
    if not set(names) & set(wanted):
        return HandIn(
            f"{where} has none of the assignment's cells (another notebook, or its metadata were "
            f"stripped): {ASK}"
        )
    changed = [
        lessons.grade_id(cell)
        for cell in cells
        if lessons.grade_id(cell) in wanted
        and _fixed(cell) != _fixed(wanted[lessons.grade_id(cell)])
    ]
    if changed:
        return HandIn(
            f"{where}: nbgrader's settings of the cell {', '.join(map(str, changed))} were "
            "changed: let the student copy the answers into a fresh notebook"
        )
    lost = [name for name in wanted if name not in names]
    unmendable = [name for name in lost if not _comes_back(name, wanted, names)]
    if unmendable:
        return HandIn(
            f"{where} lacks the cell {', '.join(map(str, unmendable))}, which cannot be put back "
            "where it stood: let the student copy the answers into a fresh notebook"
        )
    notes = []
    for name in lost:
        if lessons.is_solution(wanted[name]):
            notes.append(f"the answer cell {name} was deleted: its tests fail")
        elif lessons.is_test(wanted[name]):
            notes.append(f"the test cell {name} was deleted, and was put back")
    notes += _edited(cells, wanted)
    return HandIn(notes=tuple(notes))


def _fixed(cell: NotebookNode) -> list:
    """Return the settings of a cell that nbgrader cannot restore."""
    return [lessons.grading(cell).get(key) for key in ("grade", "solution", "schema_version")]


def _comes_back(name: str | None, wanted: dict, names: Counter) -> bool:
    """Tell whether nbgrader can put a deleted cell back, or can do without it.

    It puts graded cells back behind the graded or solution cell that preceded them, and fails
    where that one is of another kind or is gone as well.
    """
    order = list(wanted)
    cell = wanted[name]
    if not lessons.grading(cell).get("grade"):
        return True
    before = order[: order.index(name)]
    if not before:
        return True
    flags = lessons.grading(wanted[before[-1]])
    if not (flags.get("grade") or flags.get("solution")):
        return False
    if before[-1] in names:
        return True
    return bool(flags.get("grade")) and _comes_back(before[-1], wanted, names)


def _edited(cells: list[NotebookNode], wanted: dict) -> list[str]:
    """Name the locked cells that the student changed; nbgrader restores them before it grades."""
    notes = []
    for cell in cells:
        name = lessons.grade_id(cell)
        if name in wanted and lessons.grading(wanted[name]).get("locked"):
            given_out = lessons.released_source(wanted[name])
            if "".join(cell.source).strip() != given_out.strip():
                notes.append(
                    f"the locked cell {name} is not the present one (edited, or from an earlier "
                    "release); the present one was graded"
                )
    return notes
