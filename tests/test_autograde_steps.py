"""nbgrader's steps of ours, as plain entries in the lists of a course's nbgrader_config.py."""

import logging
import math
import shutil
import warnings
from fractions import Fraction

import nbformat
import numpy as np
import pytest
import small_course
from damaged import KINDS, both, delete, find, insert, name_of, strip, twin
from nbgrader import preprocessors as stock
from nbgrader.converters import Autograde
from small_course import STOCK, Engine, grade, graded, outcome, scores, write
from sqlalchemy.exc import SAWarning

from isocenter import autograde, gradebooks
from isocenter.autograde import RestoreCells
from isocenter.engine.running import Side
from isocenter.grading.points import credit
from isocenter.results import Outcome

FULL = {
    "square_example": (2, False),
    "square_hidden": (2, False),
    "three_test": (2, False),
    "last": (2, False),
    "why": (None, True),
    "do": (None, True),
}
RESTORED = [RestoreCells, *STOCK]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return small_course.build(tmp_path_factory.mktemp("small"))


@pytest.fixture
def root(course, tmp_path):
    return shutil.copytree(course, tmp_path / "course")


@pytest.fixture
def engine(monkeypatch):
    engine = Engine()
    start = lambda *settings: engine  # noqa: E731
    start.cache_clear = lambda: None
    monkeypatch.setattr(autograde, "_engine", start)
    return engine


@pytest.mark.parametrize("sanitize", [STOCK, RESTORED], ids=["stock", "restored"])
def test_each_cell_runs_on_its_side(root, engine, sanitize):
    path = write(root)
    path.with_name("table.csv").write_text("1,2")
    assert grade(root, sanitize=sanitize)
    assert scores(root) == FULL
    assert [(cell.source.splitlines()[0], cell.side, cell.hidden) for cell in engine.ran] == [
        ("import math", Side.BOTH, False),
        ("print('an example')", Side.STUDENT, False),
        ("def square(x):", Side.STUDENT, False),
        ("assert square", Side.EXAMINER, False),
        ("assert square(2) == 4", Side.EXAMINER, True),
        ("three = 1 + 2", Side.STUDENT, False),
        ("assert three == 3", Side.EXAMINER, False),
        ("assert math", Side.EXAMINER, False),
    ]
    assert "assert square(3) == 9" in engine.ran[4].source
    assert "table.csv" in engine.files
    assert engine.imports == "try:\n    import math\nexcept ImportError:\n    pass"
    cell = graded(root).cells[find(graded(root), "square_hidden")]
    assert (cell.outputs[0].text, cell.execution_count) == ("run\n", 1)
    assert cell.metadata.isocenter == {"outcome": "passed", "reason": ""}


DAMAGES = {
    "deleted": delete("setup", "square_hidden", "three_test", "why", "do", "last"),
    "copied": both(twin("square_hidden", "1"), twin("square", "def square(x):\n    return 0")),
    "stripped": strip(),
    "pasted from another lesson": insert(
        "square",
        nbformat.v4.new_code_cell(
            "x = 1", metadata={"nbgrader": {"grade_id": "x", "schema_version": 3, **KINDS["test"]}}
        ),
    ),
    "flags": lambda nb: [
        cell.metadata.nbgrader.update(grade=False, solution=True, schema_version=1)
        for cell in nb.cells
        if name_of(cell)
    ],
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_hand_in_gets_its_points(root, engine, damage):
    notebook = small_course.answered()
    damage(notebook)
    write(root, notebook=notebook)
    write(root, "zoe")
    assert grade(root, sanitize=RESTORED)
    assert scores(root) == scores(root, "zoe") == FULL


def test_what_cannot_be_restored_stops_no_other_and_leaves_no_earlier_score(root, engine, caplog):
    path = write(root)
    write(root, "zoe")
    assert grade(root, sanitize=RESTORED)
    path.write_text(nbformat.writes(nbformat.v4.new_notebook()))
    assert not grade(root, sanitize=RESTORED)
    assert scores(root) == dict.fromkeys(FULL, (None, True))
    assert scores(root, "zoe") == FULL
    assert "amy/squares/squares.ipynb has none of the assignment's cells" in caplog.text


def prepared(root, *cells):
    """Return a notebook and the resources that nbgrader hands to a step."""
    write(root)
    grade(root, sanitize=[], steps=[])
    names = {"student": "amy", "assignment": "squares", "notebook": "squares"}
    names["db_url"] = small_course.coursedir(root).db_url
    resources = {"nbgrader": names, "metadata": {"path": str(root / "submitted/amy/squares")}}
    return nbformat.v4.new_notebook(cells=list(cells)), resources


def claims(name, text, **flags):
    flags = {"grade_id": name, "schema_version": 3, **KINDS["test"], **flags}
    return nbformat.v4.new_code_cell(text, metadata={"nbgrader": flags})


def test_no_word_of_a_student_runs_outside_the_students_process(root, engine):
    evil = "steal()"
    cells = [
        claims("square_hidden", evil),
        claims("square_hidden", evil, solution=True),
        claims("setup", evil, grade=False),
        claims("square", evil, locked=True),
        claims("of_another_lesson", evil),
        claims("why", evil),
        claims("do", evil),
        claims(["square_hidden"], evil),
        nbformat.v4.new_code_cell(evil, metadata={"nbgrader": "square_hidden"}),
        nbformat.v4.new_code_cell(evil, metadata={"isocenter": "x", "tags": ["skip-execution"]}),
    ]
    notebook, resources = prepared(root, *cells)
    parent = Autograde(coursedir=small_course.coursedir(root))
    autograde.Execute(parent=parent).preprocess(notebook, resources)
    sides = [cell.side for cell in engine.ran]
    assert sides == [Side.STUDENT, Side.EXAMINER, Side.BOTH] + [Side.STUDENT] * 7
    for cell in engine.ran:
        assert (cell.source == evil) == (cell.side is Side.STUDENT)
    assert set(resources["isocenter"]) == {"square_hidden"}


@pytest.mark.parametrize(
    ("said", "points", "words"),
    [
        pytest.param(outcome(), 2, "", id="nothing shown"),
        pytest.param(outcome(value=1.5), 1.5, "", id="part"),
        pytest.param(outcome(value=np.float64(0.0)), 0, "", id="NumPy's zero"),
        pytest.param(outcome(value=Fraction(1, 2)), 0.5, "", id="fraction"),
        pytest.param(outcome(value=-1), 0, "showed -1 of 2 points; 0 count", id="below 0"),
        pytest.param(outcome(value=math.inf), 2, "showed inf of 2 points; 2 count", id="above"),
        pytest.param(outcome(value=math.nan), None, "showed nan, which is no number", id="nan"),
        pytest.param(outcome(value=False), 2, "", id="False"),
        pytest.param(outcome(Outcome.FAILED, value=2), 0, "", id="value before an error"),
        pytest.param(outcome(Outcome.TIMED_OUT, reason="30 s"), 0, "", id="timed out"),
        pytest.param(outcome(Outcome.ERROR, reason="no room"), None, "no room", id="error"),
    ],
)
def test_points_of_an_outcome(said, points, words):
    got, note = credit(said.outcome, said.value, said.reason, 2.0)
    assert got == points
    assert type(got) in (float, type(None))
    assert words in note
    assert bool(note) == bool(words)


STDERR = {"output_type": "stream", "name": "stderr", "text": "UserWarning: look\n"}


def test_outcomes_and_not_outputs_decide(root, engine):
    write(root)
    engine.told = {
        "assert square": outcome(outputs=[STDERR]),
        "assert square(2) == 4": outcome(Outcome.FAILED),
        "assert three == 3": outcome(Outcome.TIMED_OUT, reason="it ran for more than 30 s"),
        "assert math": outcome(Outcome.ERROR, reason="the disk is full"),
    }
    assert grade(root)
    assert scores(root) == FULL | {
        "square_hidden": (0, False),
        "three_test": (0, False),
        "last": (None, True),
    }
    notebook = graded(root)
    late, lost = (notebook.cells[find(notebook, name)] for name in ("three_test", "last"))
    assert late.outputs[-1].evalue == "it ran for more than 30 s"
    assert (lost.outputs[-1].ename, lost.metadata.isocenter.outcome) == ("NotGraded", "error")
    assert notebook.metadata.isocenter.notes == ["last: the disk is full"]


def test_a_regrade_keeps_what_people_gave_and_nothing_else(root, engine):
    write(root)
    assert grade(root)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)
        with small_course.open_gradebook(root) as gradebook:
            place = ("squares", "squares", "amy")
            for name in ("square_hidden", "three_test"):
                gradebook.find_grade(name, *place).manual_score = 1
            gradebook.find_grade("three_test", *place).extra_credit = 0.5
            gradebook.find_grade("do", *place).needs_manual_grade = False  # a task, as graded
            gradebook.find_comment("why", *place).manual_comment = "Well said."
            gradebook.db.commit()
    engine.breaks = True
    assert grade(root)
    assert scores(root) == FULL | {"do": (None, False)} | dict.fromkeys(
        ("square_example", "square_hidden", "three_test", "last"), (None, True)
    )
    engine.breaks = False
    assert grade(root)
    reviewed = {"square_hidden": (2, True), "three_test": (2, True), "do": (None, False)}
    assert scores(root) == FULL | reviewed
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)
        with small_course.open_gradebook(root) as gradebook:
            kept = gradebook.find_grade("three_test", *place)
            assert (kept.manual_score, kept.extra_credit) == (1, 0.5)
            assert gradebook.find_comment("why", *place).manual_comment == "Well said."


def test_a_test_that_is_gone_has_no_score(root, engine):
    path = write(root)
    assert grade(root)
    notebook = small_course.answered()
    delete("three_test")(notebook)
    path.write_text(nbformat.writes(notebook))
    assert grade(root)  # nbgrader's own steps do not put it back
    assert scores(root) == FULL | {"three_test": (None, True)}


def test_a_cell_that_says_it_is_graded(root, engine):
    notebook = small_course.answered()
    notebook.cells[find(notebook, "square")].metadata.nbgrader.update(grade=True, points=50)
    write(root, notebook=notebook)
    grade(root, sanitize=[])
    assert scores(root) == FULL


def test_a_notebook_in_another_language_is_executed_by_nbgrader(root, engine, monkeypatch, caplog):
    notebook, resources = prepared(root)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)
        with small_course.open_gradebook(root) as gradebook:
            gradebook.find_notebook("squares", "squares").kernelspec = '{"language": "R"}'
            gradebook.db.commit()
    monkeypatch.setattr(stock.Execute, "preprocess", lambda self, nb, resources, km: "by nbgrader")
    with caplog.at_level(logging.WARNING):
        assert autograde.Execute().preprocess(notebook, resources) == "by nbgrader"
    assert "squares/squares is a notebook in r: it is executed by nbgrader itself" in caplog.text


def test_without_its_source_an_assignment_comes_from_the_gradebook(root, engine):
    shutil.rmtree(root / "source")
    (root / "source" / "squares").mkdir(parents=True)
    notebook = small_course.answered()
    both(delete("square_hidden", "setup"), twin("why", "Also."))(notebook)
    write(root, notebook=notebook)
    assert grade(root, sanitize=RESTORED)
    assert scores(root) == FULL
    assert [cell.hidden for cell in engine.ran].count(True) == 1


def test_scores_are_taken_back_from_those_who_have_some(root, engine):
    url = small_course.coursedir(root).db_url
    assert gradebooks.withdraw(url, "squares", "nobody") is None
    write(root)
    assert grade(root)
    assert gradebooks.withdraw(url, "squares", "amy") == 8
    assert gradebooks.withdraw(url, "squares", "amy") is None
