"""CPU time of the imports that isocenter's processes start with, with and without a grammar.

python bench/starting.py
"""

import os
import resource
import statistics
import subprocess
import sys

LEFT_OUT = "from isocenter import starting; starting.leave_out(); "
WHAT = {
    "nbformat": "import nbformat",
    "nbgrader": "import nbgrader.api, nbgrader.converters",
    "the stack": "import isocenter.engine.zygote as z, importlib\n"
    "for name in z.PRELOADED: importlib.import_module(name)",
}


def seconds(code):
    """Return the CPU seconds of a Python that runs some code, the median of five."""
    taken = []
    environment = {key: value for key, value in os.environ.items() if key[:10] != "PYTHONDONT"}
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(taken)


for name, code in WHAT.items():
    print(f"{name:10} {seconds(code):.2f} s, without the grammar {seconds(LEFT_OUT + code):.2f} s")
