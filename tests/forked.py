"""Run cells in processes that are forked from one warm one."""

import ast
import builtins
import gc
import io
import os
import pickle
import select
import signal
import sys
import time
import types
import warnings

os.environ.setdefault("MPLBACKEND", "Agg")

import matplotlib.pyplot as plt  # noqa: E402  (after the backend is chosen)
import nilearn.datasets  # noqa: E402, F401  (imported here so that each fork finds them warm)
import nilearn.image  # noqa: E402, F401
import nilearn.masking  # noqa: E402, F401
import nilearn.plotting  # noqa: E402, F401
import nilearn.signal  # noqa: E402, F401
import scipy.linalg  # noqa: E402, F401
import scipy.ndimage  # noqa: E402, F401
import scipy.optimize  # noqa: E402, F401
import scipy.signal  # noqa: E402, F401
import scipy.spatial.transform  # noqa: E402, F401
import scipy.stats  # noqa: E402, F401

from isocenter.checks import running  # noqa: E402

# What is imported above stays out of the garbage collector's way in every fork.
gc.collect()
gc.freeze()

CELL_SECONDS = 20
LOOP_SECONDS = 2


class CellTimeout(BaseException):
    """A cell ran too long; not an Exception, so that an answer cannot swallow it."""


def _stop(*_):
    raise CellTimeout("the cell ran too long")


def _display(value, metadata=None, raw=False):
    """Render what a notebook would render, so that its cost is counted; what is raw, is ready."""
    if isinstance(value, plt.Figure):
        value.savefig(io.BytesIO(), format="png", bbox_inches="tight")
    elif hasattr(value, "_repr_html_"):
        value._repr_html_()


def _execute(source, namespace):
    tree = ast.parse(source)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, "<cell>", "exec"), namespace)
    if last is not None:
        value = eval(compile(last, "<cell>", "eval"), namespace)
        if value is not None:
            repr(value)
            _display(value)


def run_cells(cells, seconds=CELL_SECONDS, environment=None, give_up_after=None):
    """Run code cells in a forked process.

    With `give_up_after`, the first cell after so many that fails is the last one to run, and
    `seconds` are counted on the processor's clock: on a busy machine nothing is late by mistake.

    Returns a list with one (problem, CPU seconds) a cell: the problem is None, or the text of the
    exception. A cell that the process did not live to run has the problem "not reached".
    """
    sys.stdout.flush()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            _run_in_child(cells, seconds, environment or {}, give_up_after, pipe)
        os._exit(0)
    os.close(writing)
    deadline = time.monotonic() + seconds * (len(cells) + 1)
    deadline += 0 if give_up_after is None else CELL_SECONDS
    parts = []
    while (left := deadline - time.monotonic()) > 0:
        if select.select([reading], [], [], left)[0]:
            part = os.read(reading, 1 << 16)
            if not part:
                break
            parts.append(part)
    os.close(reading)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    stream, results = io.BytesIO(b"".join(parts)), []
    for _ in cells:
        try:
            results.append(pickle.load(stream))
        except (EOFError, pickle.UnpicklingError):
            results.append(("not reached", 0.0))
    return results


def _run_in_child(cells, seconds, environment, give_up_after, pipe):
    gc.freeze()  # the parent's objects are no business of the cells: else one pays for all
    os.environ.update(environment)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 1), os.dup2(null, 2)
    warnings.resetwarnings()  # pytest makes errors of them; a notebook does not
    builtins.display = _display
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    if give_up_after is None:
        clock, ringing = signal.ITIMER_REAL, signal.SIGALRM
        running.SECONDS = min(running.SECONDS, seconds)
    else:
        clock, ringing = signal.ITIMER_PROF, signal.SIGPROF
    signal.signal(ringing, _stop)
    for number, source in enumerate(cells):
        started = time.process_time()
        problem = None
        signal.setitimer(clock, seconds)
        try:
            _execute(source, module.__dict__)
        except BaseException as error:  # whatever a cell does is reported, not raised
            problem = f"{type(error).__name__}: {error}"
        signal.setitimer(clock, 0)
        plt.close("all")
        pickle.dump((problem, time.process_time() - started), pipe)
        pipe.flush()
        if problem and give_up_after is not None and number >= give_up_after:
            break
