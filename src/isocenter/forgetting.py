"""Takes one student out of a course: files, reports, and the gradebook's rows."""

import glob
import json
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from sqlalchemy.engine import make_url

from isocenter import nbgrader_steps, privacy
from isocenter.errors import CourseError
from isocenter.grading import grader, store
from isocenter.reports import reading


@dataclass(frozen=True)
class Traces:
    """What a course holds of one student.

    Attributes
    ----------
    student : str
    places : tuple of Path
        Files and folders.
    entries : tuple of Path
        Files on the whole class, out of which the student's entries are taken.
    in_gradebook : bool
    """

    student: str
    places: tuple[Path, ...]
    entries: tuple[Path, ...]
    in_gradebook: bool


def find(root: Path, student: str) -> Traces:
    """Look for what a course holds of a student; nothing is changed.

    Parameters
    ----------
    root : Path
        The course's folder.
    student : str
        The nbgrader id.

    Raises
    ------
    CourseError
        There is nothing, or the name is a path.
    """
    if not reading.is_one_name(student):
        raise CourseError(f"{student!r} is a path, not the name of a student")
    places = {*_folders(root, student), *_records(root, student), *_reports(root, student)}
    tops = sorted(path for path in places if not any(above in places for above in path.parents))
    entries = tuple(path for path in _shared(root) if _without(path, student) is not None)
    found = Traces(student, tuple(tops), entries, _is_in_gradebook(root, student))
    if not (found.places or found.entries or found.in_gradebook):
        raise CourseError(
            f"this course holds nothing of {student!r}: look at the name, it is the one of the "
            "folder in submitted/"
        )
    return found


def forget(root: Path, traces: Traces) -> None:
    """Remove what `find` found; the gradebook's rows first, since they are the grades.

    Raises
    ------
    CourseError
        Hand-ins are being graded: what is removed could come back.
    """
    with grader.alone(root):
        _forget(root, traces)


def _forget(root: Path, traces: Traces) -> None:
    if traces.in_gradebook:
        folders = nbgrader_steps.course_directory(root)
        with Gradebook(folders.db_url, folders.course_id) as gradebook:
            gradebook.remove_student(traces.student)
        file = _database_file(root)
        if file is not None:
            with closing(sqlite3.connect(file, timeout=30)) as database:
                database.execute("VACUUM")  # else deleted rows stay readable in the file
    for path in traces.entries:
        store.write_json(path, _without(path, traces.student) or {})
    for path in traces.places:
        if path.is_symlink() or not path.is_dir():
            path.unlink(missing_ok=True)
        else:
            shutil.rmtree(path)


def _folders(root: Path, student: str) -> set[Path]:
    """Return the student's folders at each of nbgrader's steps."""
    folders = nbgrader_steps.course_directory(root)
    found = set()
    for step in (
        folders.submitted_directory,
        folders.autograded_directory,
        folders.feedback_directory,
    ):
        for text in glob.glob(folders.format_path(step, glob.escape(student), "*")):
            place = Path(text)
            found.add(place.parent if place.parent.name == student else place)
        lone = root / step / student
        found |= {lone} if lone.is_dir() else set()
    return found


def _records(root: Path, student: str) -> set[Path]:
    """Return the grader's files on a student, and the stored results that they point to."""
    own = root / ".isocenter"
    found = {path for path in own.rglob("*") if student in (path.stem, path.name)}
    keys = set()
    for path in (own / "graded").glob(f"*/{glob.escape(student)}.json"):
        try:
            key = json.loads(path.read_text(encoding="utf-8")).get("key")
        except (ValueError, AttributeError):
            continue
        keys |= {key} if isinstance(key, str) and len(key) >= 16 else set()
    return found | {path for path in own.rglob("*") if keys & {path.stem, path.name}}


def _shared(root: Path) -> list[Path]:
    """Return the files of the grader that hold something of many students."""
    own = root / ".isocenter"
    return sorted([*(own / "published").glob("*.json"), *own.glob("files.json")])


def _without(path: Path, student: str) -> dict[str, Any] | None:
    """Return what a file holds without a student; None where the student is not in it."""

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: strip(one) for k, one in value.items() if k != student and not is_path(k)}
        if isinstance(value, list):
            kept = [one for one in value if one != student]
            own = {"student": student}.items()
            return [strip(o) for o in kept if not (isinstance(o, dict) and own <= o.items())]
        return value

    def is_path(key: str) -> bool:
        return "/" in key and student in key.split("/")

    said = store.read_json(path)
    if not isinstance(said, dict):
        return None
    # The file's own fields, such as "solutions", are nobody's name.
    stripped = {key: strip(value) for key, value in said.items() if not is_path(key)}
    return stripped if stripped != said else None


def _reports(root: Path, student: str) -> set[Path]:
    """Return reports that hold the student, among others: the next report makes them anew."""
    names = [student]
    if (root / ".isocenter" / "pseudonyms.key").is_file():
        names.append(privacy.pseudonym(privacy.secret(root), student))
    word = re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in names))
    files = (path for path in (root / "reports").rglob("*") if path.is_file())
    return {p for p in files if word.search(p.read_text(encoding="utf-8", errors="replace"))}


def _database_file(root: Path) -> Path | None:
    url = make_url(nbgrader_steps.course_directory(root).db_url)
    is_file = url.get_backend_name() == "sqlite" and url.database
    return Path(str(url.database)) if is_file else None


def _is_in_gradebook(root: Path, student: str) -> bool:
    file = _database_file(root)
    if file is not None and not file.is_file():
        return False
    folders = nbgrader_steps.course_directory(root)
    with Gradebook(folders.db_url, folders.course_id) as gradebook:
        try:
            gradebook.find_student(student)
        except MissingEntry:
            return False
    return True
