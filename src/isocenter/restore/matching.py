"""Find, for each cell of the assignment, the student's cell that belongs there.

Whatever is matched wrongly costs an answer its place, never the tests their text: a locked cell's
source always comes from the assignment.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from isocenter.restore.reading import StudentCell, Unreadable
from isocenter.restore.template import Role, Slot, words

SHORTEST_ID = 8
DEFINITION = re.compile(r"^(?:async\s+def|def|class)\s+(\w+)", re.MULTILINE)


class Matching:
    """Which cell of a hand-in stands in which place.

    Parameters
    ----------
    slots : list of Slot
    cells : list of StudentCell

    Attributes
    ----------
    places : dict of int to list of int
        For a slot the cells that belong there: one, or several that make one written answer.
    dropped : set of int
        Copies of cells that hold nothing of the student's.
    notes : list of str

    Raises
    ------
    Unreadable
        The hand-in has none of the assignment's cells.
    """

    def __init__(self, slots: list[Slot], cells: list[StudentCell]) -> None:
        self.slots, self.cells = slots, cells
        self.places: dict[int, list[int]] = {}
        self.dropped: set[int] = set()
        self.notes: list[str] = []
        self._by_name()
        named = set(self.places)
        self._by_same(lambda slot: slot.cell.get("id"), lambda cell: _id(cell.id))
        told = {self.slots[s].role for s in self.places} - {Role.PLAIN, Role.READ_ONLY}
        self._by_same(_telling, lambda cell: words(cell.source))
        self._plain_by_content()
        self._by_definition()
        if not told and not self._is_likely():
            raise Unreadable(
                "has none of the assignment's cells (another notebook, or its metadata were "
                "stripped and its cells changed)"
            )
        for s in self._open(Role.ANSWER, Role.WRITTEN):
            if self.slots[s].role is Role.WRITTEN or not DEFINITION.search(self.slots[s].given):
                self._by_position(s)
        found = [self.slots[s].name for s in sorted(set(self.places) - named) if self.slots[s].name]
        if found:
            self.notes.append(
                "nbgrader's metadata were missing from cells, which were recognised by what they "
                f"hold and where they stand: {', '.join(found)}"
            )

    def own(self) -> list[int]:
        """Return the cells that only the student has."""
        taken = {c for cells in self.places.values() for c in cells} | self.dropped
        return [c for c in range(len(self.cells)) if c not in taken]

    def _open(self, *roles: Role) -> list[int]:
        """Return the slots of these roles that have no cell yet."""
        return [
            s for s, slot in enumerate(self.slots) if slot.role in roles and s not in self.places
        ]

    def _by_name(self) -> None:
        """Match cells by their grade_id; of several copies choose one."""
        names = {slot.name: s for s, slot in enumerate(self.slots) if slot.name}
        found = defaultdict(list)
        for c, cell in enumerate(self.cells):
            if cell.grade_id in names:
                found[names[cell.grade_id]].append(c)
        copied = {s: copies for s, copies in found.items() if len(copies) > 1}
        self.places = {s: copies for s, copies in found.items() if len(copies) == 1}
        for s, copies in sorted(copied.items()):
            self.places[s] = [self._choose(s, copies)]

    def _choose(self, s: int, copies: list[int]) -> int:
        """Say which of several cells with the same grade_id is the one.

        Copies as they were given out hold nothing of the student's. Of several answers the last
        counts that stands before the next cell of the assignment, which the tests would see, too.
        """
        slot = self.slots[s]
        blank = {c for c in copies if slot.is_untouched(self.cells[c].source)}
        written = [c for c in copies if c not in blank]
        if slot.is_locked or not written:
            chosen = min(blank, default=copies[0])
            why = "all of them hold the same" if not written else "the assignment's own was graded"
        elif len(written) == 1:
            chosen, why = written[0], "the only one with an answer"
        else:
            end = min((cs[0] for t, cs in self.places.items() if t > s), default=len(self.cells))
            before = [c for c in written if c < end]
            chosen = before[-1] if before else written[0]
            why = "the last before the assignment's next cell" if before else "the first of them"
        self.dropped |= blank - {chosen}
        shown = ", ".join(str(c + 1) for c in copies[:10])
        self.notes.append(
            f"the cell {slot.name} is there {len(copies)} times, as cells {shown} of the hand-in: "
            f"number {chosen + 1} was taken ({why})"
        )
        return chosen

    def _by_same(
        self,
        of_slot: Callable[[Slot], str | None],
        of_cell: Callable[[StudentCell], str | None],
    ) -> None:
        """Match slots and cells of one kind that share a key, where there are as many of both."""
        left = set(self.own())
        slots = _by_key(
            ((slot.cell.cell_type, of_slot(slot)), s)
            for s, slot in enumerate(self.slots)
            if slot.name and s not in self.places
        )
        cells = _by_key(
            ((cell.kind, of_cell(cell)), c) for c, cell in enumerate(self.cells) if c in left
        )
        for key, places in slots.items():
            if key[1] and len(places) == len(cells.get(key, ())):
                self.places |= {s: [c] for s, c in zip(places, cells[key], strict=True)}

    def _plain_by_content(self) -> None:
        """Match the lesson's own text, in order: it says where the others belong."""
        left = set(self.own())
        present = sorted(self.places)
        slot_of = {cells[0]: s for s, cells in self.places.items()}
        last = -1
        for c, cell in enumerate(self.cells):
            if c in slot_of:
                last = slot_of[c]
            elif c in left and cell.source.strip():
                end = min((s for s in present if s > last), default=len(self.slots))
                for s in range(last + 1, end):
                    slot = self.slots[s]
                    if (
                        slot.role is Role.PLAIN
                        and s not in self.places
                        and slot.cell.cell_type == cell.kind
                        and (slot.is_untouched(cell.source) or slot.cell.get("id") == _id(cell.id))
                    ):
                        self.places[s], last = [c], s
                        break

    def _by_definition(self) -> None:
        """Match answers by the functions and classes that they define."""
        for s in self._open(Role.ANSWER):
            names = set(DEFINITION.findall(self.slots[s].given))
            having = [
                c
                for c in self.own()
                if self.cells[c].kind == "code"
                and names <= set(DEFINITION.findall(self.cells[c].source))
            ]
            if names and len(having) == 1:
                self.places[s] = having

    def _is_likely(self) -> bool:
        """Whether enough was found without a name to take it for this assignment's notebook."""
        asked = [s for s, slot in enumerate(self.slots) if slot.name]
        found = [s for s in asked if s in self.places]
        answers = [s for s in found if self.slots[s].role is Role.ANSWER]
        return not asked or len(found) * 2 > len(asked) or bool(answers)

    def _by_position(self, s: int) -> None:
        """Match answers by where they stand, between cells that were found."""
        if s in self.places:
            return
        role, kind = self.slots[s].role, self.slots[s].cell.cell_type
        before = max((t for t in self.places if t < s), default=None)
        after = min((t for t in self.places if t > s), default=None)
        first = 0 if before is None else self.places[before][-1] + 1
        end = len(self.cells) if after is None else self.places[after][0]
        free = [
            c
            for c in self.own()
            if first <= c < end and self.cells[c].kind == kind and self.cells[c].source.strip()
        ]
        rivals = [
            t
            for t in self._open(role)
            if (before is None or t > before)
            and (after is None or t < after)
            and self.slots[t].cell.cell_type == kind
        ]
        if len(free) == len(rivals):
            self.places |= {t: [c] for t, c in zip(rivals, free, strict=True)}
        elif role is Role.WRITTEN and free:
            # A person reads it: better too much than a zero for an answer that was not seen.
            self.places |= {t: free for t in rivals}


def _by_key(pairs: Iterable[tuple[tuple, int]]) -> dict[tuple, list[int]]:
    found = defaultdict(list)
    for key, number in pairs:
        found[key].append(number)
    return found


def _id(cell_id: str | None) -> str | None:
    """Return a cell's id where it says something: short ones are numbers that some tool gave."""
    return cell_id if cell_id and len(cell_id) >= SHORTEST_ID else None


def _telling(slot: Slot) -> str | None:
    """Return what was given out where that says which cell it is: "YOUR CODE HERE" does not."""
    if slot.is_locked or DEFINITION.search(slot.given):
        return words(slot.given)
    return None
