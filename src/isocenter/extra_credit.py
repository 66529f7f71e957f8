"""Optional exercises: what their tests earn becomes nbgrader's extra credit."""

from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from isocenter import lessons
from isocenter.autograde import course_directory
from isocenter.engine.cells import CellOutcome
from isocenter.grading.points import extra


class SaveExtraCredit(NbGraderPreprocessor):
    """Give the extra credit of each optional test that passed; runs after SaveAutoGrades.

    The amounts come from the source notebook, in the metadata of the test cell
    (``"isocenter": {"extra_credit": 3}``), never from the hand-in.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Write the extra credit of one graded notebook into the gradebook."""
        names = resources["nbgrader"]
        outcomes = resources.get("isocenter") or {}
        coursedir = course_directory(self)
        source = Path(coursedir.format_path(coursedir.source_directory, ".", names["assignment"]))
        with (source / f"{names['notebook']}.ipynb").open(encoding="utf-8") as file:
            credit = {
                lessons.grade_id(cell): lessons.extra_credit(cell)
                for cell in nbformat.read(file, as_version=4).cells
                if lessons.extra_credit(cell)
            }
        if credit:
            with Gradebook(names["db_url"]) as gradebook:
                for cell in nb.cells:
                    name = lessons.grade_id(cell)
                    if name in credit and utils.is_grade(cell):
                        grade = gradebook.find_grade(
                            name, names["notebook"], names["assignment"], names["student"]
                        )
                        grade.extra_credit = _earned(cell, outcomes.get(name), credit[name])
                gradebook.db.commit()
        return nb, resources


def _earned(cell: NotebookNode, outcome: CellOutcome | None, credit: float) -> float | None:
    """Return the extra credit of one test; without the engine's word its output decides."""
    if outcome is None:
        return 0 if utils.has_failed(cell) else credit
    return extra(outcome.outcome, credit)
