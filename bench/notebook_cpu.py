"""CPU time of the solved notebooks' cells in a Jupyter kernel, imports aside.

    python bench/notebook_cpu.py [REPEATS]

A class of hundreds runs these cells, and each student waits for them: the aim is 1.2 s on
average over the notebooks, 0.4 s for the affines, and 2.5 s for none.
"""

import statistics
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent
# Imported before the first cell, so that no cell pays for them; then the clock of the process.
IMPORTS = """
import gc, time, os
import matplotlib.pyplot, nibabel, numpy, scipy.ndimage, scipy.signal, scipy.optimize
import nilearn.datasets, nilearn.image, nilearn.masking, nilearn.plotting, nilearn.signal
from isocenter import checks
get_ipython().run_line_magic("matplotlib", "inline")
gc.collect(); gc.freeze()
_started = time.process_time()
"""
CLOCK = "print(time.process_time() - _started)"


def measure(assignment):
    """Return the CPU seconds that the cells of one solved notebook took, hidden tests included."""
    path = ROOT / "source" / assignment / f"{assignment}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [
        nbformat.v4.new_code_cell(IMPORTS),
        *notebook.cells,
        nbformat.v4.new_code_cell(CLOCK),
    ]
    resources = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, resources=resources, timeout=120).execute()
    return float(notebook.cells[-1].outputs[0].text)


def main(repeats):
    """Print the median of each notebook and their average."""
    medians = []
    for folder in sorted((ROOT / "source").iterdir()):
        seconds = [measure(folder.name) for _ in range(repeats)]
        medians.append(statistics.median(seconds))
        print(
            f"{folder.name:20} {medians[-1]:.2f} s (median of {repeats}; least {min(seconds):.2f})"
        )
    print(f"{'average':20} {statistics.mean(medians):.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 5)
