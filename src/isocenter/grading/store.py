"""Where results are kept: `.isocenter/` in the course's folder.

* ``results/<key>.zip``: what came of running a hand-in: ``record.json``, and its notebooks as they
  ran. Points, names and dates are not in it: two hand-ins that are the same share one.
* ``graded/<assignment>/<student>.json``: which result is whose, and what was written of it.

Every file is written under another name and then renamed: one that is there is whole.
"""

import json
import os
import secrets
import zipfile
import zlib
from pathlib import Path
from typing import Any

NAME = ".isocenter"
LEVEL = 1  # of compression: most of a notebook is pictures, which are compressed already
OLD = (1980, 1, 1, 0, 0, 0)


def folder(root: Path) -> Path:
    """Return the store of a course, which is nobody else's to read."""
    path = root / NAME
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def graded(root: Path, assignment: str, student: str) -> Path:
    """Return the file that says what is known of one hand-in."""
    return folder(root) / "graded" / assignment / f"{student}.json"


def all_graded(root: Path, assignment: str) -> dict[str, dict[str, Any]]:
    """Return what is known of each hand-in of an assignment, by student."""
    found = {}
    for path in sorted((folder(root) / "graded" / assignment).glob("*.json")):
        kept = read_json(path)
        if kept:
            found[path.stem] = kept
    return found


class Results:
    """Results of running hand-ins, by key.

    Parameters
    ----------
    root : Path
        The course's folder.
    """

    def __init__(self, root: Path) -> None:
        self._folder = folder(root) / "results"
        self._folder.mkdir(exist_ok=True)

    def __contains__(self, key: str) -> bool:
        """Tell whether a result is there, and whole as far as can be seen without reading it."""
        return zipfile.is_zipfile(self._path(key))

    def put(self, key: str, packed: bytes) -> None:
        """Keep a result, as `pack` made it."""
        write(self._path(key), packed)

    def get(self, key: str) -> tuple[dict[str, Any], dict[str, bytes]] | None:
        """Return a result's record and notebooks; a damaged one is removed, and None."""
        try:
            return unpack(self._path(key).read_bytes())
        except (OSError, ValueError, KeyError, zipfile.BadZipFile, zlib.error):
            self._path(key).unlink(missing_ok=True)
            return None

    def sweep(self, keys: set[str]) -> None:
        """Remove results that were replaced, unless another hand-in has one of them."""
        if not keys:
            return
        graded = self._folder.parent / "graded"
        used = {(read_json(path) or {}).get("key") for path in graded.glob("*/*.json")}
        for key in keys - used:
            self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.zip"


def pack(record: dict[str, Any], notebooks: dict[str, bytes]) -> bytes:
    """Put a record and its notebooks into the bytes of one file."""
    import io

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        archive.writestr(
            zipfile.ZipInfo("record.json", OLD), json.dumps(record), zipfile.ZIP_DEFLATED
        )
        for name, data in notebooks.items():
            info = zipfile.ZipInfo(f"{name}.ipynb", OLD)
            archive.writestr(info, data, zipfile.ZIP_DEFLATED, LEVEL)
    return buffer.getvalue()


def unpack(packed: bytes) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the record and the notebooks that `pack` put together."""
    import io

    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        names = [name for name in archive.namelist() if name.endswith(".ipynb")]
        notebooks = {name.removesuffix(".ipynb"): archive.read(name) for name in names}
        return json.loads(archive.read("record.json")), notebooks


def write(path: Path, data: bytes) -> None:
    """Write a file that is whole or not there at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{secrets.token_hex(8)}")
    try:
        with aside.open("wb") as file:
            os.chmod(aside, 0o600)
            file.write(data)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def write_json(path: Path, data: Any) -> None:
    """Write plain data."""
    write(path, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def read_json(path: Path) -> Any:
    """Return a file's data; None where it is missing or damaged."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
