"""Tests of the tests: each right answer passes, each wrong one fails where it must."""

import pytest
from bank import (
    SUBMISSIONS,
    check_answers,
    judge,
    read,
    reference,
    run_exercise,
    run_notebook,
    submissions,
)
from conftest import ASSIGNMENTS

from isocenter import lessons

EXERCISES = [
    pytest.param(assignment, exercise, id=f"{assignment}-{exercise.grade_id}")
    for assignment in ASSIGNMENTS
    for exercise in lessons.exercises(read(assignment))
]


@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_exercise(assignment, exercise):
    """The solution passes, answers without work score 0, and the bank does what its files say."""
    verdicts = list(check_answers(assignment, read(assignment), exercise))
    assert [fault for verdict in verdicts for fault in verdict.faults] == []
    kinds = [verdict.kind for verdict in verdicts]
    assert kinds.count("accepted") >= 2
    assert kinds.count("wrong_answer") >= 3


@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
@pytest.mark.parametrize("seed", ["1", "20271"])
def test_solution_passes_for_other_cohorts(assignment, exercise, seed):
    notebook = read(assignment)
    environment = {"ISOCENTER_COHORT_SEED": seed}
    answer = reference(notebook, exercise)
    problems = run_exercise(notebook, exercise, answer, environment=environment)
    assert not any(problems.values()), problems


@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_bank_holds_for_another_cohort(assignment, exercise):
    """No wrong answer is caught by the luck of one cohort's numbers, and no right one lost."""
    notebook = read(assignment)
    faults = []
    for submission in submissions(assignment, exercise.grade_id):
        if submission.kind in ("accepted", "wrong_answer"):
            environment = {"ISOCENTER_COHORT_SEED": "77"}
            problems = run_exercise(notebook, exercise, submission.code, environment=environment)
            faults += [f"{submission.name}: {fault}" for fault in judge(submission, problems)]
    assert faults == []


@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_a_raising_answer_fails_its_own_cells_alone(assignment, exercise):
    results = run_notebook(read(assignment), {exercise.grade_id: "raise RuntimeError('no answer')"})
    failed = {name or "a cell of the text" for name, problem, _ in results if problem}
    assert failed == {exercise.grade_id, exercise.example, *exercise.hidden}


def test_every_folder_of_the_bank_is_an_exercise():
    known = {
        (assignment, exercise.grade_id)
        for assignment in ASSIGNMENTS
        for exercise in lessons.exercises(read(assignment))
    }
    folders = {(path.parent.name, path.name) for path in SUBMISSIONS.glob("*/*")}
    assert folders == known


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param(
            "wrong_anwser/x.py", '"""A.\n\nfails: f_a\nsays: b\n"""', id="misspelt folder"
        ),
        pytest.param("wrong_answer/x.py", '"""A.\n\nfail: f_a\nsays: b\n"""', id="misspelt header"),
        pytest.param("wrong_answer/x.py", '"""A.\n\nfails: f_a\n"""', id="no hint"),
        pytest.param("accepted/x.py", '"""A.\n\nfails: f_a\nsays: b\n"""', id="accepted but fails"),
        pytest.param("accepted/x.txt", "", id="no Python"),
        pytest.param("accepted/x.py", "f = 1", id="no docstring"),
    ],
)
def test_a_misspelt_file_of_the_bank_is_an_error(tmp_path, monkeypatch, path, text):
    monkeypatch.setattr("bank.SUBMISSIONS", tmp_path)
    monkeypatch.setattr("bank.ROOT", tmp_path)
    file = tmp_path / "lesson" / "f" / path
    file.parent.mkdir(parents=True)
    file.write_text(text)
    with pytest.raises(ValueError, match=r"f/\w+/x"):
        submissions("lesson", "f")
