"""nbgrader's steps of autograding, with the engine in place of a kernel.

Each can stand in the lists of any course's nbgrader_config.py: `RestoreCells` first among
``Autograde.sanitize_preprocessors``, `Execute` and `SaveAutoGrades` instead of nbgrader's own among
``Autograde.autograde_preprocessors``.
"""

import atexit
from functools import cache
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader import preprocessors as stock
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Dict, List, Unicode

from isocenter import gradebooks
from isocenter.engine.cells import Cell, CellOutcome
from isocenter.engine.rights import Level, Limits
from isocenter.engine.running import Engine
from isocenter.grading.filling import fill, mark, notes_of
from isocenter.grading.plan import Plan, language, read_source
from isocenter.grading.points import credit
from isocenter.restore import Template, Unreadable, restore
from isocenter.restore.reading import grade_id
from isocenter.results import Outcome


def course_directory(step: Any) -> CourseDirectory:
    """Return the course's folders, as the command that runs a step knows them."""
    while step is not None and not hasattr(step, "coursedir"):
        step = step.parent
    if step is None:
        raise RuntimeError("this step runs inside nbgrader's autograde alone")
    return step.coursedir


def source_folder(step: Any, assignment: str) -> Path:
    """Return an assignment's source folder."""
    folders = course_directory(step)
    return Path(folders.format_path(folders.source_directory, ".", assignment))


class RestoreCells(NbGraderPreprocessor):
    """Build the notebook that is graded from the assignment's; see `isocenter.restore`."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Put the answers of one hand-in into the assignment's notebook."""
        if not stock.ClearOutput(config=self.config).enabled:
            return nb, resources  # `nbgrader autograde --no-execute` grades the outputs as they are
        names = resources["nbgrader"]
        source = read_source(source_folder(self, names["assignment"]), names["notebook"])
        with Gradebook(names["db_url"]) as gradebook:
            known = gradebook.find_notebook(names["notebook"], names["assignment"])
            graded = gradebooks.assignment(known, source)
        template = Template.of(graded, self.config, is_cleared=True)
        try:
            restored = restore(nb, template)
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
            spoken = language(known.kernelspec, nb.metadata)
        if spoken != "python":
            self.log.warning(
                "%s/%s is a notebook in %s: it is executed by nbgrader itself, in one process with "
                "its tests",
                names["assignment"],
                names["notebook"],
                spoken,
            )
            try:
                return super().preprocess(nb, resources, km)
            except Exception:
                gradebooks.withdraw(**names)
                raise
        plan = self.plan(nb, names)
        code, cells = plan.cells(nb)
        outcomes = self._run(cells, Path(resources["metadata"]["path"]), plan)
        resources["isocenter"] = fill(
            nb, code, cells, outcomes, rebound=self._rebound, rights=self._rights
        )
        return nb, resources

    def plan(self, nb: NotebookNode, names: dict[str, str]) -> Plan:
        """Say how a notebook is run.

        Parameters
        ----------
        nb : NotebookNode
        names : dict
            As in nbgrader's resources: of assignment and notebook, and the gradebook's address.
        """
        source = read_source(source_folder(self, names["assignment"]), names["notebook"])
        with Gradebook(names["db_url"]) as gradebook:
            known = gradebook.find_notebook(names["notebook"], names["assignment"])
            return gradebooks.plan(known, source, self.config, nb.metadata)

    def engine(self) -> Engine:
        """Return the engine for these settings, the same one for all hand-ins of a process."""
        return _engine(
            self.level,
            self.timeout,
            tuple(self.readable),
            tuple(sorted(self.environment.items())),
            tuple(sorted(self.secrets.items())),
        )

    def _run(self, cells: list[Cell], folder: Path, plan: Plan) -> list[CellOutcome]:
        """Run cells; where the engine itself fails, each of them is an error, and none a zero."""
        self._rights, self._rebound = "", ()
        try:
            engine = self.engine()
            self._rights = engine.level.name
            outcomes = engine.run(cells, folder, plan.imports, theirs=plan.theirs)
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
        notes = notes_of(nb)
        with Gradebook(names["db_url"]) as gradebook:
            submitted = gradebook.find_submission_notebook(
                names["notebook"], names["assignment"], names["student"]
            )
            for grade in submitted.grades:
                name = grade.cell.name
                if name in outcomes:
                    said = outcomes[name]
                    score, note = credit(said.outcome, said.value, said.reason, grade.max_score)
                    gradebooks.set_score(grade, score)
                    notes += [f"{name}: {note}"] if note else []
                elif name not in self._saved and grade.auto_score is not None:
                    gradebooks.set_score(grade, None)
            gradebook.db.commit()
        mark(nb, outcomes)
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
