"""Digests of what a grade hangs on; nothing heavy is imported to take them."""

import hashlib
import json
import platform
import sys
import time
from functools import cache
from pathlib import Path
from typing import Any

from isocenter.grading import store

SCALE = (
    2_000_000_000  # ns: a file that was written this shortly before it was read may change again
)
PARTS = {
    "answers": "what was handed in changed",
    "assignment": "the assignment's cells changed",
    "files": "the assignment's files, images or variables changed",
    "engine": "isocenter, its limits or the level of rights changed",
    "packages": "Python or an installed package changed",
}


def of(*parts: bytes) -> str:
    """Return the digest of some bytes, in which each part counts by itself."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.hexdigest()


def of_data(data: Any) -> str:
    """Return the digest of plain data."""
    return of(json.dumps(data, sort_keys=True).encode())


@cache
def code() -> str:
    """Return a digest of the part of isocenter that a result hangs on."""
    package = Path(__file__).parents[1]
    paths = [package / "results.py", package / "handins.py"]
    for folder in ("engine", "restore", "checks", "grading"):
        paths += sorted((package / folder).rglob("*.py"))
    return of(*(path.read_bytes() for path in paths))


def installed() -> list[str]:
    """Return Python, the platform, and all packages by name and version."""
    packages = {
        path.name
        for folder in map(Path, sys.path)
        if folder.name in ("site-packages", "dist-packages") and folder.is_dir()
        for path in folder.glob("*-info")
    }
    return [sys.version, platform.platform(), *sorted(packages)]


@cache
def packages() -> str:
    """Return a digest of what is installed."""
    [python, system, *packages] = installed()
    return of_data([python, system, packages])


def notebook(data: bytes) -> bytes:
    """Return what of a notebook's bytes counts: the text of its cells and their names.

    What cells gave in the student's hands, and when, does not: it is thrown away before grading.
    """
    try:
        tree = json.loads(data)
        cells = [
            [
                cell.get("cell_type"),
                cell.get("source"),
                cell.get("id"),
                cell.get("attachments"),
                (cell.get("metadata") or {}).get("nbgrader", {}).get("grade_id"),
            ]
            for cell in tree["cells"]
        ]
        return json.dumps([tree.get("nbformat"), cells]).encode()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return data  # whatever it is, restoring it says so


class Files:
    """Digests of files, kept by size and times, so that an unchanged one is not read again.

    Parameters
    ----------
    path : Path
        Where they are kept.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, list[Any]] = store.read_json(path) or {}
        self._new: dict[str, list[Any]] = {}

    def digest(self, path: Path) -> str:
        """Return a file's digest; of a notebook that of what counts."""
        status = path.stat()
        stamp = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
        name = str(path)
        if self._known.get(name, [None])[:-1] == stamp:
            return self._known[name][-1]
        read_at = time.time_ns()
        data = path.read_bytes()
        found = of(notebook(data) if path.suffix == ".ipynb" else data)
        if read_at - max(status.st_mtime_ns, status.st_ctime_ns) > SCALE:
            self._new[name] = [*stamp, found]
        return found

    def tree(self, folder: Path) -> str:
        """Return the digest of all files in a folder and below."""
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return of_data([[path.relative_to(folder).as_posix(), self.digest(path)] for path in files])

    def keep(self) -> None:
        """Keep what was found."""
        if self._new:
            there = {name: kept for name, kept in self._known.items() if Path(name).exists()}
            store.write_json(self._path, there | self._new)


def key(parts: dict[str, str]) -> str:
    """Return the key of a result: a digest of the digests of all that it hangs on."""
    return of_data(parts)


def why(before: dict[str, str] | None, now: dict[str, str]) -> str:
    """Say why a hand-in has to be graded again; empty where nothing changed."""
    if before is None:
        return "not graded before"
    changed = [words for part, words in PARTS.items() if before.get(part) != now[part]]
    return "; ".join(changed)
