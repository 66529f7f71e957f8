"""The notebook that was graded: what came of its cells, put into it."""

from collections.abc import Iterable

import nbformat
from nbformat import NotebookNode

from isocenter.engine.cells import Cell, CellOutcome, Side
from isocenter.restore.reading import grade_id
from isocenter.results import Outcome


def fill(
    notebook: NotebookNode,
    code: list[NotebookNode],
    cells: list[Cell],
    outcomes: list[CellOutcome],
    *,
    rebound: Iterable[str] = (),
    rights: str = "",
) -> dict[str, CellOutcome]:
    """Put what came of its cells into a notebook, outputs and all.

    Parameters
    ----------
    notebook : NotebookNode
        It is changed: its ``metadata.isocenter`` holds the notes for the instructor and the level
        of rights.
    code : list of NotebookNode
        Its code cells.
    cells : list of Cell
        The same, as the engine took them.
    outcomes : list of CellOutcome
    rebound : iterable of str
        The assignment's names to which the hand-in gave another meaning.
    rights : str

    Returns
    -------
    dict of str to CellOutcome
        Of the tests, by grade_id.
    """
    notes = notes_of(notebook)
    if rebound:
        notes.append(f"gives {', '.join(rebound)} another meaning: the tests used the assignment's")
    notebook.metadata["isocenter"] = NotebookNode(notes=notes, rights=rights)
    tests = {}
    for handed, cell, outcome in zip(code, cells, outcomes, strict=True):
        handed.source = cell.source
        handed.outputs = [nbformat.from_dict(output) for output in outcome.outputs]
        handed.execution_count = outcome.execution_count
        if outcome.outcome in (Outcome.ERROR, Outcome.TIMED_OUT) and not _has_error(handed):
            handed.outputs.append(_error(outcome))
        if cell.side is Side.EXAMINER:
            tests[grade_id(handed.metadata) or ""] = outcome
    return tests


def mark(notebook: NotebookNode, tests: dict[str, CellOutcome]) -> None:
    """Write into the metadata of a graded notebook's tests what came of them."""
    for cell in notebook.cells:
        cell.metadata.pop("isocenter", None)
        name = grade_id(cell.metadata)
        if name in tests:
            said = tests[name]
            cell.metadata["isocenter"] = {"outcome": said.outcome.value, "reason": said.reason}


def notes_of(notebook: NotebookNode) -> list[str]:
    """Return a notebook's list of notes for the instructor, to be added to."""
    said = notebook.metadata.setdefault("isocenter", NotebookNode())
    if not isinstance(said.get("notes"), list):
        said["notes"] = []
    return said["notes"]


def told(cell: NotebookNode) -> str:
    """Return what a test that failed tells the student."""
    outputs = cell.get("outputs", [])
    for output in outputs:
        if output.output_type == "error":
            return output.evalue.strip() or output.ename
    said = [o.text for o in outputs if o.output_type == "stream" and o.name == "stderr"]
    if said and "isocenter" not in cell.metadata:  # the engine takes no warning for a failure
        return (said[0].strip().splitlines() or ["something was written to stderr"])[-1]
    if cell.cell_type == "markdown":
        return "no answer"
    return "partial credit"


def _has_error(cell: NotebookNode) -> bool:
    return any(output.output_type == "error" for output in cell.outputs)


def _error(outcome: CellOutcome) -> NotebookNode:
    """Return an output that says why a cell has no result."""
    kind = "CellTimeoutError" if outcome.outcome is Outcome.TIMED_OUT else "NotGraded"
    text = f"{kind}: {outcome.reason}"
    return nbformat.v4.new_output("error", ename=kind, evalue=outcome.reason, traceback=[text])
