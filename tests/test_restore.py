"""Building the notebook that is graded from damaged ones: nothing is run here."""

import copy

import nbformat
import pytest
from damaged import (
    ANSWERS,
    LOCKED,
    NAMES,
    answered,
    both,
    delete,
    find,
    insert,
    name_of,
    source,
    strip,
    twin,
)
from nbformat.v4 import new_code_cell, new_markdown_cell

from isocenter.errors import CourseError
from isocenter.restore import Template, Unreadable, restore
from isocenter.restore.building import MISSING
from isocenter.restore.template import without_answers

GRADED = {name_of(cell): cell for cell in without_answers(source()).cells if name_of(cell)}


def damaged(damage):
    notebook = answered()
    damage(notebook)
    return notebook


def assert_sound(restored, answers=ANSWERS):
    """Assert what holds for every hand-in: the assignment's cells, and no word of the student's."""
    nbformat.validate(restored.notebook)
    cells = {name_of(cell): cell for cell in restored.notebook.cells if name_of(cell)}
    assert list(cells) == NAMES
    assert restored.trusted == LOCKED
    for name, cell in cells.items():
        assert cell.metadata == GRADED[name].metadata
        assert cell.cell_type == GRADED[name].cell_type
        if name in LOCKED:
            assert cell.source == GRADED[name].source
    assert {name: cells[name].source for name in answers} == answers
    assert sum(name_of(cell) is not None for cell in restored.notebook.cells) == len(NAMES)


def without(*names):
    """Return the answers where those of some cells are gone."""
    return ANSWERS | {name: GRADED[name].source for name in names}


def test_a_sound_hand_in_is_kept_as_it_is():
    restored = restore(answered(), Template.of(source()))
    assert_sound(restored)
    assert restored.notes == ()
    assert [cell.id for cell in restored.notebook.cells] == [cell.id for cell in source().cells]


BACK = "the {} {} was deleted, and was put back"
MENDED = [
    (delete("setup"), [BACK.format("locked cell", "setup")], "first locked cell deleted"),
    (delete("square_hidden"), [BACK.format("test cell", "square_hidden")], "test deleted"),
    (delete("last"), [BACK.format("test cell", "last")], "last cell deleted"),
    (delete("do"), [BACK.format("locked cell", "do")], "task deleted"),
    (
        delete("square_example", "square_hidden", "three_test", "last"),
        ["square_example was", "square_hidden was", "three_test was", "last was"],
        "all tests deleted",
    ),
    (lambda nb: nb.cells.reverse(), [], "reversed"),
    (
        lambda nb: nb.cells[find(nb, "square_hidden")].update(source="assert True"),
        ["the locked cell square_hidden is not the present one (edited"],
        "test edited",
    ),
    (
        lambda nb: nb.cells[find(nb, "square_hidden")].update(
            source=GRADED["square_hidden"].source
        ),
        [],
        "hidden test not taken out",
    ),
    (
        lambda nb: nb.cells[find(nb, "square_example")].update(source="assert square  \n\n"),
        [],
        "blanks added to a test",
    ),
    (twin("square_hidden"), ["square_hidden is there 2 times, as cells 7, 15"], "test copied"),
    (
        twin("square_hidden", "assert True", before="square_hidden"),
        ["number 8 was taken (the assignment's own was graded)"],
        "test copied and edited",
    ),
    (
        twin("square", GRADED["square"].source, before="square_example"),
        ["square is there 2 times", "number 5 was taken (the only one with an answer)"],
        "empty copy behind the answer",
    ),
    (
        twin("square", "def square(x):\n    return 0", before="square"),
        ["number 6 was taken (the last before the assignment's next cell)"],
        "first attempt kept before the answer",
    ),
    (
        twin("square", "def square(x):\n    return 0"),
        ["number 5 was taken (the last before the assignment's next cell)"],
        "another attempt at the end",
    ),
    (strip(), ["recognised by what they hold and where they stand: setup, square"], "stripped"),
    (strip(ids=False), ["recognised by what they hold and where they stand: setup"], "ids left"),
    (strip("square"), ["recognised by what they hold and where they stand: square"], "one bare"),
    (strip("three", "why"), ["where they stand: three, why"], "two bare"),
    (strip("three_test", "square_hidden"), ["stand: square_hidden, three_test"], "tests bare"),
    (
        lambda nb: [cell.metadata.nbgrader.update(grade_id="x") for cell in nb.cells[4:5]],
        ["where they stand: square"],
        "renamed",
    ),
    (
        lambda nb: [cell.metadata.update(tags=["skip-execution"]) for cell in nb.cells],
        [],
        "tags",
    ),
    (
        lambda nb: [
            cell.metadata.nbgrader.update(
                grade=False, solution=True, locked=False, points=99, schema_version=1, checksum="0"
            )
            for cell in nb.cells
            if name_of(cell)
        ],
        [],
        "flags",
    ),
    (
        lambda nb: [cell.metadata.update(nbgrader=["no", 1]) for cell in nb.cells[5:7]],
        ["where they stand: square_example, square_hidden"],
        "metadata of another kind",
    ),
    (lambda nb: nb.metadata.update(kernelspec={"name": "evil"}), [], "kernelspec"),
    (
        lambda nb: nb.cells.__setitem__(
            4, new_markdown_cell(ANSWERS["square"], metadata=nb.cells[4].metadata)
        ),
        [],
        "answer made a text cell",
    ),
]


@pytest.mark.parametrize(
    ("damage", "notes"), [pytest.param(*case[:2], id=case[2]) for case in MENDED]
)
def test_a_damaged_hand_in_keeps_its_answers(damage, notes):
    notebook = damaged(damage)
    before = copy.deepcopy(notebook)
    restored = restore(notebook, Template.of(source()))
    assert notebook == before
    assert_sound(restored)
    assert restored.notebook.metadata.kernelspec == source().metadata.kernelspec
    for words in notes:
        assert any(words in note for note in restored.notes), restored.notes
    assert bool(restored.notes) == bool(notes)
    again = restore(restored.notebook, Template.of(source()))
    assert (again.notebook, again.notes) == (restored.notebook, ())


def own(text="extra = 1"):
    return new_code_cell(text, id="own-cell")


PLACES = [
    (insert("setup", own(), after=0), ("# Squares", "import math"), "at the start"),
    (insert("square", own()), (ANSWERS["square"], "assert square"), "behind an answer"),
    (insert("last", own()), ("assert math", None), "at the end"),
    (
        both(insert("square", own()), delete("square")),
        (GRADED["square"].source, "assert square"),
        "where the answer was deleted: behind it",
    ),
    (
        both(insert("square", own()), delete("square_example")),
        (ANSWERS["square"], "assert square"),
        "where the test was deleted: before it",
    ),
    (
        both(insert("square", own()), delete("square", "square_example", "square_hidden")),
        (GRADED["square"].source, "assert square"),
        "where both were deleted: between",
    ),
]


@pytest.mark.parametrize(
    ("damage", "neighbours"), [pytest.param(*case[:2], id=case[2]) for case in PLACES]
)
def test_cells_of_the_student_stay_where_they_were(damage, neighbours):
    notebook = damaged(damage)
    notebook.cells[next(n for n, c in enumerate(notebook.cells) if c.id == "own-cell")].metadata = {
        "nbgrader": {"grade_id": "of_another_lesson", "grade": True, "locked": True, "points": 9},
        "tags": ["skip-execution"],
    }
    restored = restore(notebook, Template.of(source()))
    cells = restored.notebook.cells
    place = next(n for n, cell in enumerate(cells) if cell.id == "own-cell")
    assert cells[place].metadata == {}
    texts = [cell.source for cell in cells] + [None]
    assert (texts[place - 1], texts[place + 1]) == neighbours
    assert restored.trusted == LOCKED


def text(*sources):
    return [new_markdown_cell(one, id=f"own-text-{n}") for n, one in enumerate(sources)]


LOST = [
    (
        delete("square"),
        without("square"),
        ["the answer cell square was deleted, and was put back e"],
    ),
    (
        delete("why"),
        ANSWERS | {"why": f"{MISSING}\n\n{GRADED['why'].source}"},
        ["the written answer why was deleted: whoever grades it"],
    ),
    (
        both(insert("square", own(ANSWERS["square"])), delete("square")),
        ANSWERS,
        ["where they stand: square"],
    ),
    (
        both(insert("why", *text("It is", "so.")), delete("why")),
        ANSWERS | {"why": "It is\n\nso."},
        ["where they stand: why", "the answer why is put together from several"],
    ),
    (
        both(insert("three", own("one = 1"), own("two = 2")), delete("three")),
        without("three"),
        ["the answer cell three was deleted"],
    ),
    (delete(*NAMES[1:]), without(*ANSWERS), None),
]


@pytest.mark.parametrize(
    ("damage", "answers", "notes"),
    LOST,
    ids=["code", "text", "rewritten", "rewritten in two cells", "by several cells", "all but one"],
)
def test_a_deleted_answer(damage, answers, notes):
    notebook = damaged(damage)
    if notes is None:  # a locked cell alone does not make it this assignment's notebook
        with pytest.raises(Unreadable, match="none of the assignment's cells"):
            restore(notebook, Template.of(source()))
        return
    restored = restore(notebook, Template.of(source()))
    assert_sound(restored, answers)
    assert len(restored.notes) == len(notes)
    for words, note in zip(notes, restored.notes, strict=True):
        assert words in note


def test_images_in_a_written_answer_stay():
    notebook = answered()
    why = notebook.cells[find(notebook, "why")]
    why.attachments = {"a.png": {"image/png": "aGk="}, "b": {"text/html": "<script>"}}
    restored = restore(notebook, Template.of(source())).notebook
    assert restored.cells[find(restored, "why")].attachments == {"a.png": {"image/png": "aGk="}}


def test_cells_of_a_renamed_exercise_are_told_apart():
    """Two cells that hold the same stub are not told by it; by their order they are."""
    twins = source()
    for number, name in ((8, "three"), (9, "three_test")):
        cell = copy.deepcopy(twins.cells[number])
        cell.metadata.nbgrader.grade_id = f"{name}_again"
        cell["id"] = f"again-{number}-of-source"
        twins.cells.insert(number + 2, cell)
    notebook = without_answers(twins)
    answers = {"three": "three = 1 + 2", "three_again": "three = 4 - 1"}
    for cell in notebook.cells:
        cell.source = answers.get(name_of(cell), cell.source)
    strip()(notebook)
    restored = restore(notebook, Template.of(twins)).notebook
    found = {name_of(cell): cell.source for cell in restored.cells}
    assert {name: found[name] for name in answers} == answers


def test_an_assignment_with_two_cells_of_a_name_is_refused():
    twins = source()
    twins.cells[6].metadata.nbgrader.grade_id = "square"
    with pytest.raises(CourseError, match="more than one cell named square"):
        restore(answered(), Template.of(twins))
