"""One graded test, run again with what it asked."""

import nbformat
import pytest
from conftest import copy_course, hand_in

from isocenter import build, cli, course, grading

ASKED = ("name rotation_z ->", "rotation_z(-0.3) -> array (3, 3) float64")


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Return the folder of a course in which one student's empty notebook was graded."""
    root = copy_course(tmp_path_factory.mktemp("replay"), ["affines"])
    here = course.read(root / "course.toml")
    build.build(here, [], solutions=False)
    notebook = nbformat.read(root / "release/affines/affines.ipynb", as_version=4)
    source = nbformat.read(here.source("affines"), as_version=4)
    answers = {cell.id: cell.source for cell in source.cells}
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "zooms_and_rotations":
            cell.source = answers[cell.id].replace("return", "return 2 *")
    hand_in(root, "zoe", notebook, "affines")
    assert [result.is_graded for result in grading.grade(here.root, [("zoe", "affines")])] == [True]
    return root


@pytest.mark.parametrize(
    "name", ["zooms_and_rotations_y", "affines/zooms_and_rotations_y"], ids=["alone", "in full"]
)
def test_a_test_is_shown_with_what_it_asks(graded, monkeypatch, capsys, name):
    monkeypatch.chdir(graded)
    before = {path: path.read_bytes() for path in graded.rglob("*") if path.is_file()}
    assert cli.main(["replay", "zoe", name]) == 0
    told = capsys.readouterr().out
    assert "def zooms_and_rotations_y" in told
    for words in ASKED:
        assert words in told
    assert "failed" in told
    changed = [path.name for path in before if path.read_bytes() != before[path]]
    assert changed == []


@pytest.mark.parametrize(
    ("student", "name", "words"),
    [
        ("zoe", "zooms_and_rotation_y", "there is zooms_and_rotations_y or"),
        ("zoe", "time_series/as_4d_plain", "nothing of zoe has been graded in time_series"),
        ("amy", "zooms_and_rotations_y", "there is no such student"),
    ],
    ids=["misspelt", "another assignment", "nobody"],
)
def test_what_is_not_there(graded, monkeypatch, capsys, student, name, words):
    monkeypatch.chdir(graded)
    assert cli.main(["replay", student, name]) == 2
    assert words in capsys.readouterr().err
