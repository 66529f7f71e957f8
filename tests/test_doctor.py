"""`isocenter doctor`: what a machine can do, and which tests see that answers run elsewhere."""

import nbformat
import pytest
from conftest import copy_course
from nbformat.v4 import new_code_cell

from isocenter import cli
from isocenter.engine import rights

ANSWER = {"grade": False, "solution": True, "locked": False, "task": False}
TEST = {"grade": True, "solution": False, "locked": True, "task": False, "points": 2}
CELLS = {
    "f": "class Point:\n    def __eq__(self, other):\n        return True\n\n\n"
    "def f(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION",
    "plain": "assert f(2) == 4",
    "warns": "import warnings\nwarnings.warn('old')",
    "source_text": "import inspect\n\nassert 'return' in inspect.getsource(f)",
    "own_object": "### BEGIN HIDDEN TESTS\nassert Point() == 3\n### END HIDDEN TESTS",
    "part": "import types\n\n1.5 if isinstance(f, types.FunctionType) else 2.0",
    "wrong": "assert f(2) == 5, 'not [5]'",
}


@pytest.fixture
def root(tmp_path, monkeypatch):
    """Return a course with an assignment of a few cells, and go there."""
    root = copy_course(tmp_path, ["affines"])
    cells = []
    for name, text in CELLS.items():
        flags = {"grade_id": name, "schema_version": 3, **(ANSWER if name == "f" else TEST)}
        cells.append(new_code_cell(text, metadata={"nbgrader": flags}))
    metadata = {"kernelspec": {"name": "python3", "language": "python", "display_name": "P"}}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=metadata)
    (root / "source/affines/affines.ipynb").write_text(nbformat.writes(notebook))
    monkeypatch.chdir(root)
    return root


def test_tests_that_see_the_boundary_are_named(root, capsys):
    assert cli.main(["doctor", "affines"]) == 1
    said = capsys.readouterr().out
    for cell, nbgrader, engine in (
        ("own_object", "passed", "Refused: a test cannot compare a student's Point with int"),
        ("source_text", "passed", "TypeError: "),
        ("part", "1.5 of 2 points", "passed"),
        ("wrong", "AssertionError: not [5]", "AssertionError: not [5]"),
    ):
        told = f"{cell} (affines.ipynb)\n  nbgrader  {nbgrader}\n  engine    {engine}"
        assert told in said
    assert "affines: 6 tests of the reference solutions" in said
    assert "3 of 6 see that answers run in a process of their own" in said
    assert "1 of 6 fail both ways" in said
    assert "plain (" not in said
    assert "warns (" not in said
    assert not (root / "autograded" / "solved").exists()
    assert not (root / "gradebook.db").exists()


def test_an_assignment_without_a_source(root, capsys):
    (root / "source/affines/affines.ipynb").unlink()
    assert cli.main(["doctor", "affines"]) == 2
    assert "affines was never built in this folder" in capsys.readouterr().err


def test_what_this_machine_can_do(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)  # outside of any course
    found = {level: "" if level is rights.Level.BASIC else "no such call" for level in rights.Level}
    monkeypatch.setattr(rights, "survey", lambda: found)
    assert cli.main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert "yes  rights: basic      reached" in said
    assert "no   rights: strict     no such call" in said
    assert "has 1 thread\n" in said


def test_a_machine_that_cannot_grade(monkeypatch, capsys):
    monkeypatch.setattr(rights, "survey", lambda: dict.fromkeys(rights.Level, "on Linux alone"))
    assert cli.main(["doctor"]) == 1
    assert "nothing can be graded" in capsys.readouterr().out
