"""Read a released notebook as it lies on the disk, with the line at which each cell begins."""

import hashlib
import json
import re
import warnings
from dataclasses import dataclass
from json.decoder import JSONDecoder, scanstring  # type: ignore[attr-defined]
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from isocenter.errors import IsocenterError

LARGEST = 100e6  # bytes
_SPACE = re.compile(r"[ \t\n\r]*")


class CannotCheck(IsocenterError):
    """The file is no released notebook, or cannot be run; the message says what to do."""


@dataclass(frozen=True)
class Notebook:
    """A notebook and where its cells stand in the file.

    Attributes
    ----------
    path : Path
    cells : list of NotebookNode
    metadata : NotebookNode
    texts : list of (str, int)
        Of each cell: its JSON as it stands in the file, and the line at which it begins, from 1.
        Empty where the file is in an old format.
    """

    path: Path
    cells: list[NotebookNode]
    metadata: NotebookNode
    texts: list[tuple[str, int]]

    def line(self, cell: int, line: int = 1) -> int:
        """Return the line of the file that holds a line of a cell; 0 where that is not known.

        Parameters
        ----------
        cell : int
            From 0.
        line : int
            Of its source, from 1.
        """
        if not self.texts:
            return 0
        text, begins = self.texts[cell]
        source = self.cells[cell].source.splitlines(keepends=True)
        for known in source[line - 1 : line] + source[:1]:
            for ascii_only in (False, True):
                found = text.find(json.dumps(known, ensure_ascii=ascii_only)[:-1])
                if found >= 0:
                    return begins + text.count("\n", 0, found)
        return begins


def read(path: Path) -> Notebook:
    """Read a notebook.

    Raises
    ------
    CannotCheck
    """
    if path.is_dir():
        raise CannotCheck(f"{path} is a folder: name the notebook in it, which ends in .ipynb")
    if not path.is_file():
        raise CannotCheck(f"{path} does not exist: name a notebook, such as affines.ipynb")
    if path.stat().st_size > LARGEST:
        raise CannotCheck(f"{path} is larger than {LARGEST / 1e6:.0f} MB: clear its outputs")
    data = path.read_bytes()
    if not data.strip():
        raise CannotCheck(f"{path} is empty: take the notebook that was handed out again")
    try:
        text = data.decode(json.detect_encoding(data))
        tree = json.loads(text)
    except (ValueError, RecursionError):
        raise CannotCheck(
            f"{path} is no notebook: it is not JSON. Was it saved by another program, or merged by "
            "git? Take the notebook that was handed out again, and copy your answers into it"
        ) from None
    return _notebook(path, text, tree)


def _notebook(path: Path, text: str, tree: Any) -> Notebook:
    is_notebook = isinstance(tree, dict) and {"nbformat", "cells"} <= set(tree)
    if not is_notebook and not (isinstance(tree, dict) and "worksheets" in tree):
        raise CannotCheck(f"{path} is no notebook, though it is JSON")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            notebook = nbformat.reads(text.removeprefix("\ufeff"), as_version=4)
    except Exception as error:  # whatever nbformat stumbles over
        words = (str(error).strip() or type(error).__name__).splitlines()[0][:120]
        raise CannotCheck(f"{path} is a broken notebook: {words}") from None
    for number, cell in enumerate(notebook.cells, start=1):
        if not (isinstance(cell.get("metadata"), dict) and isinstance(cell.get("source"), str)):
            raise CannotCheck(f"{path} is a broken notebook: its cell {number} is none")
        known = cell.metadata.get("nbgrader")
        if not (isinstance(known, dict) and isinstance(known.get("grade_id"), str)):
            cell.metadata.pop("nbgrader", None)
    if not any(flags(cell) for cell in notebook.cells):
        raise CannotCheck(
            f"{path} is not an assignment's notebook: no cell carries nbgrader's marks. Perhaps it "
            "was copied cell by cell, or by a program that drops them; work in the file as it was "
            "handed out"
        )
    for cell in notebook.cells:
        if flags(cell).get("grade") and "### BEGIN HIDDEN TESTS" in cell.source:
            raise CannotCheck(
                f"{path} is the instructor's version, with the hidden tests in it: check the one "
                "in release/"
            )
    language = notebook.metadata.get("kernelspec", {}).get("language", "python")
    if str(language).lower() != "python":
        raise CannotCheck(f"{path} is in {language}: only notebooks in Python can be checked")
    cells = _cells(text) if "cells" in tree else []
    return Notebook(
        path,
        notebook.cells,
        notebook.metadata,
        cells if len(cells) == len(notebook.cells) else [],
    )


def flags(cell: NotebookNode) -> dict:
    """Return what nbgrader knows of a cell; empty for a cell of the lesson's own text."""
    return cell.metadata.get("nbgrader", {})


def checksum(cell: NotebookNode) -> str:
    """Return nbgrader's checksum of a cell: what it wrote into the metadata at the release."""
    known = flags(cell)
    solution, grade = known.get("solution", False), known.get("grade", False)
    locked = not solution and (grade or known.get("locked", False))
    parts = [cell.source, cell.cell_type, str(grade), str(solution), str(locked)]
    parts.append(str(known.get("grade_id")))
    if grade:
        parts.append(str(float(known.get("points", 0))))
    return hashlib.md5("".join(parts).encode(), usedforsecurity=False).hexdigest()


def is_as_released(cell: NotebookNode) -> bool:
    """Tell whether a cell is as it was handed out; without a checksum nobody knows: False."""
    return flags(cell).get("checksum") == checksum(cell)


def _cells(text: str) -> list[tuple[str, int]]:
    """Return each cell of a notebook's JSON, and its line."""
    decoder, at = JSONDecoder(), _past(text, text.index("{") + 1)
    while text[at] != "}":
        key, at = scanstring(text, at + 1, True)
        at = _past(text, _past(text, at) + 1)  # the colon
        if key == "cells" and text[at] == "[":
            return _list(decoder, text, _past(text, at + 1))
        at = _past(text, decoder.raw_decode(text, at)[1])
        at = _past(text, at + 1) if text[at] == "," else at
    return []


def _list(decoder: JSONDecoder, text: str, at: int) -> list[tuple[str, int]]:
    found, line, counted = [], 1, 0
    while text[at] != "]":
        line, counted = line + text.count("\n", counted, at), at
        end = decoder.raw_decode(text, at)[1]
        found.append((text[at:end], line))
        at = _past(text, end)
        at = _past(text, at + 1) if text[at] == "," else at
    return found


def _past(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
