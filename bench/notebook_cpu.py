"""CPU time of the solved notebooks' cells after imports: their own, and what a Jupyter kernel adds.

    python bench/notebook_cpu.py [REPEATS]

A class of hundreds runs these cells, and each student waits for them: the aim for the cells' own
time, hidden tests included, is 1.2 s on average over the notebooks, 0.4 s for the affines, and
2.5 s for none. "Own" is the cells run once in a fork of one warm process; "kernel" is the same
notebook in a stock kernel, whose messages cost some milliseconds a cell.
"""

import contextlib
import gc
import io
import os
import statistics
import sys
import time
from pathlib import Path

import nbformat
from IPython.core.interactiveshell import InteractiveShell
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent
# Imported before the first cell, so that no cell pays for them; then the clock of the process.
IMPORTS = """
import gc, time, os
import matplotlib.pyplot, nibabel, numpy, scipy.ndimage, scipy.signal, scipy.optimize
import nilearn.datasets, nilearn.image, nilearn.masking, nilearn.plotting, nilearn.signal
from isocenter import checks
gc.collect(); gc.freeze()
_started = time.process_time()
"""
CLOCK = "print(time.process_time() - _started)"


def solved(assignment):
    """Return the solved notebook, and the folder that it is run in."""
    path = ROOT / "source" / assignment / f"{assignment}.ipynb"
    return nbformat.read(path, as_version=4), path.parent


def own(assignment, shell):
    """Return the CPU seconds of the cells, run in a fork of this process."""
    notebook, folder = solved(assignment)
    end, other_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            started = time.process_time()
            done = [
                shell.run_cell(cell.source, store_history=True).success
                for cell in notebook.cells
                if cell.cell_type == "code"
            ]
            seconds = time.process_time() - started
        os.write(other_end, f"{seconds if all(done) else 'nan'}".encode())
        os._exit(0)
    os.close(other_end)
    with os.fdopen(end) as pipe:
        seconds = float(pipe.read())
    os.waitpid(child, 0)
    return seconds


def in_a_kernel(assignment):
    """Return the CPU seconds that a stock kernel spent on the same cells."""
    notebook, folder = solved(assignment)
    notebook.cells = [
        nbformat.v4.new_code_cell(IMPORTS),
        *notebook.cells,
        nbformat.v4.new_code_cell(CLOCK),
    ]
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, resources=resources, timeout=120).execute()
    return float(notebook.cells[-1].outputs[0].text)


def main(repeats):
    """Print the median of each notebook and their average."""
    os.environ.setdefault("ISOCENTER_DATA", str(ROOT / "data"))
    os.environ.setdefault("MPLBACKEND", "Agg")
    for library in ("OMP", "OPENBLAS", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    shell = InteractiveShell.instance(history_manager=None)
    shell.colors = "nocolor"
    exec(IMPORTS, {})
    medians = {own: [], in_a_kernel: []}
    print(f"{'':20} {'own':>8} {'kernel':>8}   median of {repeats}")
    for folder in sorted((ROOT / "source").iterdir()):
        for measure, found in medians.items():
            given = (shell,) if measure is own else ()
            gc.collect()
            found.append(statistics.median(measure(folder.name, *given) for _ in range(repeats)))
        print(f"{folder.name:20} " + " ".join(f"{found[-1]:6.2f} s" for found in medians.values()))
    averages = " ".join(f"{statistics.mean(found):6.2f} s" for found in medians.values())
    print(f"{'average':20} {averages}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 5)
