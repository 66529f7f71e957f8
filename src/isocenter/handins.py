"""Take in what was handed in: a copy that can be graded, or why there is none."""

import glob
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import parse_utc
from traitlets.config import Config

from isocenter.restore import Restored, Unreadable, restore

LARGEST = 50_000_000  # a notebook
LARGEST_FILES = 100_000_000  # all other files together, as nbgrader has it
MOST_FILES = 1000
MOST_NOTES = 10
LEFT_OUT = {".ipynb_checkpoints", "__pycache__"}
ASK = "ask the student to hand in again, or keep a copy of it and mend the one in submitted/"

_SOMEBODY = "which may show what somebody else wrote"


@dataclass(frozen=True)
class HandIn:
    """What came of taking in one submission.

    Attributes
    ----------
    problem : str
        Why it cannot be graded, with the file and what to do; empty where it can.
    notes : tuple of str
        What the instructor should know of a submission that can be graded.
    """

    problem: str = ""
    notes: tuple[str, ...] = ()


@dataclass
class _Found:
    """The files of a hand-in: those that are no more than files, by their path in the folder."""

    files: dict[str, Path] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def receive(
    folder: Path,
    source: NotebookNode,
    name: str,
    target: Path,
    *,
    believe_time: bool = True,
    config: Config | None = None,
) -> HandIn:
    """Copy a submission, restored, to where it is graded; nothing is run, or changed in place.

    Parameters
    ----------
    folder : Path
        ``submitted/<student>/<assignment>``.
    source : NotebookNode
        The assignment's source.
    name : str
        The notebook's file name.
    target : Path
        A folder that does not exist yet; it is made where the hand-in can be graded.
    believe_time : bool
        Whether its ``timestamp.txt`` was written by whoever collected it.
    config : Config, optional
        nbgrader's settings.

    Returns
    -------
    HandIn
    """
    where = "/".join(folder.parts[-3:])
    student = folder.parent.name
    if glob.escape(student) != student or student.strip() != student or not student.isprintable():
        return HandIn(
            f"{where}/{name}: nbgrader cannot work with a student's name that holds *, ?, [, a "
            "space at an end, or what is no text: rename the folder"
        )
    for link in (folder.parent, folder):
        if link.is_symlink():
            return HandIn(f"{_short(link, folder)} is a symbolic link, {_SOMEBODY}: {ASK}")
    found = _look(folder)
    if name in found.refused:
        return HandIn(f"{where}/{name} is {found.refused.pop(name)}: {ASK}")
    try:
        restored, notes = _read(found, source, name, config)
    except Unreadable as error:
        return HandIn(f"{where}/{error}: {ASK}")
    time = found.files.get("timestamp.txt")
    if time and believe_time and not _is_time(time):
        return HandIn(
            f"{where}/timestamp.txt holds no time: it takes one line such as "
            "2027-03-03 10:00:00 UTC; without the file the hand-in counts as on time"
        )
    if time and not believe_time:
        del found.files["timestamp.txt"]
        notes.append("its timestamp.txt is the student's, and was not believed")
    notes += _left_out(found)
    _copy(found, target)
    nbformat.write(restored.notebook, target / name)
    return HandIn(notes=(*notes, *restored.notes))


def _look(folder: Path) -> _Found:
    """List the files of a hand-in without opening or following any."""
    found = _Found()
    size = 0
    for path in _walk(folder):
        name = path.relative_to(folder).as_posix()
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            found.refused[name] = f"a symbolic link, {_SOMEBODY}"
        elif not stat.S_ISREG(status.st_mode):
            found.refused[name] = "no file, but a pipe, a socket or a device"
        elif status.st_nlink > 1:
            found.refused[name] = f"linked to another place on this disk, {_SOMEBODY}"
        elif not name.isprintable():
            found.refused[name] = "a file with a name that is no text"
        elif len(found.files) >= MOST_FILES:
            found.refused[name] = f"one of more than {MOST_FILES} files"
        elif not name.endswith(".ipynb") and size + status.st_size > LARGEST_FILES:
            found.refused[name] = f"too much: files beyond {LARGEST_FILES / 1e6:.0f} MB"
        else:
            size += 0 if name.endswith(".ipynb") else status.st_size
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


def _read(
    found: _Found, source: NotebookNode, name: str, config: Config | None
) -> tuple[Restored, list[str]]:
    """Read and restore the notebook, also where it lies under another name."""
    if name in found.files:
        try:
            return restore(_bytes(found.files[name]), source, config=config), []
        except Unreadable as error:
            raise Unreadable(f"{name} {error}") from None
    candidates = {}
    others = [path for path in found.files if ".ipynb" in path.casefold()]
    for path in others:
        with suppress(Unreadable):
            candidates[path] = restore(_bytes(found.files[path]), source, config=config)
    alike = {nbformat.writes(restored.notebook) for restored in candidates.values()}
    if len(alike) == 1:
        path, restored = next(iter(candidates.items()))
        return restored, [f"{name} was not handed in; {path} holds its cells, and was graded"]
    if not others:
        raise Unreadable(f"{name} was not handed in, and there is no other notebook in that folder")
    which = "several of them hold" if candidates else "none of them holds"
    raise Unreadable(
        f"{name} was not handed in, but {', '.join(others)}, and {which} the assignment's cells"
    )


def _bytes(path: Path) -> bytes:
    """Read a notebook, but none that would fill the memory."""
    size = path.stat().st_size
    if size > LARGEST:
        raise Unreadable(
            f"has {size / 1e6:.0f} MB, more than {LARGEST / 1e6:.0f}, perhaps in its outputs "
            "(Kernel, Restart and Clear Outputs)"
        )
    return path.read_bytes()


def _copy(found: _Found, target: Path) -> None:
    """Copy the files that came with the notebook; other notebooks stay behind, as with nbgrader."""
    target.mkdir(parents=True)
    for name, path in found.files.items():
        if not name.endswith(".ipynb"):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(path.read_bytes())


def _left_out(found: _Found) -> list[str]:
    notes = [f"{_printable(path)} is {what}: left out" for path, what in found.refused.items()]
    if len(notes) > MOST_NOTES:
        notes[MOST_NOTES:] = [f"{len(notes) - MOST_NOTES} more of its files were left out"]
    return notes


def _is_time(path: Path) -> bool:
    """Tell whether nbgrader can read a file as the time of the hand-in; it may also be empty."""
    try:
        text = path.read_text(encoding="utf-8").strip()
        return not text or bool(parse_utc(text))
    except (OSError, ValueError, OverflowError):
        return False


def _short(path: Path, folder: Path) -> str:
    return "/".join(path.parts[len(folder.parts) - 3 :])


def _printable(name: str) -> str:
    """Return a name that can be shown: one that is no text in another way, a long one shortened."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in name)
    return shown if len(shown) <= 80 else f"{shown[:80]}..."
