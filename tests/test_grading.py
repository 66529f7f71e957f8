"""Grading a class: what happens around nbgrader's own steps."""

import fcntl

import nbformat
import pytest
from conftest import copy_course, hand_in

from isocenter import build, cli, course, grading
from isocenter.errors import CourseError
from isocenter.grading import filling, store


def test_an_assignment_that_this_folder_never_built(tmp_path, monkeypatch, capsys):
    root = copy_course(tmp_path, ["affines"])  # as after `git clone`: source/, and no gradebook
    hand_in(root, "amy", None, "affines", "{}")
    monkeypatch.chdir(root)
    assert cli.main(["grade", "affines"]) == 2
    assert "never built in this folder: run `isocenter build affines`" in capsys.readouterr().err


def test_a_second_run_at_the_same_time_is_refused(tmp_path):
    root = copy_course(tmp_path, ["affines"])
    here = course.read(root / "course.toml")
    build.build(here, [], solutions=False)
    with (store.folder(root) / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(CourseError, match="are being graded by another command"):
            list(grading.grade(here.root, [("amy", "affines")]))


def test_a_worse_hand_in_takes_the_earlier_score_back_and_says_so(tmp_path):
    root = copy_course(tmp_path, ["affines"])
    here = course.read(root / "course.toml")
    build.build(here, [], solutions=False)
    released = nbformat.read(root / "release" / "affines" / "affines.ipynb", as_version=4)
    path = hand_in(root, "amy", released, "affines")
    twice = [("amy", "affines")] * 2
    assert [result.is_graded for result in grading.grade(here.root, twice)] == [True]
    path.write_text("torn")
    (result,) = grading.grade(here.root, [("amy", "affines")])
    assert "is not JSON" in result.reason
    assert result.notes == ("an earlier hand-in's score was taken out of the gradebook: 0",)


def cell(*outputs):
    return nbformat.v4.new_code_cell("", outputs=list(outputs))


STDERR = nbformat.v4.new_output("stream", name="stderr", text="\n")
ERROR = nbformat.v4.new_output("error", ename="E", evalue="wrong\nmore", traceback=[])


@pytest.mark.parametrize(
    ("failed", "words"),
    [
        (cell(STDERR), "something was written to stderr"),
        (cell(STDERR, ERROR), "wrong\nmore"),
        (cell(), "partial credit"),
        (nbformat.v4.new_markdown_cell(), "no answer"),
    ],
)
def test_what_a_failed_cell_tells(failed, words):
    assert filling.told(failed) == words


@pytest.mark.parametrize("days", ["nan", "inf", "-1", "1e9"])
def test_an_extension_is_a_number_of_days(tmp_path, monkeypatch, capsys, days):
    monkeypatch.chdir(copy_course(tmp_path, ["affines"]))
    assert cli.main(["extend", "affines", "amy", f"--days={days}"]) == 2
    assert "write a number from 0 to 3650" in capsys.readouterr().err


def test_words_of_a_hand_in_do_not_steer_the_terminal(capsys):
    from isocenter import screen
    from isocenter.results import Result

    result = Result("a\x1b[2J", "affines", "[bold]\x1b]0;x\x07 andr\udce9")
    screen.details(screen.console(), [result])
    printed = capsys.readouterr().out
    assert "\x1b" not in printed
    assert "[bold]?]0;x? andr?" in printed
