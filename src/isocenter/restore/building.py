"""Build the notebook that is graded, from the assignment and the hand-in."""

import copy
import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from isocenter.restore import reading
from isocenter.restore.matching import Matching
from isocenter.restore.reading import StudentCell
from isocenter.restore.template import Role, Slot, Template

ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
MISSING = "The cell for this answer was missing from the hand-in."
LOST = {
    Role.ANSWER: "the answer cell {} was deleted, and was put back empty",
    Role.WRITTEN: "the written answer {} was deleted: whoever grades it decides what that means",
    Role.TEST: "the test cell {} was deleted, and was put back",
    Role.READ_ONLY: "the locked cell {} was deleted, and was put back",
}


@dataclass(frozen=True)
class Restored:
    """The notebook that is graded.

    Attributes
    ----------
    notebook : NotebookNode
        nbformat 4.5, without outputs: the assignment's cells in its order and with its metadata,
        the student's answers in them, the student's own cells between them without metadata.
    notes : tuple of str
        What was mended, and what the instructor should know.
    trusted : frozenset of str
        grade_ids of the cells that are the assignment's word for word. Only these may ever run
        outside the student's process.
    """

    notebook: NotebookNode
    notes: tuple[str, ...]
    trusted: frozenset[str]


def restore(hand_in: Path | bytes | NotebookNode, template: Template) -> Restored:
    """Put a student's answers into the assignment's notebook.

    Parameters
    ----------
    hand_in : Path, bytes or NotebookNode
        The notebook that was handed in, however damaged; it is not changed.
    template : Template
        The assignment's.

    Returns
    -------
    Restored

    Raises
    ------
    Unreadable
        It is no notebook, or not this one.
    """
    if isinstance(hand_in, Path):
        hand_in = hand_in.read_bytes()
    cells, notes = (reading.read if isinstance(hand_in, bytes) else reading.cells_of)(hand_in)
    places = template.slots
    matching = Matching(places, cells)
    own = _own_cells(matching)
    built = list(map(_own, own[-1]))
    for s, slot in enumerate(places):
        handed = [cells[c] for c in matching.places.get(s, ())]
        if handed or slot.role is not Role.PLAIN:
            built.append(_filled(slot, handed))
        built += map(_own, own[s])
    notebook = nbformat.v4.new_notebook(
        cells=_with_ids(built), metadata=copy.deepcopy(template.metadata)
    )
    return Restored(
        notebook,
        tuple(notes + matching.notes + _notes(places, matching)),
        frozenset(slot.name for slot in places if slot.is_locked),
    )


def _own_cells(matching: Matching) -> dict[int, list[StudentCell]]:
    """Return the student's own cells by the slot behind which they stand; -1 is the start.

    Where cells of the assignment were deleted there, answers come back before the student's cells,
    which may hold the answer, and tests behind them.
    """
    slot_of = {c: s for s, cells in matching.places.items() for c in cells}
    own = set(matching.own())
    found = defaultdict(list)
    last = -1
    for c, cell in enumerate(matching.cells):
        if c in own:
            place = last
            for s in range(last + 1, len(matching.slots)):
                role = matching.slots[s].role
                if s in matching.places:
                    break
                if role not in (Role.PLAIN, Role.TEST):
                    place = s
            found[place].append(cell)
        else:
            last = slot_of.get(c, last)
    return found


def _filled(slot: Slot, handed: list[StudentCell]) -> NotebookNode:
    """Return one cell of the assignment, with the student's text where it may be the student's."""
    cell = copy.deepcopy(slot.cell)
    if slot.role is Role.WRITTEN and not handed:
        # Else nbgrader takes it for an answer left empty, and gives 0 before anybody has looked.
        mark = "# " if cell.cell_type == "code" else ""
        cell.source = f"{mark}{MISSING}\n\n{cell.source}"
    if handed and not slot.is_locked:
        cell.source = "\n\n".join(given.source for given in handed)
        cell.pop("attachments", None)
        _attach(cell, handed)
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None
    return cell


def _own(cell: StudentCell) -> NotebookNode:
    """Return a cell that only the student has."""
    made = NotebookNode(cell_type=cell.kind, id=cell.id, metadata=NotebookNode())
    made.source = cell.source
    if cell.kind == "code":
        made.outputs, made.execution_count = [], None
    _attach(made, [cell])
    return made


def _attach(cell: NotebookNode, handed: list[StudentCell]) -> None:
    images = {name: bundle for given in handed for name, bundle in given.attachments.items()}
    if images and cell.cell_type != "code":
        cell.attachments = nbformat.from_dict(images)


def _with_ids(cells: list[NotebookNode]) -> list[NotebookNode]:
    """Give each cell an id: its own where that can stay, else one made from what it holds."""
    used: set[str] = set()
    for number, cell in enumerate(cells):
        if not ID.fullmatch(cell.get("id") or "") or cell.id in used:
            text = f"{number} {cell.cell_type} {cell.source}"
            cell["id"] = hashlib.sha256(text.encode()).hexdigest()[:16]
        used.add(cell.id)
    return cells


def _notes(places: list[Slot], matching: Matching) -> list[str]:
    """Name the cells that were deleted, and the locked ones that were changed."""
    notes = []
    for s, slot in enumerate(places):
        if slot.role is Role.PLAIN:
            continue
        if s not in matching.places:
            notes.append(LOST[slot.role].format(slot.name))
        elif len(matching.places[s]) > 1:
            notes.append(f"the answer {slot.name} is put together from several of the cells there")
        elif slot.is_locked and not slot.is_untouched(matching.cells[matching.places[s][0]].source):
            notes.append(
                f"the locked cell {slot.name} is not the present one (edited, or from an earlier "
                "release); the present one was graded"
            )
    return notes
