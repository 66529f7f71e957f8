"""Hand-ins that cannot be graded, or not as they are: one clear message each."""

import copy
import json

import nbformat
import pytest
from conftest import ROOT, hand_in

from isocenter import handins, lessons


def notebook(place):
    return nbformat.read(ROOT / place / "affines" / "affines.ipynb", as_version=4)


def find(nb, name):
    return next(n for n, cell in enumerate(nb.cells) if lessons.grade_id(cell) == name)


def inspect(path):
    before = path.read_bytes() if path.is_file() else None
    found = handins.inspect(path.parent, notebook("source"), "affines.ipynb")
    assert before is None or path.read_bytes() == before
    return found


def first(kind):
    source = notebook("source")
    return next(lessons.grade_id(cell) for cell in source.cells if kind(cell))


HIDDEN = first(lessons.is_hidden_test)
SOLUTION = first(lessons.is_solution)
WRITTEN = first(lessons.is_written)


def test_a_released_notebook_has_nothing_to_say(tmp_path):
    assert inspect(hand_in(tmp_path, "amy", notebook("release"), "affines")) == handins.HandIn()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", "affines.ipynb is empty: ask the student", id="empty"),
        pytest.param("no json", "is no notebook, it is not JSON: ask", id="not JSON"),
        pytest.param("[1, 2]", "is no notebook, though it is JSON: ask", id="JSON list"),
        pytest.param('{"a": 1}', "is no notebook, though it is JSON: ask", id="JSON object"),
        pytest.param('{"nbformat": 4, "cells": 3}', "is a broken notebook", id="no cells"),
        pytest.param(
            '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}',
            "has none of the assignment's cells",
            id="no cells of ours",
        ),
        pytest.param("[" * 100_000, "is no notebook, it is not JSON", id="nested too deep"),
    ],
)
def test_a_file_that_is_no_notebook(tmp_path, text, words):
    found = inspect(hand_in(tmp_path, "amy", None, "affines", text))
    assert f"submitted/amy/affines/affines.ipynb {words}".split("ipynb ")[1] in found.problem or (
        words in found.problem
    )
    assert found.problem.startswith("submitted/amy/affines/affines.ipynb")


def test_latin_1(tmp_path):
    path = hand_in(tmp_path, "amy", None, "affines", "x")
    path.write_bytes(b'{"caf\xe9": 1}')
    assert "it is not UTF-8 text" in inspect(path).problem


def test_nothing_handed_in(tmp_path):
    path = hand_in(tmp_path, "amy", notebook("release"), "affines")
    path.unlink()
    assert "there is no other notebook in that folder" in inspect(path).problem


def test_a_renamed_notebook_is_named(tmp_path):
    path = hand_in(tmp_path, "amy", notebook("release"), "affines")
    path.rename(path.with_name("affines (1).ipynb"))
    assert "but affines (1).ipynb: if that is the one" in inspect(path).problem


def test_too_large(tmp_path, monkeypatch):
    path = hand_in(tmp_path, "amy", None, "affines", " ")
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert "has 200 MB, more than 50: ask the student to clear" in inspect(path).problem


def test_notebook_format_3(tmp_path):
    old = nbformat.convert(notebook("release"), 3)
    found = inspect(hand_in(tmp_path, "amy", None, "affines", json.dumps(old)))
    assert "is in notebook format 3, not 4: open a copy in JupyterLab" in found.problem


def test_a_cell_twice(tmp_path):
    nb = notebook("release")
    twin = copy.deepcopy(nb.cells[find(nb, SOLUTION)])
    twin["id"] = "twin"
    nb.cells.append(twin)
    found = inspect(hand_in(tmp_path, "amy", nb, "affines"))
    assert f"holds the cell {SOLUTION} twice" in found.problem


def test_a_deleted_test_cell_is_noted(tmp_path):
    nb = notebook("release")
    del nb.cells[find(nb, HIDDEN)]
    found = inspect(hand_in(tmp_path, "amy", nb, "affines"))
    assert found.problem == ""
    assert found.notes == (f"the test cell {HIDDEN} was deleted, and was put back",)


def test_a_deleted_answer_is_noted(tmp_path):
    nb = notebook("release")
    del nb.cells[find(nb, SOLUTION)]
    found = inspect(hand_in(tmp_path, "amy", nb, "affines"))
    assert found.notes == (f"the answer cell {SOLUTION} was deleted: its tests fail",)


def test_a_deleted_written_answer_cannot_be_put_back(tmp_path):
    nb = notebook("release")
    del nb.cells[find(nb, WRITTEN)]
    found = inspect(hand_in(tmp_path, "amy", nb, "affines"))
    assert f"lacks the cell {WRITTEN}, which cannot be put back" in found.problem


def test_an_edited_test_cell_is_noted(tmp_path):
    nb = notebook("release")
    nb.cells[find(nb, HIDDEN)].source = "assert True"
    found = inspect(hand_in(tmp_path, "amy", nb, "affines"))
    assert found.notes == (
        f"the locked cell {HIDDEN} is not the present one (edited, or from an earlier release); "
        "the present one was graded",
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param(
            lambda nb: nb.metadata.update(deep=json.loads("[" * 600 + "]" * 600)),
            "is a broken notebook (maximum recursion depth",
            id="nested deep",
        ),
        pytest.param(
            lambda nb: nb.update(nbformat_minor="five"), "is a broken notebook", id="minor format"
        ),
        pytest.param(
            lambda nb: nb.cells[find(nb, HIDDEN)].metadata.nbgrader.update(grade=False),
            f"settings of the cell {HIDDEN} were changed",
            id="no test any more",
        ),
        pytest.param(
            lambda nb: nb.cells[find(nb, HIDDEN)].metadata.nbgrader.update(schema_version=1),
            f"settings of the cell {HIDDEN} were changed",
            id="old settings",
        ),
    ],
)
def test_a_notebook_that_nbgrader_would_stop_at(tmp_path, change, words):
    nb = notebook("release")
    change(nb)
    assert words in inspect(hand_in(tmp_path, "amy", None, "affines", json.dumps(nb))).problem


@pytest.mark.parametrize("minor", range(6))
def test_every_minor_format_and_list_of_lines_is_fine(tmp_path, minor):
    nb = notebook("release")
    nb.nbformat_minor = minor
    for cell in nb.cells:
        cell.source = cell.source.splitlines(keepends=True)
        if minor < 5:
            del cell["id"]
    found = inspect(hand_in(tmp_path, "amy", None, "affines", json.dumps(nb)))
    assert found == handins.HandIn()


@pytest.mark.parametrize("name", ["*", "a[b]", " amy", "a\nb", "andr\udce9"])
def test_a_name_that_nbgrader_cannot_work_with(tmp_path, name):
    path = hand_in(tmp_path, name, notebook("release"), "affines")
    assert "nbgrader cannot work with a student's name" in inspect(path).problem


def test_links_are_not_followed(tmp_path):
    bob = hand_in(tmp_path, "bob", notebook("release"), "affines")
    (tmp_path / "submitted" / "amy" / "affines").mkdir(parents=True)
    notebook_link = tmp_path / "submitted" / "amy" / "affines" / "affines.ipynb"
    notebook_link.symlink_to(bob)
    words = "submitted/amy/affines/affines.ipynb is a symbolic link"
    assert inspect(notebook_link).problem.startswith(words)
    (tmp_path / "submitted" / "eve").mkdir()
    (tmp_path / "submitted" / "eve" / "affines").symlink_to(bob.parent)
    found = inspect(tmp_path / "submitted" / "eve" / "affines" / "affines.ipynb")
    assert found.problem.startswith("submitted/eve/affines is a symbolic link")
    (bob.parent / "passwords.txt").symlink_to("/etc/passwd")
    assert "submitted/bob/affines/passwords.txt is a symbolic link" in inspect(bob).problem


def test_a_copy_that_jupyter_made_is_not_offered(tmp_path):
    path = hand_in(tmp_path, "amy", notebook("release"), "affines")
    (path.parent / ".ipynb_checkpoints").mkdir()
    path.rename(path.parent / ".ipynb_checkpoints" / "affines-checkpoint.ipynb")
    assert "there is no other notebook" in inspect(path).problem


@pytest.mark.parametrize("text", [b"yesterday", b"\xff\xfe"])
def test_a_time_that_cannot_be_read(tmp_path, text):
    path = hand_in(tmp_path, "amy", notebook("release"), "affines")
    path.with_name("timestamp.txt").write_bytes(text)
    assert "submitted/amy/affines/timestamp.txt holds no time" in inspect(path).problem
    path.with_name("timestamp.txt").write_text("2027-03-03 10:00:00 UTC\n")
    assert inspect(path) == handins.HandIn()
