"""Read a notebook's cells, whatever wrote the file."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

import nbformat

from isocenter.errors import Unreadable

KINDS = ("code", "markdown", "raw")
CONFLICT = re.compile(r"^[ \t\"]*(<{7}|>{7}) ", re.MULTILINE)


@dataclass(frozen=True)
class StudentCell:
    """All that is taken from a cell of a hand-in: tags, flags and outputs are left behind.

    Attributes
    ----------
    kind : str
        "code", "markdown" or "raw".
    source : str
    grade_id : str or None
        What the cell says; nobody has checked it.
    id : str or None
        Jupyter's own.
    attachments : dict
        Images that were pasted into a text cell.
    """

    kind: str
    source: str
    grade_id: str | None = None
    id: str | None = None
    attachments: dict[str, dict[str, str]] = field(default_factory=dict)


def read(data: bytes) -> tuple[list[StudentCell], list[str]]:
    """Read a notebook file.

    Parameters
    ----------
    data : bytes
        JSON in UTF-8, UTF-16 or UTF-32, with or without a byte-order mark, or in Windows-1252;
        notebook format 3 and up.

    Returns
    -------
    cells : list of StudentCell
    notes : list of str
        What was mended.

    Raises
    ------
    Unreadable
    """
    if not data.strip():
        raise Unreadable("is empty")
    text, notes = _decode(data)
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError):
        lines = [text.count("\n", 0, mark.start()) + 1 for mark in CONFLICT.finditer(text)]
        if lines:
            raise Unreadable(
                f"holds the marks of a merge conflict, in line {', '.join(map(str, lines))}"
            ) from None
        raise Unreadable("is no notebook, it is not JSON") from None
    cells, more = cells_of(tree)
    return cells, notes + more


def cells_of(tree: Any) -> tuple[list[StudentCell], list[str]]:
    """Take the cells out of a notebook's JSON, or of a NotebookNode; as `read`."""
    if not isinstance(tree, dict) or not {"nbformat", "cells", "worksheets"} & set(tree):
        raise Unreadable("is no notebook, though it is JSON")
    notes = []
    version = tree.get("nbformat")
    if version in (1, 2, 3) or "worksheets" in tree:
        try:
            tree = nbformat.convert(nbformat.reader.reads(json.dumps(tree)), 4)
        except Exception as error:  # whatever nbformat stumbles over
            raise Unreadable(f"is a broken notebook in format {version} ({_line(error)})") from None
    if version != 4:
        notes.append(f"the notebook is in format {_line(version)}, and was read as format 4")
    if not isinstance(tree.get("cells"), list):
        raise Unreadable("is a broken notebook (it has no list of cells)")
    cells = []
    for number, raw in enumerate(tree["cells"], start=1):
        cell = _cell(raw)
        if cell is None:
            notes.append(f"cell {number} of the hand-in is broken, and was left out")
            continue
        cells.append(cell)
        if CONFLICT.search(cell.source):
            notes.append(f"cell {number} of the hand-in holds the marks of a merge conflict")
    return cells, notes


def _decode(data: bytes) -> tuple[str, list[str]]:
    """Return a file's text; JSON tells UTF-8, 16 and 32 apart by its first bytes."""
    encoding = json.detect_encoding(data)
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError:
        note = "the notebook is not in UTF-8, and was read as Windows-1252: look at its accents"
        try:
            return data.decode("cp1252"), [note]
        except UnicodeDecodeError:
            return data.decode("latin-1"), [note.replace("Windows-1252", "Latin-1")]


def _cell(raw: Any) -> StudentCell | None:
    if not isinstance(raw, dict):
        return None
    source = raw.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        return None
    kind, cell_id = raw.get("cell_type"), raw.get("id")
    return StudentCell(
        kind if kind in KINDS else "raw",
        _text(source),
        grade_id(raw.get("metadata")),
        cell_id if isinstance(cell_id, str) else None,
        _images(raw.get("attachments")),
    )


def _text(source: str) -> str:
    """Return text that can be written as UTF-8: half a surrogate pair cannot."""
    return source.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def grade_id(metadata: Any) -> str | None:
    """Return the grade_id that a cell's metadata claim; they may hold anything."""
    flags = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = flags.get("grade_id") if isinstance(flags, dict) else None
    return name if isinstance(name, str) else None


def _images(attachments: Any) -> dict[str, dict[str, str]]:
    """Keep the images of a text cell's attachments."""
    kept = {}
    for name, bundle in attachments.items() if isinstance(attachments, dict) else ():
        if isinstance(bundle, dict):
            images = {
                mime: data
                for mime, data in bundle.items()
                if mime.startswith("image/") and isinstance(data, str)
            }
            if images:
                kept[name] = images
    return kept


def _line(thing: object) -> str:
    """Return the first line of what an error, or a notebook, says; short."""
    return (str(thing).strip() or type(thing).__name__).splitlines()[0][:80]
