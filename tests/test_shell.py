"""What the engine's shell does besides showing what a kernel shows."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CUT = "The output of this cell is cut here: it is longer than 1,000 bytes.\n"


def stream(text, name="stdout"):
    return {"output_type": "stream", "name": name, "text": text}


def shown(text, **metadata):
    return {"output_type": "display_data", "data": {"text/plain": text}, "metadata": metadata}


@pytest.fixture(scope="module")
def came(tmp_path_factory):
    """Run all scenarios, each in a child of one warm process; return what one came to."""
    folder, home = tmp_path_factory.mktemp("scenarios"), tmp_path_factory.mktemp("home")
    tests = str(Path(__file__).parent)
    environment = os.environ | {"PYTHONPATH": tests, "IPYTHONDIR": str(home)}
    command = [sys.executable, "-P", "-W", "error", "-m", "conformance.scenarios", folder]
    subprocess.run(command, env=environment, cwd=folder, check=True)
    return lambda name: json.loads((folder / f"{name}.json").read_text())


FILES = ["agg.json", "examiner.json", "inline.json"]


def test_a_warm_process_is_left_as_it_was(came):
    assert came("warm") == {"threads": 1, "descriptors": [], "files": FILES}


def test_a_child_is_a_kernel(came):
    assert came("began") == {"threads": 1, "loop": True, "folder": True, "main": True}


def test_what_a_cell_returns(came):
    product, assignment, nothing, quiet, error, syntax, blank, name = came("what_a_cell_returns")
    assert product["value"] == 42
    assert product["outputs"][0]["execution_count"] == 1
    assert [cell["value"] for cell in (assignment, nothing, quiet, error)] == ["NOTHING"] * 4
    assert error["error"] == ["ZeroDivisionError", "division by zero"]
    assert syntax["error"][0] == syntax["outputs"][0]["ename"] == "SyntaxError"
    assert (blank["outputs"], blank["error"], blank["execution_count"]) == ([], None, 6)
    assert (name["value"], name["execution_count"]) == (1, 7)


def test_writing_keeps_its_order_across_python_descriptors_and_children(came):
    assert came("order_of_writing") == [
        stream("1\n2\n"),
        stream("3\n4\n", "stderr"),
        stream("5\n"),
        shown("6"),
        stream("7\n8\n"),
    ]


CUTS = {
    "print": [stream("x" * 1000), stream(CUT, "stderr")],
    "many prints": [stream("é\n" * 333), stream(CUT, "stderr")],
    "descriptor": [stream("y" * 1000), stream(CUT, "stderr")],
    "display": [shown("'small'"), stream(CUT, "stderr")],
    "result": [stream(CUT, "stderr")],
    "cleared": [
        {
            "output_type": "execute_result",
            "data": {"text/plain": "1"},
            "metadata": {},
            "execution_count": 7,
        }
    ],
    "exact": [stream("x" * 999 + "\n")],
    "next cell": [stream("fine\n")],
}


@pytest.mark.parametrize("name", CUTS)
def test_too_much_output_is_cut(came, name):
    assert came("cut")[name] == CUTS[name]


def test_an_error_is_shown_after_the_cut(came):
    text, sentence, error = came("cut")["error"]
    assert (text, sentence) == (stream("x" * 1000), stream(CUT, "stderr"))
    assert error["ename"] == "ZeroDivisionError"


def test_updates_count_as_output(came):
    *displays, sentence = came("cut")["updates"]
    assert sentence == stream(CUT, "stderr")
    assert displays == [shown(repr("x" * 300)), shown(repr("x" * 300)), shown("0")]


def test_an_update_takes_the_place_of_what_was_there(came):
    assert came("cut")["one update"] == [shown(repr("x" * 200))]


def test_a_cell_that_breaks_the_shell_is_an_error(came):
    sync, awaited = came("broken_shell")
    assert sync == ["ValueError", ""]
    assert awaited[0] == "TypeError"


def test_a_large_error_is_shortened(came):
    text, outputs = came("large_error")
    assert text == 1_000_000
    assert outputs < 2_100_000


def test_what_a_notebook_cannot_hold_is_left_out(came):
    display, text = came("not_for_a_notebook")
    assert display == [shown("x") | {"data": {"text/html": "x"}}]
    assert text == [stream("?\n")]


def test_updates_of_earlier_cells(came):
    def plain(text):
        return {"text/plain": text}

    said = [cell["updates"] for cell in came("updates")]
    assert said == [
        [],
        [[0, 0, plain("'b'"), {}]],
        [[0, 0, {"text/html": "d"}, {"k": 1}], [1, 1, {"text/html": "d"}, {"k": 1}]],
        [[0, 0, plain("'e'"), {}], [1, 1, plain("'e'"), {}]],
        [[0, 0, plain("'g'"), {}], [1, 1, plain("'g'"), {}]],
        [[0, 0, plain("'i'"), {}], [1, 1, plain("'i'"), {}]],
    ]


def test_what_a_call_outside_of_a_cell_shows(came):
    call, refused, asked, short, cell = came("collected")
    assert call == [stream("out\nfd\n"), shown("'shown'"), stream("err\n", "stderr"), shown("'c'")]
    assert refused == "StdinNotImplementedError"
    assert asked == [stream("before\n")]
    assert short[0] == stream("x" * 10)
    assert cell["outputs"] == [stream("cell\n")]
    assert cell["updates"] == [[0, 0, {"text/plain": "'b'"}, {}]]


def test_a_background_task_goes_on_and_is_not_heard(came):
    between_cells, during_a_cell, outputs = came("background_task")
    assert between_cells
    assert during_a_cell
    assert outputs == [stream("own\n")]


def test_exit_ends_nothing(came):
    assert came("exits") == [stream("after\n")]


def test_a_forked_child_ends_with_its_cell(came):
    outputs, *ends = came("forks")
    assert outputs == [stream("both\n")]
    assert ends == [0, 0, 0]


def test_an_interrupt_reaches_cells_only(came):
    error, call, alive = came("interrupts")
    assert error == ["KeyboardInterrupt", ""]
    assert call == [stream("called\n")]
    assert alive == "alive"


def test_a_limit_on_files_stops_who_writes_and_not_the_shell(came):
    name, length, outputs = came("full")
    assert (name, length) == ("OSError", 1000)
    assert outputs == [stream("next\n")]


def test_what_is_written_between_cells_is_in_none(came):
    assert came("late_writer") == [stream("next\n")]


def test_who_opens_stdout_anew_overwrites_nothing(came):
    assert came("reopened") == [stream("before\none\ntwo\nafter\n")]


def test_names_of_another(came):
    result, unknown, imports_from_folder = came("examiner")
    assert result == "('asked for x_1', ('asked for x_inner', 2), ['asked for x_2'])"
    assert unknown == ["NameError", "name 'y_1' is not defined"]
    assert not imports_from_folder


def test_figures_are_shown_where_the_warm_process_has_drawn(came):
    assert came("inline") == [["text/plain", "image/png"]]
    assert came("agg") == []
