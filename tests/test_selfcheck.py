"""`isocenter check`: what a student is told of a notebook before handing it in."""

import json
import os
import re
import subprocess
import sys

import nbformat
import pytest
from conftest import ROOT, copy_course
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory
from nbgrader.exchange.default import ExchangeFetchAssignment
from nbgrader.exchange.default.exchange import ExchangeError
from nbgrader.utils import compute_checksum
from traitlets.config import Config

from isocenter import cli
from isocenter.selfcheck import CannotCheck, check, judging, reading, running, telling
from isocenter.selfcheck.judging import Finding, State
from isocenter.selfcheck.running import Stop
from isocenter.selfcheck.submitting import CheckedSubmit

STUB = "# YOUR CODE HERE\nraise NotImplementedError()"


def cell(kind, source, name=None, **flags):
    made = (
        nbformat.v4.new_code_cell(source)
        if kind == "code"
        else nbformat.v4.new_markdown_cell(source)
    )
    if name:
        known = {"grade": False, "solution": False, "locked": False, "task": False, **flags}
        made.metadata["nbgrader"] = {"grade_id": name, "schema_version": 3, **known}
        made.metadata["nbgrader"]["checksum"] = compute_checksum(made)
    return made


def released():
    """Return a small assignment as it is handed out: four questions, one of them optional."""
    test = {"grade": True, "locked": True, "points": 2}
    extra = cell("code", "assert cube(2) == 8", "cube_test", grade=True, locked=True, points=0)
    extra.metadata["isocenter"] = {"extra_credit": 1}
    return nbformat.v4.new_notebook(
        cells=[
            cell("markdown", "# Squares\n\n```\n# no heading\n```"),
            cell("code", "import math", "setup", locked=True),
            cell("markdown", "## Exercise: a square (5 minutes)"),
            cell("code", f"def square(x):\n    {STUB}", "square", solution=True),
            cell(
                "code",
                "# One case.\nassert square(3) == 9, f'got {square(3)}'",
                "square_test",
                **test,
            ),
            cell("code", "# Looks at negative numbers.", "square_hidden", **test),
            cell("markdown", "### Optional: a cube"),
            cell("code", f"def cube(x):\n    {STUB}", "cube", solution=True),
            extra,
            cell("markdown", "### Why squares?\n\nSay why."),
            cell("markdown", "YOUR ANSWER HERE", "why", grade=True, solution=True, points=3),
        ]
    )


def answered(**sources):
    notebook = released()
    sources = {"square": "def square(x):\n    return x * x", "why": "Because."} | sources
    for one in notebook.cells:
        name = one.metadata.get("nbgrader", {}).get("grade_id")
        one.source = sources.get(name, one.source)
    count = 0
    for one in notebook.cells:
        if one.cell_type == "code":
            count += 1
            one.execution_count = count
    return notebook


def copied(one):
    """Copy a cell as JupyterLab pastes it: its own id is new, nbgrader's name is not."""
    return nbformat.from_dict({**one, "id": "pasted"})


def save(folder, notebook, name="squares.ipynb"):
    path = folder / name
    path.write_text(nbformat.writes(notebook), encoding="utf-8")
    return path


@pytest.fixture
def not_run(monkeypatch):
    """Let every cell run well, so that a test of what the file holds needs no kernel."""
    stops = {}
    monkeypatch.setattr(judging, "run", lambda notebook, seconds, progress: stops)
    return stops


def told(checked):
    return {one.title: (one.state, one.words) for one in (*checked.questions, *checked.others)}


def test_a_complete_notebook_lacks_nothing(tmp_path):
    path = save(tmp_path, answered())
    before = path.read_bytes()
    checked = check(path)
    assert checked.to_do == ()
    assert checked.notes == ()
    assert told(checked) == {
        "Exercise: a square": (State.GOOD, "the example passes"),
        "Optional: a cube": (State.LEFT_OUT, "left out, which costs nothing"),
        "Why squares?": (State.GOOD, "holds an answer, which a person grades"),
    }
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["squares.ipynb"]


def test_what_was_handed_out_lacks_every_answer(tmp_path, not_run):
    not_run.update(dict.fromkeys((4, 8), Stop("NotImplementedError", "")))
    checked = check(save(tmp_path, released()))
    states = [one.state for one in checked.questions]
    assert states == [State.MISSING, State.LEFT_OUT, State.MISSING]
    assert "raise NotImplementedError()` is still there" in checked.questions[0].words
    assert "No cell was run" in checked.notes[0]


def test_a_run_says_what_fails_and_where(tmp_path):
    """One kernel for many faults: each is told, with its line in the file, and the rest goes on."""
    notebook = answered(square="def square(x):\n    return x + x")
    notebook.cells[2:2] = [cell("code", "later = 1"), cell("code", "x = 1\nprint(undefined)")]
    notebook.cells.append(cell("code", "import time\nwhile True:\n    time.sleep(0.1)"))
    notebook.cells.append(cell("code", "assert later == 1"))
    notebook.cells.append(cell("code", "import os\nos._exit(3)"))
    notebook.cells.append(cell("code", "1"))
    path = save(tmp_path, notebook)
    checked = check(path, seconds=3)
    found = {title.partition(",")[0]: words for title, words in told(checked).items()}
    assert found["Exercise: a square"] == (State.FAILS, "the example fails: got 6")
    assert found["cell 4"] == (
        State.FAILS,
        "it stops with NameError: name 'undefined' is not defined",
    )
    assert "longer than 3 seconds" in found["cell 14"][1]
    assert "Python itself ended" in found["cell 16"][1]
    assert set(found) & {"cell 15", "cell 17"} == set()
    lines = path.read_text().splitlines()
    by_title = {
        one.title.partition(",")[0]: one.line for one in (*checked.questions, *checked.others)
    }
    assert "print(undefined)" in lines[by_title["cell 4"] - 1]
    assert "assert square(3) == 9" in lines[by_title["Exercise: a square"] - 1]


def test_a_tag_does_not_skip_a_cell(tmp_path):
    """Grading runs it all the same."""
    notebook = answered(square="def square(x):\n    return None")
    for one in notebook.cells:
        one.metadata["tags"] = ["skip-execution", "raises-exception"]
    checked = check(save(tmp_path, notebook))
    assert told(checked)["Exercise: a square"] == (State.FAILS, "the example fails: got None")


@pytest.mark.parametrize(
    ("change", "title", "words"),
    [
        (
            lambda nb: nb.cells.append(copied(nb.cells[4])),
            "cell 12 (square_test)",
            "a copy of another one",
        ),
        (
            lambda nb: nb.cells[4].update(source="pass"),
            "cell 5 (square_test)",
            "was changed, and is replaced",
        ),
        (lambda nb: nb.cells[10].update(source="  \n"), "Why squares?", "no answer yet"),
        (
            lambda nb: nb.cells[3].update(source=released().cells[3].source),
            "Exercise: a square",
            "no",
        ),
    ],
    ids=["copied", "edited", "blank", "untouched"],
)
def test_what_the_file_shows(tmp_path, not_run, change, title, words):
    notebook = answered()
    change(notebook)
    if title == "Exercise: a square":
        not_run[4] = Stop("NotImplementedError", "")
    found = told(check(save(tmp_path, notebook)))
    assert found[title][0] in (State.FAILS, State.MISSING)
    assert words in found[title][1]


def test_a_deleted_cell_is_known_by_the_release(tmp_path, not_run):
    (tmp_path / "release").mkdir()
    save(tmp_path / "release", released())
    notebook = answered()
    del notebook.cells[10], notebook.cells[5]
    path = save(tmp_path, notebook)
    assert check(path).to_do == ()
    found = [one.words for one in check(path, release=tmp_path / "release").to_do]
    assert found == [
        "a cell was deleted (square_hidden): take it from the notebook that was handed out",
        "the cell for the answer was deleted (why): take it from the notebook that was handed out",
    ]


def test_the_release_is_believed_where_the_file_lost_its_checksums(tmp_path, not_run):
    notebook = answered()
    for one in notebook.cells:
        one.metadata.get("nbgrader", {}).pop("checksum", None)
    notebook.cells[4].source = "pass"
    path, release = save(tmp_path, notebook), save(tmp_path, released(), "release.ipynb")
    assert check(path).to_do == ()
    (found,) = check(path, release=release).to_do
    assert found.title == "cell 5 (square_test)"


def test_a_cell_is_found_by_the_heading_above_it(tmp_path, not_run):
    notebook = answered()
    notebook.cells.insert(5, cell("code", "1 / 0"))
    not_run[5] = Stop("ZeroDivisionError", "division by zero", 1)
    (found,) = check(save(tmp_path, notebook)).to_do
    assert found.title == "cell 6, under “Exercise: a square”"
    assert found.words == "it stops with ZeroDivisionError: division by zero"


def test_the_order_of_the_last_run_is_a_note(tmp_path, not_run):
    notebook = answered()
    notebook.cells[1].execution_count = 9
    (note,) = check(save(tmp_path, notebook)).notes
    assert "not run in one go from the top" in note


def test_a_line_that_stands_for_no_answer_may_stay_where_the_example_passes(tmp_path, not_run):
    square = "def square(x):\n    return x * x\n    raise NotImplementedError()"
    assert check(save(tmp_path, answered(square=square))).to_do == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "does not exist"),
        ("", "is empty"),
        ("{", "not JSON"),
        ("[]", "no notebook, though it is JSON"),
        ('{"nbformat": 4}', "no notebook, though it is JSON"),
        ('{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": 3}', "broken notebook"),
        ('{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [1]}', "broken notebook"),
        (
            '{"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [{"metadata": {}}]}',
            "broken notebook",
        ),
        (nbformat.writes(nbformat.v4.new_notebook()), "no cell carries nbgrader's marks"),
    ],
    ids=[
        "missing",
        "empty",
        "not JSON",
        "a list",
        "no cells",
        "cells a number",
        "a cell a number",
        "a cell without a source",
        "none of nbgrader's",
    ],
)
def test_what_cannot_be_checked(tmp_path, capsys, text, words):
    path = tmp_path / 'it\'s a "name" with spaces.ipynb'
    if text is not None:
        path.write_text(text)
    with pytest.raises(CannotCheck, match=re.escape(words)):
        reading.read(path)
    assert cli.main(["check", str(path), "--annotations", "github"]) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert "::error file=" in said.out
    assert "Traceback" not in said.out + said.err


def test_a_folder_and_the_instructors_version_are_refused(tmp_path):
    with pytest.raises(CannotCheck, match="is a folder"):
        reading.read(tmp_path)
    with pytest.raises(CannotCheck, match="instructor's version"):
        reading.read(ROOT / "source" / "affines" / "affines.ipynb")
    other = save(
        tmp_path, nbformat.v4.new_notebook(cells=[cell("code", "1", "other", locked=True)])
    )
    with pytest.raises(CannotCheck, match="different assignments"):
        check(save(tmp_path, answered(), "mine.ipynb"), release=other)
    notebook = answered()
    notebook.metadata["kernelspec"] = {"name": "ir", "language": "R", "display_name": "R"}
    with pytest.raises(CannotCheck, match="only notebooks in Python"):
        reading.read(save(tmp_path, notebook))


def test_the_checksum_is_nbgraders():
    count = 0
    for path in sorted((ROOT / "release").glob("*/*.ipynb")):
        for one in nbformat.read(path, as_version=4).cells:
            if "nbgrader" in one.metadata:
                count += 1
                assert reading.is_as_released(one), (path.name, one.metadata)
    assert count > 100


def test_lines_are_those_of_the_file(tmp_path):
    for indent in (1, 4, None):
        path = tmp_path / "lines.ipynb"
        tree = json.loads(nbformat.writes(answered()))
        tree = {"metadata": tree.pop("metadata"), "x": ["}", {"cells": [1]}], **tree}
        path.write_text(json.dumps(tree, indent=indent))
        notebook = reading.read(path)
        lines = path.read_text().splitlines()
        for number, one in enumerate(notebook.cells):
            first = json.dumps(one.source.splitlines()[0])[:-1]
            assert first in lines[notebook.line(number) - 1]


def test_annotations_cannot_be_broken_out_of(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    bad = Finding("a, b: 100%", State.FAILS, "one\r\n::error::two%0A", 7)
    lacking = Finding("c", State.MISSING, "nothing")
    checked = judging.Checked(tmp_path / "my, file.ipynb", (lacking, bad), (), (), 1.0)
    assert telling.annotations(checked) == [
        "::error file=my%2C file.ipynb,line=7,title=a%2C b%3A 100%25::one%0D%0A::error::two%250A",
        "::warning file=my%2C file.ipynb,title=c::nothing",
    ]


def test_markdown_shows_what_a_notebook_said_as_text(tmp_path):
    bad = Finding("<img src=x> | [a](b)", State.FAILS, "two\nlines `x` *y*")
    text = telling.markdown(judging.Checked(tmp_path / "n.ipynb", (bad,), (), (), 1.0))
    assert "<img" not in text
    (row,) = [line for line in text.splitlines() if "fails" in line]
    assert row == (r"| ❌ fails | &lt;img src=x&gt; \| \[a\]\(b\) | two<br>lines \`x\` \*y\* |")


def test_messages_hold_no_codes_for_the_terminal():
    assert running.plain("\x1b[31mred\x1b[0m\x07\nnext") == "red?\nnext"
    assert len(running.plain("x" * 5000)) < 700


def test_the_command_needs_nothing_of_a_course(tmp_path):
    """Nothing of nbgrader, of the engine or of Linux is imported: it runs on students' machines."""
    path = save(tmp_path, answered())
    code = (
        "import sys\n"
        "from isocenter import cli\n"
        f"assert cli.main(['check', {str(path)!r}]) == 0\n"
        "found = {name.partition('.')[0] for name in sys.modules}\n"
        "assert not found & {'nbgrader', 'sqlalchemy', 'nibabel', 'nilearn', 'jupytext'}\n"
        "assert not [name for name in sys.modules if name.startswith('isocenter.engine')]\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert "Nothing is missing." in done.stdout
    assert done.stderr == ""


def test_a_terminal_of_an_old_code_page_is_no_fault(tmp_path):
    notebook = answered()
    notebook.cells[2].source = "## Größe — “a square” ✓"
    done = subprocess.run(
        [sys.executable, "-m", "isocenter", "check", str(save(tmp_path, notebook))],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp437", "PYTHONUTF8": "0"},
    )
    assert done.returncode == 0, done.stderr
    assert b"ok" in done.stdout
    assert b"the example passes" in done.stdout


def test_exit_codes_and_the_summary(tmp_path, not_run, capsys):
    good, lacking = save(tmp_path, answered()), save(tmp_path, released(), "mine.ipynb")
    not_run.update(dict.fromkeys((4, 8), Stop("NotImplementedError", "")))
    assert cli.main(["check", str(lacking)]) == 1
    not_run.clear()
    summary, nowhere = tmp_path / "summary.md", str(tmp_path / "no.ipynb")
    assert cli.main(["check", str(good)]) == 0
    assert cli.main(["check", str(good), str(lacking), "--summary", str(summary)]) == 1
    assert cli.main(["check", nowhere, str(good), "--summary", str(summary)]) == 2
    assert summary.read_text().count("### ") == 4
    assert cli.main(["check", str(good), "--timeout", "0"]) == 2
    assert cli.main(["check", str(good), "--release", str(tmp_path / "nowhere")]) == 2
    assert "no such file or folder" in capsys.readouterr().err


@pytest.fixture
def exchange(tmp_path, monkeypatch):
    """Let a student fetch an assignment from an exchange whose submit is the checked one."""
    (tmp_path / "course").mkdir()
    root = copy_course(tmp_path / "course")
    place, home = tmp_path / "exchange", tmp_path / "home"
    place.mkdir()
    place.chmod(0o777)
    home.mkdir()
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    config = Config()
    config.Exchange.root, config.Exchange.cache = str(place), str(tmp_path / "cache")
    config.Exchange.assignment_dir = str(home)
    config.CourseDirectory.course_id, config.CourseDirectory.root = "isocenter", str(root)
    config.ExchangeFactory.submit = "isocenter.selfcheck.submitting.CheckedSubmit"
    coursedir = CourseDirectory(config=config, assignment_id="affines")
    api = NbGraderAPI(coursedir, config=config)
    assert api.release_assignment("affines")["success"]
    names = {"coursedir": coursedir, "authenticator": api.authenticator, "config": config}
    ExchangeFetchAssignment(**names).start()
    return home, place, names


def test_the_exchange_says_what_is_missing_and_takes_it(exchange, caplog):
    home, place, names = exchange
    submit = ExchangeFactory(config=names["config"]).Submit(**names)
    assert isinstance(submit, CheckedSubmit)
    submit.start()
    assert "affines.ipynb: Exercise: compose: no answer yet" in caplog.text
    assert list(place.glob("isocenter/inbound/*+affines+*"))
    assert (home / "affines" / "affines.ipynb").is_file()


def test_the_exchange_can_refuse_what_is_not_complete(exchange, monkeypatch):
    _, place, names = exchange
    monkeypatch.setattr(judging, "run", lambda notebook, seconds, progress: {})
    names["config"].CheckedSubmit.refuse = True
    with pytest.raises(ExchangeError, match="Nothing was handed in"):
        ExchangeFactory(config=names["config"]).Submit(**names).start()
    assert not list(place.glob("isocenter/inbound/*+affines+*"))


def test_a_fault_of_the_check_does_not_keep_work_from_the_exchange(exchange, monkeypatch, caplog):
    _, place, names = exchange
    monkeypatch.setattr("isocenter.selfcheck.submitting.check", lambda *_, **__: 1 / 0)
    names["config"].CheckedSubmit.refuse = True
    ExchangeFactory(config=names["config"]).Submit(**names).start()
    assert "could not be checked, and is handed in as it is" in caplog.text
    assert list(place.glob("isocenter/inbound/*+affines+*"))
