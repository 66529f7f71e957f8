"""What strangers answered from the released notebook alone is graded as it was judged."""

import re

import bank_strangers
import pytest
from bank import read
from bank_strangers import STRANGERS, Answer, answers, check_strangers
from conftest import ASSIGNMENTS, ROOT

from isocenter import lessons

NTH = 8  # `make bank` grades all of them
CALLS_ANOTHER = """
def compose(*matrices):
    assert is_rotation(np.eye(3))  # of another exercise
    result = matrices[0]
    for one in matrices[1:]:
        result = {product}
    return result
"""
PAGE = (ROOT / "docs" / "strangers.md").read_text(encoding="utf-8")


def exercises(assignment):
    """Return {grade_id: exercise} of an assignment."""
    return {one.grade_id: one for one in lessons.exercises(read(assignment))}


def of_assignment(assignment):
    """Return the strangers' answers to an assignment, in the order of their names."""
    found = [one for name in exercises(assignment) for one in answers(assignment, name)]
    return sorted(found, key=lambda answer: answer.name)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_every_eighth_answer_is_graded_as_judged(assignment):
    notebook, known = read(assignment), exercises(assignment)
    faults = []
    for answer in of_assignment(assignment)[::NTH]:
        exercise = known[answer.path.parent.name]
        (verdict,) = check_strangers(assignment, notebook, exercise, [answer])
        faults += verdict.faults
    assert faults == []


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_every_file_is_an_answer_to_an_exercise(assignment):
    found = {answer.path for answer in of_assignment(assignment)}
    assert found == {path for path in (STRANGERS / assignment).rglob("*") if path.suffix == ".py"}


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_page_counts_what_is_there(assignment):
    claims = [answer.claim for answer in of_assignment(assignment)]
    assert min(claims.count("right"), claims.count("wrong")) >= 20
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{assignment}` "))
    counts = [int(number) for number in re.findall(r"\d+", row)[:3]]
    assert counts == [len(claims), claims.count("right"), claims.count("wrong")]
    judged = [one for one in bank_strangers.judged() if one.startswith(f"{assignment}/")]
    assert int(re.findall(r"\d+", row)[-1]) == len(judged)


@pytest.mark.parametrize(
    ("verdict", "solved", "fault"),
    [
        pytest.param("right", True, None, id="right, passes"),
        pytest.param("wrong", True, "no graded cell rejects it", id="wrong, slips through"),
        pytest.param("right", False, "rejects it", id="right, rejected"),
        pytest.param("wrong", False, None, id="wrong, caught"),
        pytest.param("open", True, None, id="open, passes"),
        pytest.param("open", False, None, id="open, rejected"),
    ],
)
def test_a_grade_that_is_not_as_judged_is_a_fault(tmp_path, verdict, solved, fault):
    folder = tmp_path / "compose"
    folder.mkdir()
    product = "one @ result" if solved else "result @ one"
    (folder / "it.py").write_text(CALLS_ANOTHER.format(product=product))
    answer = Answer(folder / "it.py", verdict, verdict)
    exercise = exercises("affines")["compose"]
    (found,) = check_strangers("affines", read("affines"), exercise, [answer])
    assert bool(found.faults) == bool(fault)
    assert all(fault in one for one in found.faults)


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param('file = "affines/x.py"\nverdict = "open"\nreason = "r"', id="no such file"),
        pytest.param('file = "judged.toml"\nverdict = "opne"\nreason = "r"', id="no such verdict"),
        pytest.param('file = "judged.toml"\nverdict = "open"\nreason = ""', id="no reason"),
    ],
)
def test_a_misspelt_judgement_is_an_error(tmp_path, monkeypatch, entry):
    path = tmp_path / "judged.toml"
    path.write_text(f"[[answers]]\n{entry}\n")
    monkeypatch.setattr("bank_strangers.JUDGED", path)
    monkeypatch.setattr("bank_strangers.ROOT", tmp_path)
    with pytest.raises(ValueError, match=r"judged\.toml"):
        bank_strangers.judged()


def test_an_answer_that_claims_nothing_is_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr("bank_strangers.STRANGERS", tmp_path)
    monkeypatch.setattr("bank_strangers.ROOT", tmp_path)
    monkeypatch.setattr("bank_strangers.judged", dict)
    (tmp_path / "affines" / "compose").mkdir(parents=True)
    (tmp_path / "affines" / "compose" / "x.py").write_text("def compose(): ...\n")
    with pytest.raises(ValueError, match="# right"):
        answers("affines", "compose")
