"""The engine's shell against a stock kernel: the same cells, the same outputs."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conformance import displays, language, streams
from conformance.differences import DIFFERENCES
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.preprocessors import Execute

VARIES = [
    (r"/\S*/ipykernel_\d+/", "/tmp/ipykernel/"),
    (r"0x[0-9a-f]+", "0x…"),
    (r"CPU times: .*", "CPU times"),
    (r"Wall time: .*", "Wall time"),
    (r"[\d.]+ .s ± .*", "timing"),
    (r"[0-9a-f]{32}", "identifier"),
    (r"Ran 1 test in .*", "Ran 1 test"),
    (r"Task-\d+", "Task"),
    (r"\bid=\d+", "id"),
]


@pytest.fixture(autouse=True)
def environment(monkeypatch, tmp_path):
    """Give both sides an environment without a backend and without somebody's IPython."""
    monkeypatch.delenv("MPLBACKEND")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))


def by_kernel(sources, folder):
    """Run the cells as nbgrader does."""
    folder.mkdir()
    notebook = new_notebook(cells=[new_code_cell(source) for source in sources])
    execute = Execute(timeout=20, shutdown_kernel="immediate", kernel_name="python3")
    execute.preprocess(notebook, {"metadata": {"path": str(folder)}})
    return [
        {"outputs": cell.outputs, "execution_count": cell.execution_count}
        for cell in notebook.cells
    ]


def by_shell(sources, folder, result):
    """Run the cells as the engine does, in a folder of the same name."""
    shutil.rmtree(folder)
    folder.mkdir()
    subprocess.run(
        [sys.executable, "-P", "-m", "conformance.warm", folder, result],
        input=json.dumps(sources),
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent)},
        text=True,
        check=True,
    )
    return json.loads(result.read_text())


def normal(outputs):
    """Return the outputs without what differs from run to run.

    A kernel sends its two streams separately: what they wrote between two displays has no order.
    """
    normalised, texts = [], {}

    def written():
        for name in sorted(texts, reverse=True):
            normalised.append({"output_type": "stream", "name": name, "text": texts[name]})
        texts.clear()

    for output in outputs:
        if output["output_type"] == "stream":
            texts[output["name"]] = texts.get(output["name"], "") + output["text"]
        else:
            written()
            normalised.append(output)
    written()
    return steady(normalised)


def steady(value):
    """Return a JSON value with the texts that vary replaced."""
    if isinstance(value, dict):
        return {key: steady(item) for key, item in value.items()}
    if isinstance(value, list):
        return [steady(item) for item in value]
    if isinstance(value, str):
        for pattern, instead in VARIES:
            value = re.sub(pattern, instead, value)
    return value


@pytest.mark.parametrize("table", [language, streams, displays], ids=lambda table: table.__name__)
def test_a_cell_shows_what_a_kernel_shows(table, tmp_path, monkeypatch):
    monkeypatch.delenv("PYTEST_CURRENT_TEST")  # with it, a kernel does not listen to descriptors
    cells = [(group, source) for group, cells in table.CELLS.items() for source in cells]
    sources = [source for _, source in cells]
    stock = by_kernel(sources, tmp_path / "work")
    ours = by_shell(sources, tmp_path / "work", tmp_path / "result.json")
    wrong = {}
    for cell, kernel, shell in zip(cells, stock, ours, strict=True):
        pair = normal(kernel["outputs"]), normal(shell["outputs"])
        reason, is_right = DIFFERENCES.get(cell[1], ("the same outputs", same))
        if not is_right(*pair) or kernel["execution_count"] != shell["execution_count"]:
            wrong[cell] = reason, *pair
    assert not wrong


def same(kernel, shell):
    """Tell whether the outputs are equal."""
    return kernel == shell


def test_every_difference_is_in_a_table():
    tables = language, streams, displays
    sources = {source for table in tables for cells in table.CELLS.values() for source in cells}
    assert set(DIFFERENCES) <= sources
    assert len(sources) > 250
