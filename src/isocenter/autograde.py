"""nbgrader's steps of autograding, with the engine in place of a kernel.

Each can stand in the lists of any course's nbgrader_config.py: `RestoreCells` first among
``Autograde.sanitize_preprocessors``, `Execute` and `SaveAutoGrades` instead of nbgrader's own among
``Autograde.autograde_preprocessors``.
"""

import ast
import atexit
import json
import math
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from IPython.core.inputtransformer2 import TransformerManager
from nbformat import NotebookNode
from nbgrader import preprocessors as stock
from nbgrader import utils
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.api import Notebook as KnownNotebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Dict, List, Unicode

from isocenter import gradebooks
from isocenter.engine.cells import Cell, CellOutcome, Side
from isocenter.engine.libraries import LIBRARIES
from isocenter.engine.rights import Level, Limits
from isocenter.engine.running import Engine
from isocenter.restore import Unreadable, restore
from isocenter.restore.reading import grade_id
from isocenter.results import Outcome


def course_directory(step: Any) -> CourseDirectory:
    """Return the course's folders, as the command that runs a step knows them."""
    while step is not None and not hasattr(step, "coursedir"):
        step = step.parent
    if step is None:
        raise RuntimeError("this step runs inside nbgrader's autograde alone")
    return step.coursedir


def read_source(step: Any, assignment: str, notebook: str) -> NotebookNode | None:
    """Return the notebook in the course's source folder, where it is still there."""
    folders = course_directory(step)
    folder = folders.format_path(folders.source_directory, ".", assignment)
    path = Path(folder) / f"{notebook}.ipynb"
    return nbformat.read(path, as_version=4) if path.is_file() else None


class RestoreCells(NbGraderPreprocessor):
    """Build the notebook that is graded from the assignment's; see `isocenter.restore`."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Put the answers of one hand-in into the assignment's notebook."""
        if not stock.ClearOutput(config=self.config).enabled:
            return nb, resources  # `nbgrader autograde --no-execute` grades the outputs as they are
        names = resources["nbgrader"]
        source = read_source(self, names["assignment"], names["notebook"])
        with Gradebook(names["db_url"]) as gradebook:
            known = gradebook.find_notebook(names["notebook"], names["assignment"])
            graded = gradebooks.assignment(known, source)
        try:
            restored = restore(nb, graded, is_cleared=True, config=self.config)
        except Unreadable as error:
            gradebooks.withdraw(**names)
            where = f"{names['student']}/{names['assignment']}/{names['notebook']}.ipynb"
            raise Unreadable(f"{where} {error}") from None
        for note in restored.notes:
            self.log.warning("%s: %s", names["student"], note)
        restored.notebook.metadata["isocenter"] = {"notes": list(restored.notes)}
        return restored.notebook, resources


class Execute(stock.Execute):
    """Run a notebook's cells with the engine; a notebook that is not in Python as nbgrader does.

    A cell runs outside the student's process only if the gradebook has its name for a locked cell,
    and then it is the gradebook's text that runs, never the hand-in's.
    """

    level = Unicode(
        help="how far the rights of student code are lowered, such as STRICT: where that is not "
        "reached nothing is graded; empty for the highest level that the machine has"
    ).tag(config=True)
    readable = List(Unicode(), help="folders that student code may read").tag(config=True)
    environment = Dict(help="variables that student code and tests find").tag(config=True)
    secrets = Dict(help="variables that tests alone find").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: Any, km: Any = None
    ) -> tuple[NotebookNode, Any]:
        """Run one notebook; leaves the outcome of each test in ``resources["isocenter"]``."""
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as gradebook:
            known = gradebook.find_notebook(names["notebook"], names["assignment"])
            language = _language(known, nb)
        if language != "python":
            self.log.warning(
                "%s/%s is a notebook in %s: it is executed by nbgrader itself, in one process with "
                "its tests",
                names["assignment"],
                names["notebook"],
                language,
            )
            try:
                return super().preprocess(nb, resources, km)
            except Exception:
                gradebooks.withdraw(**names)
                raise
        code, cells, imports, theirs = self.plan(nb, names)
        outcomes = self._run(cells, Path(resources["metadata"]["path"]), imports, theirs)
        resources["isocenter"] = {}
        notes = _notes(nb)
        if self._rebound:
            names_ = ", ".join(self._rebound)
            notes.append(f"gives {names_} another meaning: the tests used the assignment's")
        nb.metadata["isocenter"] = NotebookNode(notes=notes, rights=self._rights)
        for handed, cell, outcome in zip(code, cells, outcomes, strict=True):
            handed.source = cell.source
            handed.outputs = [nbformat.from_dict(output) for output in outcome.outputs]
            handed.execution_count = outcome.execution_count
            if outcome.outcome in (Outcome.ERROR, Outcome.TIMED_OUT) and not _has_error(handed):
                handed.outputs.append(_error(outcome))
            if cell.side is Side.EXAMINER:
                resources["isocenter"][grade_id(handed.metadata)] = outcome
        return nb, resources

    def plan(
        self, nb: NotebookNode, names: dict[str, str]
    ) -> tuple[list[NotebookNode], list[Cell], str, frozenset[str]]:
        """Say how a notebook is run.

        Parameters
        ----------
        nb : NotebookNode
        names : dict
            As in nbgrader's resources: of assignment and notebook, and the gradebook's address.

        Returns
        -------
        code : list of NotebookNode
            Its code cells.
        cells : list of Cell
            The same, as the engine takes them.
        imports : str
            What the tests' side imports first.
        theirs : frozenset of str
            Names that students are meant to bind or to fill.
        """
        with Gradebook(names["db_url"]) as gradebook:
            known = gradebook.find_notebook(names["notebook"], names["assignment"])
            trusted = {
                cell.name: cell.source
                for cell in known.source_cells
                if cell.locked and cell.cell_type == "code"
            }
            tests = {cell.name for cell in known.grade_cells} & set(trusted)
            sources = self._sources(names, known)
            imports = _imports([source for source, _ in sources])
            theirs = _bound([source for source, locked in sources if not locked])
        code = [cell for cell in nb.cells if cell.cell_type == "code"]
        mark = stock.ClearHiddenTests(config=self.config).begin_test_delimeter
        return code, _cells(code, trusted, tests, mark), imports, theirs

    def engine(self) -> Engine:
        """Return the engine for these settings, the same one for all hand-ins of a process."""
        return _engine(
            self.level,
            self.timeout,
            tuple(self.readable),
            tuple(sorted(self.environment.items())),
            tuple(sorted(self.secrets.items())),
        )

    def _sources(self, names: dict[str, str], known: KnownNotebook) -> list[tuple[str, bool]]:
        """Return the text of the assignment's own code cells, and whether each is locked."""
        source = read_source(self, names["assignment"], names["notebook"])
        if source is None:
            return [
                (one.source, one.locked) for one in known.source_cells if one.cell_type == "code"
            ]
        return [
            (cell.source, utils.is_locked(cell))
            for cell in source.cells
            if cell.cell_type == "code"
        ]

    def _run(
        self, cells: list[Cell], folder: Path, imports: str, theirs: frozenset[str]
    ) -> list[CellOutcome]:
        """Run cells; where the engine itself fails, each of them is an error, and none a zero."""
        self._rights, self._rebound = "", ()
        try:
            engine = self.engine()
            self._rights = engine.level.name
            outcomes = engine.run(cells, folder, imports, theirs=theirs)
            self._rebound = engine.rebound
            return outcomes
        except Exception as error:
            self.log.exception("the engine failed on %s", folder)
            _engine.cache_clear()
            reason = f"the engine failed ({type(error).__name__}: {error})"
            return [CellOutcome(Outcome.ERROR, reason=reason) for _ in cells]


class SaveAutoGrades(stock.SaveAutoGrades):
    """Save what the tests gave, as `Execute` left it.

    What could not be graded has no score and asks for a person, whatever an earlier hand-in got.
    Scores given by hand, extra credit and comments stay; a new score under one of these asks for
    a review, as with nbgrader.
    """

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Write the scores of one notebook into the gradebook."""
        names = resources["nbgrader"]
        outcomes = resources.get("isocenter") or {}
        self._tests = set(outcomes)
        self._saved: set[str] = set()
        nb, resources = super().preprocess(nb, resources)
        notes = _notes(nb)
        with Gradebook(names["db_url"]) as gradebook:
            submitted = gradebook.find_submission_notebook(
                names["notebook"], names["assignment"], names["student"]
            )
            for grade in submitted.grades:
                name = grade.cell.name
                if name in outcomes:
                    score, note = credit(outcomes[name], grade.max_score)
                    gradebooks.set_score(grade, score)
                    notes += [f"{name}: {note}"] if note else []
                elif name not in self._saved and grade.auto_score is not None:
                    gradebooks.set_score(grade, None)
            gradebook.db.commit()
        for cell in nb.cells:
            cell.metadata.pop("isocenter", None)
            if grade_id(cell.metadata) in outcomes:
                said = outcomes[grade_id(cell.metadata)]
                cell.metadata["isocenter"] = {"outcome": said.outcome.value, "reason": said.reason}
        return nb, resources

    def _add_score(self, cell: NotebookNode, resources: Any) -> None:
        """Save the score of a cell that the engine did not run as a test: a written answer."""
        name = grade_id(cell.metadata)
        if name in self._tests:
            return
        try:
            super()._add_score(cell, resources)
        except MissingEntry:
            self.log.warning("the cell %s says that it is graded, but it is not", name)
        else:
            self._saved.add(name)


def credit(outcome: CellOutcome, most: float) -> tuple[float | None, str]:
    """Return the points of a test, and what the instructor should know of them.

    Parameters
    ----------
    outcome : CellOutcome
        Its `value` is what the test showed as partial credit: any real number, or None. True and
        False are no numbers: nbgrader documents full points for what is no number, and gives them.
    most : float
        The points of the cell.

    Returns
    -------
    points : float or None
        None where a person has to decide.
    note : str
    """
    if outcome.outcome is Outcome.ERROR:
        return None, outcome.reason
    if outcome.outcome is not Outcome.PASSED:
        return 0.0, ""
    if outcome.value is None or isinstance(outcome.value, bool):
        return most, ""
    shown = float(outcome.value)
    if math.isnan(shown):
        return None, "the test showed nan, which is no number of points"
    points = min(max(shown, 0.0), most)
    if points != shown:
        return points, f"the test showed {shown:g} of {most:g} points; {points:g} count"
    return points, ""


@cache
def _engine(
    level: str,
    cell_seconds: int | None,
    readable: tuple[str, ...],
    environment: tuple[tuple[str, str], ...],
    secrets: tuple[tuple[str, str], ...],
) -> Engine:
    """Start an engine, once a process: it imports for seconds, and serves all hand-ins."""
    unlimited = cell_seconds is None or cell_seconds < 0  # as nbclient has it
    limits = Limits(cell_seconds=Limits.notebook_seconds if unlimited else cell_seconds)
    engine = Engine(
        Level[level] if level else None,
        limits,
        tuple(map(Path, readable)),
        dict(environment),
        dict(secrets),
    )
    atexit.register(engine.close)
    return engine


def _language(known: KnownNotebook, nb: NotebookNode) -> str:
    """Return the language of the assignment's kernel; a source that names none was in Python."""
    kernel = json.loads(known.kernelspec or "{}") or nb.metadata.get("kernelspec", {})
    name = str(kernel.get("language") or kernel.get("name") or "python").lower()
    return "python" if name.startswith("python") else name


def _imports(sources: list[str]) -> str:
    """Return the imports of an assignment's own cells, as a cell of the tests' side.

    Many a test uses `np` from a cell that students may edit: it shall be NumPy whatever they do.
    What is not there, such as a module that students write, is left to them.
    """
    found: dict[str, None] = {}
    for source in sources:
        try:
            tree = ast.parse(TransformerManager().transform_cell(source))
        except SyntaxError:
            continue
        for node in tree.body:
            known = isinstance(node, ast.Import) and all(
                name.name.partition(".")[0] in LIBRARIES for name in node.names
            )
            if isinstance(node, ast.ImportFrom) and not node.level:
                known = str(node.module).partition(".")[0] in LIBRARIES
            if known:
                text = ast.unparse(node)
                found[f"try:\n    {text}\nexcept ImportError:\n    pass"] = None
    return "\n".join(found)


def _bound(sources: list[str]) -> frozenset[str]:
    """Return the names that cells bind at their top level, fill, or change by a method."""
    found = set()
    for source in sources:
        try:
            tree = ast.parse(TransformerManager().transform_cell(source))
        except SyntaxError:
            continue
        for node in ast.walk(tree):
            target = node.func if isinstance(node, ast.Call) else node
            while isinstance(target, ast.Attribute | ast.Subscript):
                target = target.value
            written = isinstance(getattr(node, "ctx", None), ast.Store)
            by_method = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            if isinstance(target, ast.Name) and (written or by_method):
                found.add(target.id)
    return frozenset(found)


def _cells(
    code: list[NotebookNode], trusted: dict[str, str], tests: set[str], mark: str
) -> list[Cell]:
    """Say of each cell on which side it runs; of cells with the same name the last is the one."""
    last = {grade_id(cell.metadata): number for number, cell in enumerate(code)}
    cells = []
    for number, cell in enumerate(code):
        name = grade_id(cell.metadata)
        if name in trusted and last[name] == number:
            side = Side.EXAMINER if name in tests else Side.BOTH
            cells.append(Cell(trusted[name], side, hidden=mark in trusted[name]))
        else:
            cells.append(Cell(cell.source, Side.STUDENT))
    return cells


def _notes(nb: NotebookNode) -> list[str]:
    """Return the notebook's list of notes for the instructor, to be added to."""
    said = nb.metadata.setdefault("isocenter", NotebookNode())
    if not isinstance(said.get("notes"), list):
        said["notes"] = []
    return said["notes"]


def _has_error(cell: NotebookNode) -> bool:
    return any(output.output_type == "error" for output in cell.outputs)


def _error(outcome: CellOutcome) -> NotebookNode:
    """Return an output that says why a cell has no result."""
    kind = "CellTimeoutError" if outcome.outcome is Outcome.TIMED_OUT else "NotGraded"
    text = f"{kind}: {outcome.reason}"
    return nbformat.v4.new_output("error", ename=kind, evalue=outcome.reason, traceback=[text])
