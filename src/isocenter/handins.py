"""Take in what was handed in: its files and its notebooks, or why it cannot be graded."""

import glob
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from isocenter.errors import Unreadable

if TYPE_CHECKING:  # takes seconds, which looking at a class does not need
    from isocenter.restore import Restored, Template

LARGEST = 50_000_000  # a notebook
LARGEST_FILES = 100_000_000  # all other files together, as nbgrader has it
MOST_FILES = 1000
MOST_NOTES = 10
LEFT_OUT = {".ipynb_checkpoints", "__pycache__"}
TIME = "timestamp.txt"
ASK = "ask the student to hand in again, or keep a copy of it and mend the one in submitted/"

_SOMEBODY = "which may show what somebody else wrote"


@dataclass
class HandIn:
    """The files of a hand-in; none of them has been opened, and no link followed.

    Attributes
    ----------
    folder : Path
        ``submitted/<student>/<assignment>``.
    files : dict of str to Path
        Those that are no more than files, by their path in the folder.
    refused : dict of str to str
        What the others are.
    problem : str
        Why it cannot be graded, with the file and what to do; empty where it may be.
    """

    folder: Path
    files: dict[str, Path] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    problem: str = ""

    @property
    def where(self) -> str:
        """The folder, as it is shown."""
        return "/".join(self.folder.parts[-3:])

    def content(self) -> dict[str, bytes]:
        """Read the files that are graded: all but the time, which is not the hand-in's own."""
        return {name: path.read_bytes() for name, path in self.files.items() if name != TIME}


def look(folder: Path) -> HandIn:
    """List the files of a hand-in.

    Parameters
    ----------
    folder : Path
        ``submitted/<student>/<assignment>``.

    Returns
    -------
    HandIn
    """
    found = HandIn(folder)
    student = folder.parent.name
    if glob.escape(student) != student or student.strip() != student or not student.isprintable():
        found.problem = (
            f"{found.where}: nbgrader cannot work with a student's name that holds *, ?, [, a "
            "space at an end, or what is no text: rename the folder"
        )
        return found
    for link in (folder.parent, folder):
        if link.is_symlink():
            shown = "/".join(link.parts[len(folder.parts) - 3 :])
            found.problem = f"{shown} is a symbolic link, {_SOMEBODY}: {ASK}"
            return found
    size = 0
    for path in _walk(folder):
        name = path.relative_to(folder).as_posix()
        status = path.lstat()
        is_notebook = name.endswith(".ipynb")
        if stat.S_ISLNK(status.st_mode):
            found.refused[name] = f"is a symbolic link, {_SOMEBODY}"
        elif not stat.S_ISREG(status.st_mode):
            found.refused[name] = "is no file, but a pipe, a socket or a device"
        elif status.st_nlink > 1:
            found.refused[name] = f"is linked to another place on this disk, {_SOMEBODY}"
        elif not name.isprintable():
            found.refused[name] = "is a file with a name that is no text"
        elif len(found.files) >= MOST_FILES:
            found.refused[name] = f"is one of more than {MOST_FILES} files"
        elif is_notebook and status.st_size > LARGEST:
            found.refused[name] = (
                f"has {status.st_size / 1e6:.0f} MB, more than {LARGEST / 1e6:.0f}, perhaps in its "
                "outputs (Kernel, Restart and Clear Outputs)"
            )
        elif not is_notebook and size + status.st_size > LARGEST_FILES:
            found.refused[name] = f"is too much: files beyond {LARGEST_FILES / 1e6:.0f} MB"
        else:
            size += 0 if is_notebook else status.st_size
            found.files[name] = path
    return found


def _walk(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder and below, folders aside; those behind a link are links."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - LEFT_OUT)
        for name in sorted(names) + folders:
            path = Path(place, name)
            if name not in folders or path.is_symlink():
                yield path


def read_notebooks(
    content: dict[str, bytes], refused: dict[str, str], templates: "dict[str, Template]"
) -> "tuple[dict[str, Restored], list[str]]":
    """Read and restore the notebooks of an assignment, also where they lie under another name.

    Parameters
    ----------
    content : dict of str to bytes
    refused : dict of str to str
        As in `HandIn`.
    templates : dict of str to Template
        By the notebook's name, without ``.ipynb``.

    Returns
    -------
    notebooks : dict of str to Restored
        Without those that were not handed in, where others were.
    notes : list of str

    Raises
    ------
    Unreadable
        One of them cannot be read, or there is none.
    """
    from isocenter.restore import restore

    restored, notes = {}, []
    expected = {f"{name}.ipynb" for name in templates}
    for name, template in templates.items():
        file = f"{name}.ipynb"
        if file in refused:
            raise Unreadable(f"{file} {refused[file]}")
        if file in content:
            try:
                restored[name] = restore(content[file], template)
            except Unreadable as error:
                raise Unreadable(f"{file} {error}") from None
    others = [path for path in content if ".ipynb" in path.casefold() and path not in expected]
    left = [name for name in templates if name not in restored]
    lost: list[Unreadable] = []
    for name in left:
        try:
            path, restored[name] = _by_content(f"{name}.ipynb", content, others, templates[name])
        except Unreadable as error:
            lost.append(error)
        else:
            notes.append(f"{name}.ipynb was not handed in; {path} holds its cells, and was graded")
    if not restored:
        raise lost[0]
    notes += [f"{error}: its tests give 0" for error in lost]
    ignored = {path: what for path, what in refused.items() if path not in expected}
    return restored, notes + _left_out(ignored)


def _by_content(
    file: str, content: dict[str, bytes], others: list[str], template: "Template"
) -> "tuple[str, Restored]":
    """Find a notebook that lies under another name, where it can be no other."""
    from isocenter.restore import restore

    candidates = {}
    for path in others:
        with suppress(Unreadable):
            candidates[path] = restore(content[path], template)
    alike = {str(found.notebook) for found in candidates.values()}
    if len(alike) == 1:
        return next(iter(candidates.items()))
    if not others:
        raise Unreadable(f"{file} was not handed in, and there is no other notebook in that folder")
    which = "several of them hold" if candidates else "none of them holds"
    raise Unreadable(
        f"{file} was not handed in, but {', '.join(others)}, and {which} the assignment's cells"
    )


def read_time(path: Path) -> datetime | None:
    """Return when a hand-in was handed in, as nbgrader reads it: in UTC, without a time zone.

    Raises
    ------
    Unreadable
        The file holds no time.
    """
    from nbgrader.utils import parse_utc

    try:
        text = path.read_text(encoding="utf-8").strip()
        return parse_utc(text) if text else None
    except (OSError, ValueError, OverflowError):
        raise Unreadable(
            f"{TIME} holds no time: it takes one line such as 2027-03-03 10:00:00 UTC; without the "
            "file the hand-in counts as on time"
        ) from None


def _left_out(refused: dict[str, str]) -> list[str]:
    notes = [f"{_printable(path)} {what}: left out" for path, what in refused.items()]
    if len(notes) > MOST_NOTES:
        notes[MOST_NOTES:] = [f"{len(notes) - MOST_NOTES} more of its files were left out"]
    return notes


def _printable(name: str) -> str:
    """Return a name that can be shown: one that is no text in another way, a long one shortened."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in name)
    return shown if len(shown) <= 80 else f"{shown[:80]}..."
