"""docs/coverage.md is whole, and all that it names is there."""

import ast
import re

import pytest
from bank import SUBMISSIONS, read, submissions
from conftest import ASSIGNMENTS, ROOT

from isocenter import lessons

DOCS = ROOT / "docs"
PAGE = (DOCS / "coverage.md").read_text(encoding="utf-8")
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def section(title):
    """Return what stands below a second-level heading."""
    return re.split(r"^## ", PAGE.split(f"\n## {title}\n")[1], flags=re.MULTILINE)[0]


def rows(title):
    """Return the rows of a section's tables, without their heads: lists of cells."""
    lines = [line for line in section(title).splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    heads = {index - 1 for index, row in enumerate(cells) if set(row[0]) == {"-"}}
    return [row for i, row in enumerate(cells) if i not in heads and i - 1 not in heads]


def linked(text, folder):
    """Return (words, path) of each link that leads into a folder of the repository."""
    found = [(words, (DOCS / target).resolve()) for words, target in LINK.findall(text)]
    return [(words, path) for words, path in found if path.is_relative_to(ROOT / folder)]


def numbers_in(doc):
    """Return the numbers of the misconceptions that a docstring names."""
    lists = re.findall(r"\(misconceptions? ((?:\d+(?:, | and )?)+)\)", doc)
    return {int(number) for found in lists for number in re.findall(r"\d+", found)}


@pytest.fixture(scope="module")
def bank():
    """Return {path: (submission, its exercise's hidden tests that are worth something)}."""
    found = {}
    for assignment in ASSIGNMENTS:
        notebook = read(assignment)
        worth = {
            lessons.grade_id(cell): lessons.grading(cell)["points"] or lessons.extra_credit(cell)
            for cell in notebook.cells
            if lessons.is_hidden_test(cell)
        }
        for exercise in lessons.exercises(notebook):
            graded = {test for test in exercise.hidden if worth[test]}
            for submission in submissions(assignment, exercise.grade_id):
                found[submission.path.resolve()] = submission, graded
    return found


@pytest.fixture(scope="module")
def docs(bank):
    """Return {path: docstring on one line} of the whole bank."""
    trees = {path: ast.parse(submission.code) for path, (submission, _) in bank.items()}
    return {path: " ".join(ast.get_docstring(tree).split()) for path, tree in trees.items()}


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        pytest.param("Errors of the tutorial", [str(n) for n in range(1, 40)], id="errors"),
        pytest.param("Misconceptions", [str(n) for n in range(1, 107)], id="misconceptions"),
        pytest.param("Right, but unusual", [f"R{n}" for n in range(1, 26)], id="right forms"),
    ],
)
def test_every_entry_stands_there_once_and_in_order(title, wanted):
    assert [row[0] for row in rows(title)] == wanted


def test_every_code_cell_of_the_tutorial_stands_there_once_and_in_order():
    steps = [row[0] for row in rows("Steps of the tutorial")]
    assert [step for step in steps if step != "text"] == [f"cell {n}" for n in range(1, 25)]


def test_no_cell_of_a_table_is_empty():
    assert [line for line in PAGE.splitlines() if re.search(r"\|\s*\|", line)] == []


def test_every_file_that_it_names_is_there():
    targets = {target for _, target in LINK.findall(PAGE)}
    assert [target for target in sorted(targets) if not (DOCS / target).is_file()] == []


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_every_exercise_and_heading_that_it_names_is_in_the_lesson(assignment):
    notebook = read(assignment)
    names = {f"`{lessons.grade_id(cell)}`" for cell in notebook.cells if lessons.grade_id(cell)}
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    headings = set(re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE))
    used = {words for words, _ in linked(PAGE, f"lessons/{assignment}")}
    assert used - names - headings == set()


def test_a_link_to_the_bank_says_where_it_leads():
    links = linked(PAGE, "tests/submissions")
    wrong = [words for words, path in links if words != f"`{path.parts[-3]}/{path.stem}`"]
    assert wrong == []


@pytest.mark.parametrize("row", rows("Errors of the tutorial"), ids=lambda row: row[0])
def test_an_error_is_taught_and_its_wrong_form_loses_points(row, bank):
    _, _, taught, guard = row
    assert linked(taught, "lessons") or linked(guard, "lessons")
    files = linked(guard, "tests/submissions")
    assert files or guard.startswith("Shown")
    for words, path in files:
        submission, graded = bank[path]
        assert submission.kind in ("wrong_answer", "run_time_error"), words
        assert submission.fails & graded, words


@pytest.mark.parametrize("row", rows("Misconceptions"), ids=lambda row: row[0])
def test_a_misconception_has_the_files_that_name_it_or_a_reason(row, bank, docs):
    number, _, entry = row
    named = {path for path, doc in docs.items() if int(number) in numbers_in(doc)}
    files = {path for _, path in linked(entry, "tests/submissions")}
    wrong = {path for path in files if bank[path][0].kind != "accepted"}
    assert wrong == named, f"docs/coverage.md, entry {number}: its files are those that name it"
    assert files or (entry.startswith("Not applicable") and linked(entry, "lessons"))


@pytest.mark.parametrize("row", rows("Right, but unusual"), ids=lambda row: row[0])
def test_an_unusual_form_is_accepted_or_the_contract_decides_against_it(row, bank):
    entry = row[2]
    files = [path for _, path in linked(entry, "tests/submissions")]
    assert files
    if not entry.startswith("The contract"):
        assert {bank[path][0].kind for path in files} == {"accepted"}


def test_no_file_of_the_bank_names_a_number_that_is_not_listed(docs):
    for path, doc in docs.items():
        said = {int(number) for number in re.findall(r"misconceptions? (\d+)", doc)}
        assert said <= numbers_in(doc) <= set(range(1, 107)), path.relative_to(SUBMISSIONS)
