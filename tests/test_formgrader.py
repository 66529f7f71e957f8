"""What the formgrader's buttons are told; test_browser_lab.py presses them."""

import asyncio
import json
import os

import pytest

from isocenter.formgrader import commands, handlers
from isocenter.formgrader.commands import Done, answer, graded
from isocenter.results import Failure, Result

NONE = "compose, given five matrices: there is no answer yet (NotImplementedError)."
LONG = "apply, given one place: got (3,), expected shape (1, 3). Hint: a place is a row. " * 2


def told(tmp_path, result, status=0, problem=""):
    """Return what the page is told of a result."""
    path = tmp_path / "graded.json"
    path.write_text(json.dumps({"version": 1, "submissions": [result.to_json()]}))
    return graded(Done(status, "a table", problem), path)


def test_a_graded_submission_is_told_in_lines_that_fit(tmp_path):
    failures = (Failure("a", NONE), Failure("b", LONG), Failure("c", NONE))
    result = Result("zoe", "tea", score=7.5, points=90, waiting=10, penalty=1, failures=failures)
    said = told(tmp_path, result)
    assert said["success"] is True
    assert "error" not in said
    lines = said["log"].split("\n")
    assert lines[:3] == [
        "7.5 of 90 points by tests",
        "10 points wait for a person: see Manual Grading",
        "1 points taken off, because it came late",
    ]
    assert "no answer yet\n  in a, c" in said["log"]
    assert max(map(len, lines)) <= commands.WIDTH


def test_an_unchanged_submission_is_told_so(tmp_path):
    said = told(tmp_path, Result("zoe", "tea", score=1, points=2, why="unchanged"))
    assert "nothing was run again" in said["log"]


def test_a_submission_without_a_score_is_an_error_with_its_reason(tmp_path):
    said = told(tmp_path, Result("zoe", "tea", reason="tea.ipynb is torn"), status=1)
    assert said["success"] is False
    assert said["error"] == "tea.ipynb is torn"
    assert "points" not in said["log"]


def test_a_test_that_could_not_be_run_is_an_error_beside_the_score(tmp_path):
    result = Result("zoe", "tea", score=1, points=9, lost=3, errors=(Failure("a", "too much"),))
    said = told(tmp_path, result, status=1)
    assert said["error"] == "a: too much"
    assert "3 points could not be decided" in said["log"]


def test_a_command_that_came_to_nothing_says_why(tmp_path):
    done = Done(2, "", "there is no assignment tea")
    assert graded(done, tmp_path / "none.json")["error"] == "there is no assignment tea"
    assert answer(Done(-9, "", ""))["error"] == "`isocenter` ended with exit code -9"


@pytest.mark.parametrize("student", ["--force", "..", "zoë $(touch x)"])
def test_a_name_is_never_an_option_or_a_path(tmp_path, student):
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()")
    arguments = ("grade", f"--student={student}", "--", "tea")
    done = asyncio.run(commands.run(tmp_path, arguments, os.environ))
    assert done.status == 2
    assert f"submitted/{student}/tea does not exist" in done.problem
    assert not (tmp_path / "x").exists()


def test_each_address_of_ours_is_one_of_nbgraders_or_new():
    from nbgrader.server_extensions.formgrader import apihandlers

    theirs = {pattern for pattern, *_ in apihandlers.default_handlers}
    new = {pattern for pattern, _ in handlers.HANDLERS} - theirs
    assert all(pattern.startswith("/formgrader/class_report/") for pattern in new)
    assert len(handlers.HANDLERS) - len(new) == 3
