"""Grade one submission inside Gradescope's container; run_autograder starts it.

Nothing about the student is read: neither the name nor earlier submissions.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from importlib import metadata
from pathlib import Path
from typing import Any

import nbformat

from isocenter import lessons
from isocenter.bundles import gradescope_results as results
from isocenter.errors import IsocenterError
from isocenter.grading import store
from isocenter.selfcheck import questions

STUDENT = "submission"


def main(assignment: str, root: Path) -> int:
    """Grade what lies in `root`/submission, and write `root`/results/results.json.

    Returns
    -------
    int
        0, also where grading failed: the results say so.
    """
    try:
        found = grade(assignment, root)
    except Exception as error:  # whatever it is, the results say that there is no score
        traceback.print_exc()
        found = results.not_graded(f"The grader failed: {type(error).__name__}: {error}")
    path = root / "results" / "results.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(found, indent=1), encoding="utf-8")
    part.replace(path)
    return 0


def grade(assignment: str, root: Path) -> dict[str, Any]:
    """Return the results of the submission under `root`."""
    started = time.monotonic()
    course = root / "source" / "course"
    about = {"version": metadata.version("isocenter"), "assignment": assignment}
    with tempfile.TemporaryDirectory() as place:
        here = Path(place) / "course"
        shutil.copytree(course, here, ignore=shutil.ignore_patterns("data", "submitted"))
        target = here / "submitted" / STUDENT / assignment
        shutil.copytree(root / "submission", target, symlinks=True)
        (target / "timestamp.txt").unlink(missing_ok=True)  # Gradescope knows when it came
        done = subprocess.run(
            [sys.executable, "-m", "isocenter", "grade", assignment, "--student", STUDENT],
            cwd=here,
            env={**os.environ, "ISOCENTER_DATA": str(course / "data")},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        print(done.stdout)  # Gradescope shows it to instructors
        if done.returncode not in (0, 1):
            return results.not_graded(f"isocenter grade could not begin:\n{done.stdout}", "", about)
        found = results_of(here, assignment, STUDENT, about)
    return found | {"execution_time": round(time.monotonic() - started)}


def results_of(here: Path, assignment: str, student: str, about: dict[str, Any]) -> dict[str, Any]:
    """Return the results of a hand-in that `isocenter grade` has graded.

    Parameters
    ----------
    here : Path
        The course's folder.
    assignment, student : str
    about : dict
        For whoever reads the exported results.

    Raises
    ------
    IsocenterError
        There is no record of it.
    """
    path = store.graded(here, assignment, student)
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise IsocenterError(f"the grader left no record of {assignment}") from None
    about = about | {"rights": record.get("rights", "")}
    if record["status"] == "ungraded":
        reason = record["reason"].replace(f"submitted/{student}/{assignment}/", "")
        return results.not_graded(record["reason"], f"The grader says: {reason}", about)
    tests, written = _tests(here, assignment, student, record)
    return results.graded(tests, written=written, about=about)


def _tests(
    here: Path, assignment: str, student: str, record: dict[str, Any]
) -> tuple[list[results.Test], float]:
    """Return the tests of the assignment with their scores, and the points of written answers."""
    from nbgrader.api import Gradebook

    source = nbformat.read(here / "source" / assignment / f"{assignment}.ipynb", as_version=4)
    cells = record["notebooks"].get(assignment, {"cells": {}})["cells"]
    with Gradebook(f"sqlite:///{here / 'gradebook.db'}") as gradebook:
        submission = gradebook.find_submission(assignment, student)
        given = {
            grade.cell.name: (grade.auto_score, grade.extra_credit or 0)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }
    found, written = [], 0.0
    asked = [question for question in questions.find(source.cells)]
    for number, question in enumerate(asked, start=1):
        if question.kind in ("written", "task"):
            written += float(lessons.grading(source.cells[question.cell]).get("points", 0))
        for place, index in enumerate(question.tests, start=1):
            cell = source.cells[index]
            name, extra = str(lessons.grade_id(cell)), lessons.extra_credit(cell)
            automatic, earned = given.get(name, (None, 0.0))
            is_error = cells.get(name, {}).get("outcome", "error") == "error"
            most = extra or float(lessons.grading(cell).get("points", 0))
            score = earned if extra else automatic
            found.append(
                results.Test(
                    f"{number}.{place}",
                    _name(question.title, cell.source, name),
                    None if is_error or score is None else float(score),
                    most,
                    lessons.is_hidden_test(cell),
                    _feedback(cells.get(name, {})),
                )
            )
    return found, written


def _name(title: str, source: str, name: str) -> str:
    """Name a test by its question and by its own first line, which students know."""
    first = source.strip().splitlines()[0] if source.strip() else ""
    words = first.lstrip("# ").strip() if first.startswith("#") and "BEGIN" not in first else name
    return f"{title}: {words}"[:200]


def _feedback(cell: dict[str, Any]) -> str:
    if cell.get("outcome") == "passed":
        return ""
    return str(cell.get("feedback") or cell.get("reason") or "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
