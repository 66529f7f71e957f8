"""The floor: the CPU time of the same cells, run once in one warm process, with no grader at all.

    python bench/floor.py COURSE ASSIGNMENT

prints one number, the sum over all hand-ins. Each runs in a fork, its answers and its tests in one
namespace, an exception ends its cell alone.
"""

import contextlib
import gc
import io
import os
import sys
from pathlib import Path

import nbformat
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.pylabtools import select_figure_formats
from matplotlib_inline.backend_inline import flush_figures

WARM = """
import matplotlib
matplotlib.use("module://matplotlib_inline.backend_inline")
import matplotlib.pyplot, nibabel, numpy, scipy.ndimage, scipy.signal, scipy.optimize
import nilearn.datasets, nilearn.image, nilearn.masking, nilearn.plotting, nilearn.signal
from isocenter import checks
"""


def main():
    """Print the CPU seconds of an assignment's hand-ins."""
    root, assignment = Path(sys.argv[1]), sys.argv[2]
    source = nbformat.read(root / "source" / assignment / f"{assignment}.ipynb", as_version=4)
    tests = {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in source.cells
        if cell.metadata.get("nbgrader", {}).get("locked") and cell.cell_type == "code"
    }
    exec(WARM, {})
    shell = InteractiveShell.instance()
    shell.events.register("post_execute", flush_figures)
    select_figure_formats(shell, {"png"}, bbox_inches="tight")
    gc.collect()
    gc.freeze()
    total = 0.0
    for path in sorted(root.glob(f"submitted/*/{assignment}/{assignment}.ipynb")):
        cells = [
            cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"
        ]
        sources = [
            tests.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
            for cell in cells
        ]
        total += _run(shell, sources, path.parent)
    print(total)


def _run(shell, sources, folder):
    """Run cells in a fork; returns their CPU seconds, with those of children that they wait for."""
    end, other_end = os.pipe()
    if os.fork() == 0:
        os.chdir(folder)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            before = os.times()
            for source in sources:
                shell.run_cell(source, store_history=True)
            after = os.times()
        os.write(other_end, str(sum(after[:4]) - sum(before[:4])).encode())
        os._exit(0)
    os.close(other_end)
    with os.fdopen(end) as told:
        seconds = float(told.read())
    os.wait()
    return seconds


if __name__ == "__main__":
    main()
