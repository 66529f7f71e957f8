"""A small assignment, the hand-in of somebody who answered it, and ways to damage that."""

import copy

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell

from isocenter.restore.template import slots, without_answers

KINDS = {
    "answer": {"grade": False, "solution": True, "locked": False, "task": False},
    "test": {"grade": True, "solution": False, "locked": True, "task": False, "points": 2},
    "written": {"grade": True, "solution": True, "locked": False, "task": False, "points": 1},
    "locked": {"grade": False, "solution": False, "locked": True, "task": False},
    "task": {"grade": False, "solution": False, "locked": True, "task": True, "points": 1},
}
SQUARE = "def square(x):\n    ### BEGIN SOLUTION\n    return x * x\n    ### END SOLUTION"
HIDDEN = (
    "assert square(2) == 4\n### BEGIN HIDDEN TESTS\nassert square(3) == 9\n### END HIDDEN TESTS"
)
CELLS = [
    ("markdown", "# Squares", None, ""),
    ("code", "import math", "locked", "setup"),
    ("code", "print('an example')", None, ""),
    ("markdown", "## One", None, ""),
    ("code", SQUARE, "answer", "square"),
    ("code", "assert square", "test", "square_example"),
    ("code", HIDDEN, "test", "square_hidden"),
    ("markdown", "## Two", None, ""),
    ("code", "three = 3", "answer", "three"),
    ("code", "assert three == 3", "test", "three_test"),
    ("markdown", "Why?", "locked", "why_question"),
    ("markdown", "Because.", "written", "why"),
    (
        "markdown",
        "Do something.\n=== BEGIN MARK SCHEME ===\nany\n=== END MARK SCHEME ===",
        "task",
        "do",
    ),
    ("code", "assert math", "test", "last"),
]
ANSWERS = {
    "square": "def square(x):\n    return x**2",
    "three": "three = 1 + 2",
    "why": "I think so.",
}
NAMES = [name for *_, name in CELLS if name]
LOCKED = frozenset(NAMES) - frozenset(ANSWERS)


def source():
    """Return the assignment with solutions and hidden tests."""
    cells = []
    for number, (kind, text, role, name) in enumerate(CELLS):
        make = new_code_cell if kind == "code" else new_markdown_cell
        cell = make(text, id=f"cell-of-source-{number}")
        if role:
            cell.metadata["nbgrader"] = {"grade_id": name, "schema_version": 3, **KINDS[role]}
        cells.append(cell)
    metadata = {"kernelspec": {"name": "python3", "language": "python", "display_name": "P"}}
    return nbformat.v4.new_notebook(cells=cells, metadata=metadata)


def released():
    """Return what students get."""
    graded = without_answers(source())
    given = copy.deepcopy(graded)
    for cell, slot in zip(given.cells, slots(graded), strict=True):
        cell.source = slot.given
    return given


def answered():
    """Return what a student hands in who answered everything."""
    notebook = released()
    for cell in notebook.cells:
        cell.source = ANSWERS.get(name_of(cell), cell.source)
    return notebook


def name_of(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def find(notebook, name):
    return next(n for n, cell in enumerate(notebook.cells) if name_of(cell) == name)


def delete(*names):
    def damage(notebook):
        notebook.cells = [cell for cell in notebook.cells if name_of(cell) not in names]

    return damage


def insert(name, *cells, after=1):
    """Put cells of the student's behind a cell, or before it."""

    def damage(notebook):
        place = find(notebook, name) + after
        notebook.cells[place:place] = copy.deepcopy(cells)

    return damage


def twin(name, text=None, before=None):
    """Copy a cell, with another text, to before another one; by default to the end."""

    def damage(notebook):
        cell = copy.deepcopy(notebook.cells[find(notebook, name)])
        cell["id"] = f"the-copy-of-{name}"
        cell.source = cell.source if text is None else text
        place = len(notebook.cells) if before is None else find(notebook, before)
        notebook.cells.insert(place, cell)

    return damage


def strip(*names, ids=True):
    """Take metadata, and ids, off the cells of these names; all without names."""

    def damage(notebook):
        for number, cell in enumerate(notebook.cells):
            if not names or name_of(cell) in names:
                cell.metadata = nbformat.from_dict({})
                cell["id"] = f"new-id-of-{number}" if ids else cell["id"]

    return damage


def both(*damages):
    def damage(notebook):
        for one in damages:
            one(notebook)

    return damage
