"""The lessons' text: sound, and all that CURRICULUM asks of their form."""

import ast
import re
import sys

import nbformat
import pytest
from bank import read
from conftest import ASSIGNMENTS, ROOT

from isocenter import course, lessons

ALLOWED = {"numpy", "scipy", "matplotlib", "nibabel", "nilearn"} | sys.stdlib_module_names


def cells(notebook, wanted):
    return [cell for cell in notebook.cells if wanted(cell)]


def imported(source):
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module.split(".")[0])
    return names


def test_course_toml_names_the_lessons():
    assert sorted(course.read(ROOT / "course.toml").assignments) == ASSIGNMENTS


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_lesson_is_sound(assignment):
    points = course.read(ROOT / "course.toml").assignments[assignment].points
    assert lessons.problems(read(assignment), assignment, points) == []


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_every_text_survives_the_way_to_the_notebook_and_back(assignment, tmp_path):
    lesson = read(assignment)
    back = tmp_path / "back.py"
    back.write_text(lessons.write_text(lesson), encoding="utf-8")
    assert lessons.has_same_cells(lessons.read(back), lesson)


def test_setup_cell_is_the_same_in_all_lessons():
    setups = {
        cell.source
        for assignment in ASSIGNMENTS
        for cell in read(assignment).cells
        if lessons.grade_id(cell) == "setup"
    }
    assert len(setups) == 1


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_core_is_at_most_eight_exercises_and_seventy_five_minutes(assignment):
    notebook = read(assignment)
    by_id = {lessons.grade_id(cell): cell for cell in notebook.cells}
    core = [
        exercise
        for exercise in lessons.exercises(notebook)
        if any(lessons.grading(by_id[name])["points"] for name in exercise.hidden)
    ]
    assert 6 <= len(core) <= 8
    minutes = [
        int(number)
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        for number in re.findall(
            r"^### (?:Exercise|Question).*\((\d+) minutes\)", cell.source, re.M
        )
    ]
    assert len(minutes) >= len(core)
    assert sum(minutes) <= 75


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_extra_credit_and_written_answers_stay_small(assignment):
    notebook = read(assignment)
    assert sum(map(lessons.extra_credit, notebook.cells)) <= 10
    assert 0 < lessons.points(notebook)[1] <= 15


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_imports(assignment):
    for cell in cells(read(assignment), lambda cell: cell.cell_type == "code"):
        hidden = lessons.is_hidden_test(cell)
        allowed = ALLOWED | ({"isocenter"} if hidden else set())
        assert imported(cell.source) <= allowed, lessons.grade_id(cell)
        assert imported(lessons.released_source(cell)) <= ALLOWED


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_solutions_have_docstrings_and_hidden_cells_say_what_they_look_at(assignment):
    for cell in cells(read(assignment), lessons.is_solution):
        for node in ast.parse(cell.source).body:
            if isinstance(node, ast.FunctionDef):
                assert "Returns" in ast.get_docstring(node) or "Parameters" in ast.get_docstring(
                    node
                )
    for cell in cells(read(assignment), lessons.is_hidden_test):
        left = lessons.released_source(cell).strip()
        assert left.startswith("# ")
        assert all(line.startswith("#") for line in left.splitlines())


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_every_figure_has_alt_text(assignment):
    path = ROOT / "solutions" / assignment / f"{assignment}.ipynb"
    pictures = [
        (lessons.grade_id(cell), output.metadata)
        for cell in nbformat.read(path, as_version=4).cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]
    assert pictures
    for where, metadata in pictures:
        assert len(metadata.get("image/png", {}).get("alt", "")) > 20, where


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_solved_notebook_is_small_and_holds_no_address(assignment):
    path = ROOT / "solutions" / assignment / f"{assignment}.ipynb"
    assert path.stat().st_size < 3_000_000
    assert not re.search(r" at 0x[0-9a-f]{6,}", path.read_text(encoding="utf-8"))


# --- what is wrong with a lesson is said, with file and cell -------------------------------------

SOLUTION = {"grade": False, "grade_id": "f", "locked": False, "solution": True}
TEST = {"grade": True, "locked": True, "points": 0, "solution": False}
ANSWER = "def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION"
HIDDEN = "# Looks.\n### BEGIN HIDDEN TESTS\nassert f() == 1\n### END HIDDEN TESTS"


def lesson(*cells_):
    made = []
    for source, flags in cells_:
        cell = nbformat.v4.new_code_cell(source)
        if flags is not None:
            cell.metadata["nbgrader"] = {"schema_version": 3, "task": False, **flags}
        made.append(cell)
    return lessons.with_ids(nbformat.v4.new_notebook(cells=made))


SOUND = [
    (ANSWER, SOLUTION),
    ("assert True", {**TEST, "grade_id": "f_example"}),
    (HIDDEN, {**TEST, "grade_id": "f_plain", "points": 3}),
    (HIDDEN, {**TEST, "grade_id": "f_edges", "points": 2}),
]


def test_a_sound_lesson_has_no_problems():
    assert lessons.problems(lesson(*SOUND), "x.py", 5) == []


@pytest.mark.parametrize(
    ("cells_", "words"),
    [
        pytest.param(
            [*SOUND, ("assert True", {**TEST, "grade_id": "f_plain", "points": 1})],
            "x.py, cell f_plain: 2 cells have this grade_id",
            id="duplicate grade_id",
        ),
        pytest.param(
            [SOUND[0], (SOUND[1][0], TEST), *SOUND[2:]],
            "x.py, cell 2: its nbgrader metadata have no grade_id",
            id="no grade_id",
        ),
        pytest.param(
            SOUND[:1], "x.py, exercise f: no visible test cell follows it", id="no test cells"
        ),
        pytest.param(
            SOUND[:3], "x.py, exercise f: 1 hidden test cells follow it", id="one hidden test"
        ),
        pytest.param(
            [(ANSWER.replace("### END SOLUTION", ""), SOLUTION), *SOUND[1:]],
            "x.py, cell 1 (f): BEGIN SOLUTION is never closed",
            id="solution never closed",
        ),
        pytest.param(
            [*SOUND[:3], (HIDDEN.replace("### END HIDDEN TESTS", ""), SOUND[3][1])],
            "x.py, cell 4 (f_edges): BEGIN HIDDEN TESTS is never closed",
            id="hidden tests never closed",
        ),
        pytest.param(
            [*SOUND[:3], (HIDDEN.replace("### BEGIN HIDDEN TESTS", ""), SOUND[3][1])],
            "x.py, cell 4 (f_edges): END HIDDEN TESTS has no BEGIN HIDDEN TESTS before it",
            id="hidden tests never opened",
        ),
        pytest.param(
            [(ANSWER, None), *SOUND[1:]],
            "x.py, cell 1: it holds a solution, but its nbgrader metadata do not say so",
            id="solution without metadata",
        ),
        pytest.param(
            [*SOUND, (HIDDEN, None)],
            "x.py, cell 5: it holds hidden tests, but its nbgrader metadata do not make it a test",
            id="hidden tests without metadata",
        ),
        pytest.param(
            [("def f(): ...", SOLUTION), *SOUND[1:]],
            "x.py, cell 1 (f): it takes an answer, but has no BEGIN SOLUTION",
            id="no solution",
        ),
        pytest.param(
            [*SOUND[:3], (HIDDEN, {**SOUND[3][1], "grade_id": "g_edges"})],
            "x.py, exercise f: its test cell g_edges must be named f_",
            id="test of another exercise",
        ),
        pytest.param(
            [*SOUND[:3], (HIDDEN, {**SOUND[3][1], "points": 7})],
            "x.py, cell 4 (f_edges): a test is worth 0 to 6 points, not 7",
            id="too many points",
        ),
        pytest.param(
            [*SOUND[:3], (HIDDEN, {**SOUND[3][1], "points": 1})],
            "x.py: the cells add up to 4 points (4 by tests, 0 by hand), but course.toml says 5",
            id="points do not add up",
        ),
        pytest.param(
            SOUND[1:],
            "x.py, cell f_example: this test stands before any exercise",
            id="no exercise",
        ),
    ],
)
def test_a_faulty_lesson_is_told_with_file_and_cell(cells_, words):
    assert words in "\n".join(lessons.problems(lesson(*cells_), "x.py", 5))


def test_written_questions_dropped_leave_the_total_as_it_was():
    for assignment in ASSIGNMENTS:
        notebook = read(assignment)
        auto, written = lessons.points(notebook)
        left, none = lessons.points(lessons.without_written(notebook))
        assert (left, none) == (auto + written, 0)


def test_an_edited_notebook_is_told_from_a_built_one():
    notebook = lesson(*SOUND)
    assert not lessons.is_edited(notebook)
    edited = nbformat.from_dict(notebook)
    edited.cells[1].source += "\n"
    assert lessons.is_edited(edited)
    shorter = lesson(*SOUND)
    del shorter.cells[-1]
    assert lessons.is_edited(shorter)
