"""Files that were handed in as notebooks: what can be read, and what is said of the others."""

import copy
import json

import nbformat
import pytest
from damaged import ANSWERS, answered, find, source
from test_restore import assert_sound

from isocenter.restore import Template, Unreadable, restore

ACCENTS = ANSWERS | {"why": "Café: déjà vu."}


def accented():
    notebook = answered()
    notebook.cells[find(notebook, "why")].source = ACCENTS["why"]
    return notebook


def dumps(notebook=None, **changes):
    return json.dumps({**(notebook or accented()), **changes}, ensure_ascii=False)


def in_lines(notebook):
    for cell in notebook.cells:
        cell.source = cell.source.splitlines(keepends=True)
    return notebook


def with_cells(*cells):
    return dumps(cells=[*accented().cells, *cells])


CONFLICT = '<<<<<<< HEAD\n "cells": [],\n=======\n>>>>>>> other\n'
LATIN = "the notebook is not in UTF-8, and was read as "
READ = [
    (dumps().encode(), [], "UTF-8"),
    (dumps().encode("utf-8-sig"), [], "byte-order mark"),
    (dumps().encode("utf-16"), [], "UTF-16 with a mark"),
    (dumps().encode("utf-16-be"), [], "UTF-16 without a mark"),
    (dumps().encode("utf-32"), [], "UTF-32"),
    (dumps().encode("cp1252"), [f"{LATIN}Windows-1252"], "Windows-1252"),
    (dumps().replace("vu", "vu\x81").encode("latin-1"), [f"{LATIN}Latin-1"], "Latin-1"),
    (dumps(in_lines(accented())).encode(), [], "lists of lines"),
    (dumps(nbformat_minor="five").encode(), [], "minor format no number"),
    (dumps(nbformat=5).encode(), ["is in format 5, and was read as format 4"], "format 5"),
    (dumps(nbformat=None).encode(), ["is in format None, and was read"], "no format"),
    (json.dumps(nbformat.convert(accented(), 3)).encode(), ["in format 3"], "format 3"),
    (dumps(metadata=json.loads('{"a":' * 600 + "1" + "}" * 600)).encode(), [], "deep metadata"),
    (dumps(metadata="none").encode(), [], "metadata of another kind"),
    (with_cells(3).encode(), ["cell 15 of the hand-in is broken, and was left out"], "no cell"),
    (with_cells({"cell_type": "code", "source": 1}).encode(), ["cell 15"], "source no text"),
    (with_cells({"cell_type": "evil", "source": "x"}).encode(), [], "kind unknown"),
    (with_cells({"cell_type": "raw", "source": "x", "id": 7}).encode(), [], "id no text"),
    (
        with_cells({"source": "<<<<<<< HEAD\na\n"}).encode(),
        ["cell 15 of the hand-in holds the ma"],
        "mark",
    ),
    (
        json.dumps({**accented(), "cells": [*accented().cells, {"source": "\ud800"}]}).encode(),
        [],
        "half a pair, escaped",
    ),
]


@pytest.mark.parametrize(("data", "notes"), [pytest.param(*case[:2], id=case[2]) for case in READ])
def test_it_can_be_read(data, notes):
    restored = restore(data, Template.of(source()))
    assert_sound(restored, {name: ANSWERS[name] for name in ("square", "three")})
    why = restored.notebook.cells[find(restored.notebook, "why")].source
    assert why.replace("\x81", "") == ACCENTS["why"]
    assert nbformat.writes(restored.notebook).encode()
    assert len(restored.notes) == len(notes)
    for words, note in zip(notes, restored.notes, strict=True):
        assert words in note


UNREADABLE = [
    (b"", "is empty"),
    (b" \n", "is empty"),
    (b"no json", "is no notebook, it is not JSON"),
    (b"\x89PNG\r\n\x1a\n", "is no notebook, it is not JSON"),
    (b"[" * 100_000, "is no notebook, it is not JSON"),
    (b'{"nbformat": ' + b"9" * 5000 + b"}", "is no notebook, it is not JSON"),
    (b"[1, 2]", "is no notebook, though it is JSON"),
    (b'{"caf\xe9": 1}', "is no notebook, though it is JSON"),
    (dumps()[:500].encode(), "is no notebook, it is not JSON"),
    (CONFLICT.encode() + dumps().encode(), "holds the marks of a merge conflict, in line 1, 4"),
    (b'{"nbformat": 4}', "is a broken notebook (it has no list of cells)"),
    (b'{"nbformat": 4, "cells": 3}', "is a broken notebook (it has no list of cells)"),
    (b'{"nbformat": 3, "cells": []}', "is a broken notebook in format 3 ("),
    (b'{"nbformat": 4, "cells": []}', "has none of the assignment's cells"),
    (dumps(cells=[{"cell_type": "code", "source": "x"}]).encode(), "has none of the assignment's"),
]


@pytest.mark.parametrize(("data", "words"), UNREADABLE)
def test_it_cannot_be_read(data, words):
    with pytest.raises(Unreadable) as caught:
        restore(data, Template.of(source()))
    assert str(caught.value).startswith(words)


def test_another_notebook_with_the_same_stubs_is_not_taken_for_this_one():
    notebook = answered()
    notebook.cells = [copy.deepcopy(notebook.cells[8])]
    notebook.cells[0].metadata = {}
    notebook.cells[0].source = "# YOUR CODE HERE\nraise NotImplementedError()"
    notebook.cells[0]["id"] = "from-elsewhere"
    with pytest.raises(Unreadable, match="none of the assignment's cells"):
        restore(notebook, Template.of(source()))
