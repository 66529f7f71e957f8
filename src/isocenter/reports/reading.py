"""Reads a class's results: the grader's files, nbgrader's gradebook, the graded notebooks."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory

from isocenter import lessons, nbgrader_steps
from isocenter.errors import CourseError
from isocenter.reports import gradebook_rows as rows
from isocenter.reports.classroom import (
    Cell,
    ClassResults,
    Mark,
    Person,
    Question,
    Status,
    Submission,
)
from isocenter.reports.questions import questions
from isocenter.results import Outcome

Key = tuple[str, str]


def read(root: Path, assignment: str) -> ClassResults:
    """Read what came of an assignment for everybody whom the course knows.

    Parameters
    ----------
    root : Path
        The course's folder.
    assignment : str

    Returns
    -------
    ClassResults

    Raises
    ------
    CourseError
        The gradebook does not know the assignment.
    """
    folders = nbgrader_steps.course_directory(root)
    known = rows.read(folders.db_url, assignment)
    files = _files(root, assignment)
    graded = _folders(folders, folders.autograded_directory, assignment)
    handed_in = _folders(folders, folders.submitted_directory, assignment)
    people = known.people | {
        name: Person(name) for name in {*files, *handed_in} if name not in known.people
    }
    reader = _Reader(root, assignment, known, files, graded, handed_in)
    excluded = {name.strip() for name in folders.student_id_exclude.split(",")}
    return ClassResults(
        folders.course_id,
        assignment,
        tuple(_questions(folders, assignment, known.cells, graded)),
        tuple(reader.submission(people[name]) for name in sorted({*people} - excluded)),
    )


def notebook(path: Path) -> NotebookNode:
    """Read a notebook that nbgrader wrote, without looking whether it is sound."""
    return nbformat.v4.reads(path.read_text(encoding="utf-8"))


def told(cell: NotebookNode) -> str:
    """Return what a failed test cell of a graded notebook says, without its traceback."""
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            return str(output.get("evalue") or output.get("ename") or "").strip()
    return ""


def is_one_name(name: str) -> bool:
    """Tell whether a name is that of a folder, not a path to somewhere else."""
    return name not in ("", ".", "..") and not re.search(r"[/\\\0]", name)


def _files(root: Path, assignment: str) -> dict[str, Path]:
    folder = root / ".isocenter" / "graded" / assignment
    return {path.stem: path for path in folder.glob("*.json")}


def _folders(folders: CourseDirectory, step: str, assignment: str) -> dict[str, Path]:
    """Return the folders of an assignment at one of nbgrader's steps, by student."""
    pattern = folders.format_path(step, "(?P<student>[^/\\\\]+)", assignment, escape=True)
    places = Path(folders.format_path(step, "*", assignment))
    found = {}
    for path in Path(places.anchor).glob(str(places.relative_to(places.anchor))):
        match = re.fullmatch(pattern, str(path))
        if match and path.is_dir():
            found[match["student"]] = path
    return found


def _questions(
    folders: CourseDirectory,
    assignment: str,
    cells: list[Cell],
    graded: Mapping[str, Path],
) -> list[Question]:
    """Read the questions off the source notebooks; without them, off one that was graded."""
    source = Path(folders.format_path(folders.source_directory, ".", assignment))
    found = []
    for name in dict.fromkeys(cell.notebook for cell in cells):
        own = {cell.name: cell for cell in cells if cell.notebook == name}
        text = nbformat.v4.new_notebook()
        for folder in (source, *graded.values()):
            if (folder / f"{name}.ipynb").is_file():
                text = notebook(folder / f"{name}.ipynb")
                break
        found += questions(text, own, name)
    return found


class _Reader:
    """Puts together what is known of each student."""

    def __init__(
        self,
        root: Path,
        assignment: str,
        known: rows.Rows,
        files: Mapping[str, Path],
        graded: Mapping[str, Path],
        handed_in: Mapping[str, Path],
    ) -> None:
        self.root, self.assignment = root, assignment
        self.known, self.files, self.graded, self.handed_in = known, files, graded, handed_in

    def submission(self, person: Person) -> Submission:
        """Return what came of one student's hand-in."""
        name = person.id
        if name in self.files:
            return self._from_file(person)
        if name in self.graded and name in self.known.grades:
            return self._scored(person, self._from_notebooks(name), {})
        if name in self.handed_in:
            reason = (
                f"it was handed in and never graded: run `isocenter grade {self.assignment} "
                f"--student {name}`"
            )
            return Submission(person, Status.UNGRADED, reason)
        return Submission(person, Status.MISSING, "nothing was handed in")

    def _from_file(self, person: Person) -> Submission:
        """Read the grader's own file on a submission."""
        path = self.files[person.id]
        try:
            said = json.loads(path.read_text(encoding="utf-8"))
            status = Status(said["status"])
            cells = {
                (book, cell): about
                for book, entry in said.get("notebooks", {}).items()
                for cell, about in entry["cells"].items()
            }
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            kind = f"{type(error).__name__}: {error}"
            reason = (
                f"{path.relative_to(self.root)} cannot be read ({kind}): run `isocenter grade "
                f"{self.assignment} --student {person.id} --force`"
            )
            return Submission(person, Status.UNGRADED, reason)
        about = {
            "notes": tuple(map(str, said.get("notes") or ())),
            "graded_at": str(said.get("graded_at") or ""),
            "rights": str(said.get("rights") or ""),
        }
        if status not in (Status.GRADED, Status.PARTLY):
            reason = said.get("reason") or "the grader gave no reason"
            return Submission(person, status, str(reason), **about)
        if person.id not in self.known.grades:
            reason = (
                "it was graded, but the gradebook has no row of it: run `isocenter grade "
                f"{self.assignment} --student {person.id}`"
            )
            return Submission(person, Status.UNGRADED, reason, **about)
        return self._scored(person, cells, about)

    def _scored(
        self, person: Person, tests: Mapping[Key, Mapping[str, Any]], about: dict[str, Any]
    ) -> Submission:
        """Join what the tests said with the scores that the gradebook holds."""
        grades = self.known.grades[person.id]
        marks = {}
        for cell in self.known.cells:
            key = (cell.notebook, cell.name)
            grade, test = grades.get(key), tests.get(key, {})
            outcome = str(test.get("outcome", ""))
            if not cell.by_hand and not outcome and (grade is None or grade.score is None):
                outcome = Outcome.ERROR.value
            marks[key] = Mark(
                cell,
                None if grade is None else grade.score,
                0 if grade is None else grade.extra,
                grade is not None and grade.review,
                outcome,
                str(test.get("feedback") or ""),
                str(test.get("reason") or ""),
                test.get("cpu_seconds"),
            )
        lost = any(mark.score is None and not mark.cell.by_hand for mark in marks.values())
        return Submission(
            person,
            Status.PARTLY if lost else Status.GRADED,
            marks=marks,
            comments=self.known.comments.get(person.id, {}),
            penalty=self.known.penalties.get(person.id, 0),
            **about,
        )

    def _from_notebooks(self, name: str) -> dict[Key, dict[str, Any]]:
        """Tell outcomes from the graded notebooks, where another command graded."""
        found: dict[Key, dict[str, Any]] = defaultdict(dict)
        grades = self.known.grades[name]
        points = {(cell.notebook, cell.name): cell for cell in self.known.cells}
        for path in self.graded[name].glob("*.ipynb"):
            for cell in notebook(path).cells:
                key = (path.stem, lessons.grade_id(cell) or "")
                if key not in points or points[key].by_hand or key not in grades:
                    continue
                score, most = grades[key].score, points[key].points
                said = cell.metadata.get("isocenter", {})
                outcome = said.get("outcome") or (
                    Outcome.PASSED if score is not None and score >= most else Outcome.FAILED
                )
                if isinstance(outcome, Outcome):
                    outcome = Outcome.ERROR.value if score is None else outcome.value
                found[key] = {
                    "outcome": outcome,
                    "reason": said.get("reason", ""),
                    "feedback": told(cell),
                }
        return found


def require_graded(results: ClassResults) -> None:
    """Refuse to report on an assignment of which nothing was ever graded.

    Raises
    ------
    CourseError
    """
    if any(submission.has_scores for submission in results.submissions):
        return
    if results.with_status(Status.UNGRADED):
        first = results.with_status(Status.UNGRADED)[0]
        raise CourseError(
            f"no hand-in of {results.assignment} could be graded, or none was; the first, of "
            f"{first.person.id}: {first.reason}"
        )
    raise CourseError(f"nobody handed in {results.assignment}: there is nothing to report")
