"""Cells of a hand-in that the assignment does not have, such as one pasted from elsewhere."""

from typing import Any

from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from isocenter import lessons


class ForgetUnknownCells(NbGraderPreprocessor):
    """Make ordinary cells of them; runs before OverwriteCells.

    With ``add_missing_cells`` that one stops at a cell whose grade_id the gradebook does not hold.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Take nbgrader's metadata off each cell that is not in the gradebook."""
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as gradebook:
            notebook = gradebook.find_notebook(names["notebook"], names["assignment"])
            known = {cell.name for cell in notebook.source_cells}
        for cell in nb.cells:
            if lessons.grade_id(cell) not in known:
                cell.metadata.pop("nbgrader", None)
        return nb, resources
