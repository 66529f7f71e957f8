"""The same scores as stock nbgrader's: every cell of every hand-in, but for the listed mends.

`make test-whole` grades a sample; `ISOCENTER_ALL_TESTS=1 make test-whole` all that stands here.
"""

import os
import shutil
from dataclasses import dataclass

import bank
import nbformat
import pytest
import stock_side
from bank_engine import in_engine
from conftest import ASSIGNMENTS, ROOT, copy_course
from stock_side import FILES, GUIDE, PARTS

from isocenter import build, demo, grading, lessons
from isocenter import course as courses

ALL = bool(os.environ.get("ISOCENTER_ALL_TESTS"))
LIST = (ROOT / "docs" / "differences-from-nbgrader.md").read_text(encoding="utf-8")
RELEASED = "the students' version"
TESTS_FILES = [
    *("unchanged", "changed", "cheat-attempt", "cheat-attempt-alternative", "grade-cell-changed"),
    "locked-cell-changed",
]
SQUARES_FILES = [
    *("test", "test-with-output", "test-v0", "test-v0-invalid", "test-v1", "test-v2"),
    *("test-no-metadata", "test-hidden-tests"),
]
SQUARES = """
def squares(n):
    import warnings

    {first}
    if n < 1:
        raise ValueError
    return {gives}
"""
# Answers to the quickstart's exercise, put into what students get.
ANSWERS = {
    "generator": {
        "squares": SQUARES.format(first="", gives="(i**2 for i in range(1, n + 1))"),
        "sum_of_squares": "def sum_of_squares(n):\n    return sum(i**2 for i in range(1, n + 1))",
    },
    "warns": {
        "squares": SQUARES.format(
            first="warnings.warn('old')", gives="[i**2 for i in range(1, n + 1)]"
        )
    },
    "equals-all": {
        "squares": "class Equal(list):\n    def __eq__(self, other):\n        return True\n\n\n"
        + SQUARES.format(first="", gives="Equal([5])")
    },
    "dies": {"sum_of_squares": "import os\nos._exit(1)"},
}


@dataclass(frozen=True)
class Case:
    """An assignment of nbgrader's own: its files, who hands in which, and who is in the sample."""

    name: str
    source: dict
    handed_in: dict
    sample: frozenset = frozenset()

    def students(self):
        """Return {student: files} of those that are graded this time."""
        return {name: files for name, files in self.handed_in.items() if ALL or name in self.sample}


def one(*paths):
    """Return a hand-in of each of these files, under the one name that its assignment has."""
    return {path.stem.removeprefix("submitted-"): {"p1.ipynb": path} for path in paths}


def guide(folder):
    """Return the two notebooks of the quickstart's assignment, from a folder of the guide."""
    names = ("problem1.ipynb", "problem2.ipynb", "jupyter.png")
    return {name: path for name in names if (path := GUIDE / folder / name).is_file()}


def autotest(kind, *changes):
    path = FILES / f"autotest-{kind}.ipynb"
    files = [path, *(FILES / f"autotest-{kind}-{change}.ipynb" for change in changes)]
    return Case(f"auto_{kind}", {"p1.ipynb": path}, one(*files))


def alone(name, path, *others):
    """Return a case of one file that is handed in as it is."""
    return Case(name, {"p1.ipynb": path}, one(path, *others))


EXAMPLES = {name: guide(f"submitted/{name}/ps1") for name in ("bitdiddle", "hacker")}
CASES = [
    Case(
        "quickstart",
        guide("source/ps1"),
        EXAMPLES | {"solved": guide("source/ps1"), "untouched": RELEASED} | ANSWERS,
        {"bitdiddle", "generator", "equals-all"},
    ),
    Case(
        "quickstart_autotest",
        guide("source/ps1_autotest"),
        EXAMPLES | {"solved": guide("source/ps1_autotest"), "untouched": RELEASED},
    ),
    Case(
        "changed",
        {"p1.ipynb": FILES / "submitted-unchanged.ipynb"},
        one(*(FILES / f"submitted-{name}.ipynb" for name in TESTS_FILES))
        | one(
            *(PARTS / f"submitted-{kind}-cell-type-changed.ipynb" for kind in ("answer", "grade"))
        ),
        {"changed", "answer-cell-type-changed"},
    ),
    Case(
        "squares",
        {"p1.ipynb": FILES / "test.ipynb"},
        one(*(FILES / f"{name}.ipynb" for name in SQUARES_FILES)),
        {"test-v2", "test-no-metadata"},
    ),
    alone("hidden", FILES / "test-hidden-tests.ipynb", FILES / "test.ipynb"),
    alone("task", PARTS / "test_taskcell.ipynb", FILES / "test.ipynb"),
    alone("no_points", FILES / "validation-zero-points.ipynb"),
    alone("by_hand", PARTS / "manually-graded-code-cell.ipynb"),
    alone("variable", FILES / "validating-environment-variable.ipynb"),
    alone("file", FILES / "open_relative_file.ipynb"),
    autotest("simple", "unchanged", "changed"),
    autotest("hashed", "unchanged", "changed"),
    autotest("hidden", "unchanged", "changed-right", "changed-wrong"),
    autotest("multi", "unchanged", "changed"),
]
GRADED = [case for case in CASES if case.students()]

# What the two give otherwise, by assignment and student: the line of the list that says so, and
# what ours gives.
FULL = {
    "correct_squares": (1, False),
    "squares_invalid_input": (1, False),
    "correct_sum_of_squares": (0.5, False),
    "sum_of_squares_uses_squares": (0.5, False),
}
BY_HAND = {"sum_of_squares_equation": (None, True), "sum_of_squares_application": (None, True)}
OLD = ("flags, points, checksum or `schema_version` changed", FULL | BY_HAND)
TURNED = (
    "a code cell made a text cell, or the other way",
    {"foo": (1, False), **dict.fromkeys(("bar", "baz", "quux"), (0, False))},
)
DEAD = {
    **dict.fromkeys(("correct_squares", "squares_invalid_input"), (0, False)),
    **dict.fromkeys(("correct_sum_of_squares", "sum_of_squares_uses_squares"), (None, True)),
    **dict.fromkeys(("sum_of_squares_equation", "sum_of_squares_application"), (0, False)),
    **dict.fromkeys(("part-a", "part-b"), (0, False)),
    "cell-938593c4a215c6cc": (None, True),
}
DELETED = ("a test cell deleted", {"cell-6e9ff83aa5dfaf17": (0, False)})
MENDS = {
    ("squares", "test-v0"): OLD,
    ("squares", "test-v0-invalid"): OLD,
    ("squares", "test-v1"): OLD,
    ("squares", "test-v2"): OLD,
    ("squares", "test-no-metadata"): ("metadata stripped, all or some", FULL),
    ("hidden", "test"): ("a cell of another lesson pasted in, with its metadata", FULL),
    ("changed", "answer-cell-type-changed"): TURNED,
    ("changed", "grade-cell-type-changed"): TURNED,
    ("quickstart_autotest", "bitdiddle"): DELETED,
    ("quickstart_autotest", "hacker"): DELETED,
    ("quickstart", "equals-all"): ("tests", {"correct_squares": (0, False)}),
    ("quickstart", "dies"): ("the student's process dies", DEAD),
    ("quickstart", "warns"): (
        "a warning, or anything else on stderr",
        dict.fromkeys(("correct_squares", "squares_invalid_input"), (1, False)),
    ),
}


@pytest.fixture(scope="module")
def settings(data):
    """Return what the engine is started with: once for all, as that takes seconds."""
    seed = courses.read(ROOT / "course.toml").cohort_seed
    return {
        "readable": [f"{data}"],
        "environment": {"ISOCENTER_DATA": f"{data}"},
        "secrets": {"ISOCENTER_COHORT_SEED": f"{seed}"},
    }


@pytest.fixture(scope="module")
def nbgraders(tmp_path_factory):
    """Return a folder with all of nbgrader's assignments, ready to be handed in."""
    root = tmp_path_factory.mktemp("nbgraders") / "course"
    root.mkdir()
    shutil.copyfile(FILES / "autotests.yml", root / "autotests.yml")
    for case in GRADED:
        stock_side.copy(root / "source" / case.name, case.source)
        stock_side.release(root, case.name)
    return root


@pytest.mark.parametrize("case", GRADED, ids=lambda case: case.name)
def test_assignments_of_nbgraders_own(nbgraders, case, settings):
    released = nbgraders / "release" / case.name
    for student, files in case.students().items():
        if files is RELEASED or student in ANSWERS:
            files = {path.name: path for path in released.glob("*.ipynb")}
        folder = nbgraders / "submitted" / student / case.name
        stock_side.copy(folder, files)
        for path in folder.glob("*.ipynb"):
            stock_side.put(path, path, ANSWERS.get(student, {}))
    stock, ours = stock_side.both(nbgraders, case.name, **settings)
    found = stock_side.differences(stock, ours)
    listed = {name for assignment, name in MENDS if assignment == case.name}
    for student in case.students():
        line, gives = MENDS.get((case.name, student), ("", {}))
        differs = {cell: got for (name, _, cell), (_, got) in found.items() if name == student}
        differs.pop(None, None)  # that stock nbgrader did not grade it at all
        assert differs == gives
        assert (student in listed) == bool(differs)
        assert f"\n| {line} |" in LIST or not line


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return this course, built but for its solutions."""
    here = courses.read(copy_course(tmp_path_factory.mktemp("lessons")) / "course.toml")
    build.build(here, [], solutions=False)
    return here


def wrong_answers(assignment, notebook):
    """Return sets of answers, each of one wrong one an exercise: every hidden test fails in one."""
    sets = []
    for exercise in lessons.exercises(notebook):
        known = bank.submissions(assignment, exercise.grade_id)
        wrong = [answer for answer in known if answer.kind == "wrong_answer"]
        left, number = set(exercise.hidden), 0
        while left:
            best = max(wrong, key=lambda answer: len(answer.fails & left))
            sets += [{}] * (number == len(sets))
            sets[number] = sets[number] | {exercise.grade_id: best.code}
            left, number = left - best.fails, number + 1
    return sets


def whole_bank(assignment, notebook):
    """Return sets of answers that hold the whole bank, one an exercise, but for endless loops."""
    answers = {
        exercise.grade_id: [
            one.code
            for one in bank.submissions(assignment, exercise.grade_id)
            if one.kind != "time_limit"
        ]
        for exercise in lessons.exercises(notebook)
    }
    return [
        {name: codes[number] for name, codes in answers.items() if number < len(codes)}
        for number in range(max(map(len, answers.values())))
    ]


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_lessons(course, assignment, settings, monkeypatch):
    """Solved, untouched, and with the bank's answers to all exercises at once.

    The sample is one hand-in: solved, but for a wrong answer to every second exercise.
    """
    for name, value in (settings["environment"] | settings["secrets"]).items():
        monkeypatch.setenv(name, value)  # for nbgrader's kernel
    notebook = nbformat.read(course.source(assignment), as_version=4)
    exercises = lessons.exercises(notebook)
    solved = {one.grade_id: bank.reference(notebook, one) for one in exercises}
    wrong = wrong_answers(assignment, notebook)
    half = {one.grade_id for one in exercises[::2]}
    kinds = {"untouched": {}, "solved": solved}
    kinds |= {f"wrong-{number}": answers for number, answers in enumerate(wrong)}
    kinds |= {f"bank-{n}": answers for n, answers in enumerate(whole_bank(assignment, notebook))}
    if not ALL:
        kinds = {"mixed": solved | {name: wrong[0][name] for name in half}}
    released = course.root / "release" / assignment / f"{assignment}.ipynb"
    for student, answers in kinds.items():
        path = course.root / "submitted" / student / assignment / released.name
        stock_side.put(released, path, answers)
    stock, ours = stock_side.both(course.root, assignment, **settings)
    assert stock_side.differences(stock, ours) == {}
    cells = {lessons.grade_id(cell): lessons.grading(cell) for cell in notebook.cells}
    points = {name: flags.get("points") for name, flags in cells.items()}
    hidden = {test for one in exercises for test in one.hidden}
    passed = {key[::2] for key, (auto, _) in stock.items() if auto and auto == points[key[2]]}
    if ALL:
        failing = {key[2] for key in stock if "wrong" in key[0] and key[::2] not in passed}
        assert hidden <= failing
        worth = {name for name in hidden if points[name]}
        assert {name for student, name in passed if student == "solved"} == worth
        assert not any(student == "untouched" for student, _ in passed)
    for exercise in exercises if not ALL else ():
        tests = {("mixed", name) for name in exercise.hidden if points[name]}
        assert (tests <= passed) == (exercise.grade_id not in half or not tests)


DEMO_SAMPLE = ("demo-blank", "demo-deleted", "demo-george", "demo-henri")
DEMO_MENDS = {
    "demo-deleted": "a test cell deleted",
    "demo-import": "the student's process dies",
}


@pytest.mark.parametrize("assignment", ASSIGNMENTS if ALL else ["affines"])
def test_the_demo_class(course, assignment, settings, monkeypatch, tmp_path):
    for name, value in (settings["environment"] | settings["secrets"]).items():
        monkeypatch.setenv(name, value)  # for nbgrader's kernel
    root = tmp_path / "course"
    shutil.copytree(
        course.root, root, symlinks=True, ignore=shutil.ignore_patterns("submitted", "autograded")
    )
    here = courses.read(root / "course.toml")
    handed_in = [
        one
        for one in demo.read_class(here)
        if assignment in one.assignments and (ALL or one.name in DEMO_SAMPLE)
    ]
    for student in handed_in:
        demo._hand_in(here, student, assignment)
    stock = stock_side.by_stock(root, assignment)
    assert list(grading.grade(root, [(one.name, assignment) for one in handed_in]))
    found = stock_side.differences(stock, stock_side.scores(root, assignment))
    students = {student for student, *_ in found}
    assert students == {one.name for one in handed_in} & DEMO_MENDS.keys(), found
    assert all(f"\n| {DEMO_MENDS[student]} |" in LIST for student in students)
    for (student, _, cell), (was, now) in found.items():
        if student == "demo-deleted":
            assert (cell, was, now[1]) == ("compose_affines", (None, True), False)
            assert now[0] > 0
        elif cell is not None:  # the notebook ended at its first cell
            assert was is None
            assert now in ((None, True), (0, False))
    assert len({one.name for one in handed_in} - students) >= 3


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_bank_in_the_engine(engine, assignment):
    """Two answers of the bank, a right one and a wrong one; `bank_engine.py` runs all."""
    notebook = bank.read(assignment)
    exercise = lessons.exercises(notebook)[-1]
    known = {one.kind: one for one in bank.submissions(assignment, exercise.grade_id)}
    for kind in ("accepted", "wrong_answer"):
        problems = bank.run_exercise(notebook, exercise, known[kind].code)
        assert bank.judge(known[kind], problems) == []


@pytest.fixture(scope="module")
def engine():
    with in_engine():
        yield
