"""Taking in what was handed in: what is left out, what is mended, and why some cannot be graded."""

import os
import shutil
import socket
from dataclasses import dataclass, field
from datetime import datetime

import nbformat
import pytest
from conftest import hand_in
from damaged import answered, delete, source

from isocenter import handins
from isocenter.restore import Template, Unreadable


def write(tmp_path, student="amy", text=None):
    return hand_in(tmp_path, student, answered(), "squares", text)


def contents(folder):
    """Return the bytes of all that lies in a folder; None for what is no plain file."""
    files = sorted(folder.rglob("*"))
    return {
        path: path.read_bytes() if path.is_file() and path.stat().st_size < 1e8 else None
        for path in files
        if not path.is_symlink()
    }


@dataclass
class Taken:
    """What came of taking in one hand-in."""

    problem: str = ""
    notes: tuple = ()
    files: set = field(default_factory=set, compare=False)
    notebook: object = field(default=None, compare=False)


def receive(path):
    """Take in the hand-in that a notebook belongs to; nothing of it may change."""
    before = contents(path.parent)
    found = handins.look(path.parent)
    taken = Taken(found.problem)
    if not found.problem:
        try:
            content = found.content()
            templates = {"squares": Template.of(source())}
            read, notes = handins.read_notebooks(content, found.refused, templates)
        except Unreadable as error:
            taken.problem = f"{found.where}/{error}: {handins.ASK}"
        else:
            taken.notebook = read["squares"].notebook
            taken.notes = (*notes, *read["squares"].notes)
            taken.files = {name for name in content if not name.endswith(".ipynb")}
    assert contents(path.parent) == before
    return taken


def test_a_sound_hand_in_has_nothing_to_say(tmp_path):
    path = write(tmp_path)
    assert receive(path) == Taken()
    graded = receive(path).notebook
    assert [cell.id for cell in graded.cells] == [cell.id for cell in answered().cells]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", "is empty: ask the student", id="empty"),
        pytest.param("no json", "is no notebook, it is not JSON: ask the student", id="not JSON"),
        pytest.param(
            "<<<<<<< HEAD", "holds the marks of a merge conflict, in line 1: ask", id="git"
        ),
        pytest.param('{"nbformat": 4, "cells": []}', "has none of the assignment's", id="no cells"),
    ],
)
def test_a_file_that_is_not_this_notebook(tmp_path, text, words):
    found = receive(write(tmp_path, text=text))
    assert found.problem.startswith(f"submitted/amy/squares/squares.ipynb {words}")


def test_what_was_mended_is_noted(tmp_path):
    notebook = answered()
    delete("square_hidden")(notebook)
    path = write(tmp_path, text=nbformat.writes(notebook))
    assert receive(path).notes == ("the test cell square_hidden was deleted, and was put back",)


def test_nothing_handed_in(tmp_path):
    path = write(tmp_path)
    path.rename(path.with_name("squares.docx"))
    assert "there is no other notebook in that folder" in receive(path).problem
    shutil.rmtree(path.parent)
    assert "there is no other notebook in that folder" in receive(path).problem


@pytest.mark.parametrize(
    "other", ["squares (1).ipynb", "squares/squares.ipynb", "SQUARES.IPYNB", "squares.ipynb.txt"]
)
def test_a_notebook_under_another_name(tmp_path, other):
    path = write(tmp_path)
    path.rename(path.parent / "moving")
    moved = path.parent / other
    moved.parent.mkdir(exist_ok=True)
    (path.parent / "moving").rename(moved)
    words = f"squares.ipynb was not handed in; {other} holds its cells, and was graded"
    assert receive(path) == Taken(notes=(words,))


def test_which_of_several_notebooks_is_meant(tmp_path):
    path = write(tmp_path)
    path.rename(path.with_name("a.ipynb"))
    path.with_name("b.ipynb").write_bytes(path.with_name("a.ipynb").read_bytes())
    path.with_name("notes.ipynb").write_text(nbformat.writes(nbformat.v4.new_notebook()))
    assert receive(path).notes[0].startswith("squares.ipynb was not handed in; a.ipynb holds")
    other = answered()
    other.cells[4].source = "def square(x): ..."
    path.with_name("b.ipynb").write_text(nbformat.writes(other))
    words = "a.ipynb, b.ipynb, notes.ipynb, and several of them hold the assignment's cells"
    assert words in receive(path).problem
    path.with_name("a.ipynb").unlink()
    path.with_name("b.ipynb").unlink()
    assert "but notes.ipynb, and none of them holds" in receive(path).problem


def test_a_copy_that_jupyter_made_is_not_offered(tmp_path):
    path = write(tmp_path)
    (path.parent / ".ipynb_checkpoints").mkdir()
    path.rename(path.parent / ".ipynb_checkpoints" / "squares-checkpoint.ipynb")
    assert "there is no other notebook" in receive(path).problem


def test_too_large(tmp_path):
    path = write(tmp_path)
    with path.open("wb") as file:
        file.truncate(200_000_000)
    words = "squares.ipynb has 200 MB, more than 50, perhaps in its outputs (Kernel, Restart"
    assert words in receive(path).problem


@pytest.mark.parametrize("name", ["*", "a[b]", " amy", "a\nb", "andr\udce9"])
def test_a_name_that_nbgrader_cannot_work_with(tmp_path, name):
    path = write(tmp_path, name)
    assert "nbgrader cannot work with a student's name" in receive(path).problem


@pytest.mark.parametrize("place", ["squares.ipynb", "squares", "amy"])
def test_a_link_in_place_of_the_notebook_or_its_folder(tmp_path, place):
    path = write(tmp_path)
    linked = next(part for part in (path, *path.parents) if part.name == place)
    linked.rename(tmp_path / "elsewhere")
    linked.symlink_to(tmp_path / "elsewhere")
    assert f"{place} is a symbolic link, which may show what somebody else" in receive(path).problem


def test_a_notebook_that_is_a_pipe_or_linked_to_another(tmp_path):
    path = write(tmp_path)
    os.link(path, tmp_path / "another")
    assert "squares.ipynb is linked to another place on this disk" in receive(path).problem
    path.unlink()
    os.mkfifo(path)
    assert "squares.ipynb is no file, but a pipe" in receive(path).problem


def test_what_comes_with_the_notebook(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    monkeypatch.setattr(handins, "LARGEST_FILES", 1000)
    path = write(tmp_path)
    folder = path.parent
    (folder / "data").mkdir()
    (folder / "data" / "table.csv").write_text("1,2")
    (folder / "data" / "large.bin").write_bytes(bytes(2000))
    (folder / "other.ipynb").write_text("anything")
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "x.pyc").write_bytes(b"")
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "folder").symlink_to(tmp_path)
    os.link(tmp_path / "secret.txt", folder / "hard.txt")
    os.mkfifo(folder / "pipe")
    server = socket.socket(socket.AF_UNIX)
    server.bind(os.path.relpath(folder / "socket"))
    server.close()
    (folder / "a\x1b[2Jb").write_text("")
    (folder / os.fsdecode(b"andr\xe9")).write_text("")
    found = receive(path)
    assert found.problem == ""
    assert receive(path).files == {"data/table.csv"}
    assert sorted(found.notes) == [
        "a?[2Jb is a file with a name that is no text: left out",
        "andr? is a file with a name that is no text: left out",
        "data/large.bin is too much: files beyond 0 MB: left out",
        "folder is a symbolic link, which may show what somebody else wrote: left out",
        "hard.txt is linked to another place on this disk, which may show what somebody else "
        "wrote: left out",
        "link.txt is a symbolic link, which may show what somebody else wrote: left out",
        "pipe is no file, but a pipe, a socket or a device: left out",
        "socket is no file, but a pipe, a socket or a device: left out",
    ]


def test_more_files_than_anybody_needs(tmp_path, monkeypatch):
    monkeypatch.setattr(handins, "MOST_FILES", 3)
    path = write(tmp_path)
    for number in range(20):
        (path.parent / f"zz{number:02}").write_text("")
    found = receive(path)
    assert len(receive(path).files) == 2  # and the notebook
    assert len(found.notes) == handins.MOST_NOTES + 1
    assert found.notes[-1] == "8 more of its files were left out"


@pytest.mark.parametrize("text", [b"yesterday", b"\xff\xfe"])
def test_a_time_that_cannot_be_read(tmp_path, text):
    path = write(tmp_path).with_name("timestamp.txt")
    path.write_bytes(text)
    with pytest.raises(
        Unreadable, match=r"timestamp\.txt holds no time: it takes one line such as"
    ):
        handins.read_time(path)
    path.write_text("2027-03-03 10:00:00 UTC\n")
    assert handins.read_time(path) == datetime(2027, 3, 3, 10)
    path.write_text("\n")
    assert handins.read_time(path) is None


def test_the_time_is_not_the_hand_in_s(tmp_path):
    path = write(tmp_path)
    path.with_name("timestamp.txt").write_text("2027-03-03 10:00:00 UTC\n")
    assert receive(path).files == set()
