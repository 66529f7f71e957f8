"""Run a notebook from the start in a kernel of its own, as JupyterLab does; nothing is written."""

import copy
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from isocenter.selfcheck.reading import CannotCheck, Notebook

_COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_LINE = re.compile(r"Cell In\s*\[\d+\], line (\d+)")
LONGEST = 600  # letters of a message
GRACE = 10  # seconds for a cell that was interrupted to stop


@dataclass(frozen=True)
class Stop:
    """Why a cell did not run to its end.

    Attributes
    ----------
    kind : str
        Name of the exception; "timeout", "dead" or "not reached".
    words : str
    line : int
        Of the cell's source, from 1; 0 where that is not known.
    """

    kind: str
    words: str
    line: int = 0


def run(
    notebook: Notebook, seconds: int, progress: Callable[[int, int], None] = lambda done, of: None
) -> dict[int, Stop]:
    """Run all cells in order, going on after a failed one.

    Parameters
    ----------
    notebook : Notebook
        Left as it is; the cells find its folder as their working folder.
    seconds : int
        For each cell.
    progress : function of (int, int)
        Told how many cells are done, of how many.

    Returns
    -------
    dict of int to Stop
        The cells that did not run to their end.

    Raises
    ------
    CannotCheck
        There is no kernel to run it.
    """
    from jupyter_client.kernelspec import NoSuchKernel
    from nbclient import NotebookClient
    from nbclient.exceptions import DeadKernelError
    from traitlets.config import Config

    cells = [copy.deepcopy(cell) for cell in notebook.cells]
    for cell in cells:
        cell.metadata.pop("tags", None)  # a tag makes nbclient skip a cell; grading runs it
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(
        nbformat.v4.new_notebook(cells=cells, metadata=notebook.metadata),
        timeout=seconds,
        kernel_name="python3",
        allow_errors=True,
        record_timing=False,
        log=_silent(),
        # What the kernel says is not for other users of a shared machine.
        config=Config({"KernelManager": {"transport_encryption": "auto"}}),
        resources={"metadata": {"path": str(_folder(notebook.path))}},
    )
    stops: dict[int, Stop] = {}
    end = ""
    try:
        with client.setup_kernel():
            for number, cell in enumerate(cells):
                progress(number, len(cells))
                if end:
                    stops[number] = Stop("not reached", end)
                elif stop := _cell(client, cell, number, seconds):
                    stops[number] = stop
                    if stop.kind == "dead" or (stop.kind == "timeout" and _is_stuck(client)):
                        end = f"not reached: cell {number + 1} ended the run"
    except NoSuchKernel:
        raise CannotCheck(
            "there is no Python kernel to run the notebook: install it with `pip install ipykernel`"
        ) from None
    except DeadKernelError as error:
        raise CannotCheck(f"the kernel did not start: {error}") from None
    return {number: stop for number, stop in stops.items() if cells[number].cell_type == "code"}


def _silent() -> logging.Logger:
    """Return a logger for what nbclient says of cells that take too long: the result says it."""
    logger = logging.getLogger("isocenter.selfcheck.nbclient")
    logger.setLevel(logging.CRITICAL + 1)
    return logger


def _folder(path: Path) -> Path:
    return path.resolve().parent


def _cell(client: object, cell: NotebookNode, number: int, seconds: int) -> Stop | None:
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    try:
        client.execute_cell(cell, number)  # type: ignore[attr-defined]
    except CellTimeoutError:
        return Stop("timeout", f"it took longer than {seconds} seconds, perhaps a loop without end")
    except DeadKernelError:
        return Stop("dead", "Python itself ended in this cell, perhaps for lack of memory")
    errors = [output for output in cell.get("outputs", []) if output.output_type == "error"]
    return _stop(errors[-1]) if errors else None


def _is_stuck(client: object) -> bool:
    """Interrupt the kernel; tell whether it is still at the same cell afterwards."""
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from nbclient.util import run_sync

    run_sync(client.km.interrupt_kernel)()  # type: ignore[attr-defined]
    before, client.timeout = client.timeout, GRACE  # type: ignore[attr-defined]
    try:
        client.execute_cell(nbformat.v4.new_code_cell("None"), 0)  # type: ignore[attr-defined]
    except (CellTimeoutError, DeadKernelError):
        return True
    finally:
        client.timeout = before  # type: ignore[attr-defined]
    return False


def _stop(error: NotebookNode) -> Stop:
    traceback = _COLOURS.sub("", "\n".join(error.get("traceback", [])))
    line = _LINE.search(traceback)
    return Stop(str(error.ename), plain(str(error.evalue)), int(line[1]) if line else 0)


def plain(text: str) -> str:
    """Return a message without codes for the terminal, and not too long."""
    text = _COLOURS.sub("", text).strip()
    text = "".join(letter if letter.isprintable() or letter == "\n" else "?" for letter in text)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."
