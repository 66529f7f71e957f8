"""Whatever was done to a hand-in: the notebook that is graded is the assignment."""

import copy
import json
import random

import nbformat
import pytest
from damaged import ANSWERS, LOCKED, NAMES, answered, find, name_of, source
from nbformat.v4 import new_code_cell
from test_restore import assert_sound

from isocenter.restore import Template, restore


def scrambled(random):
    """Return a hand-in with several things done to it, each of which a hand-in was seen with."""
    notebook = answered()
    for _ in range(random.randrange(1, 8)):
        cells, place = notebook.cells, random.randrange(len(notebook.cells))
        cell = copy.deepcopy(cells[place])
        what = random.randrange(7)
        if what == 0 and len(cells) > 3:
            del cells[place]
        elif what == 1:
            cells.insert(random.randrange(len(cells) + 1), cell)
        elif what == 2:
            cells[place].metadata = nbformat.from_dict({})
        elif what == 3:
            cells[place]["id"] = f"another-id-{random.randrange(100)}"
        elif what == 4:
            cells[place].source += random.choice(["", "\n", "\nmore = 1"])
        elif what == 5:
            cells.append(cells.pop(place))
        else:
            other = random.choice(NAMES)
            cells[place].metadata = nbformat.from_dict({"nbgrader": {"grade_id": other}})
    return notebook


@pytest.mark.parametrize("seed", range(100))
def test_whatever_happens_the_assignment_stays_itself(seed):
    notebook = scrambled(random.Random(seed))
    restored = restore(notebook, Template.of(source()))
    assert_sound(restored, {})
    texts = [cell.source for cell in restored.notebook.cells if name_of(cell) not in LOCKED]
    for name, answer in ANSWERS.items():  # no answer is lost that stands in a cell of its own
        kept = [c for c in notebook.cells if c.source == answer and name_of(c) not in LOCKED]
        assert not kept or any(answer in text for text in texts), name
    again = restore(restored.notebook, Template.of(source()))
    assert (again.notebook, again.notes) == (restored.notebook, ())


def test_thousands_of_cells_take_no_time():
    notebook = answered()
    many = [new_code_cell(f"x = {n}", id=f"many-{n}") for n in range(1000)]
    copies = [copy.deepcopy(notebook.cells[find(notebook, "square")]) for _ in range(1000)]
    notebook.cells[3:3] = many + copies
    restored = restore(json.dumps(notebook).encode(), Template.of(source()))
    assert_sound(restored)
    assert len(restored.notebook.cells) == len(notebook.cells)
