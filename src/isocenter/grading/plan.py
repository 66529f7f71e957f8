"""What an assignment asks of whoever grades it: which cells run, on which side, for how much."""

import ast
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from IPython.core.inputtransformer2 import TransformerManager
from nbformat import NotebookNode

from isocenter.engine.cells import Cell, Side
from isocenter.restore import Template
from isocenter.restore.reading import grade_id


@dataclass(frozen=True)
class Plan:
    """How one notebook of an assignment is run.

    Attributes
    ----------
    template : Template
        The notebook that is graded, before a student's answers are in it.
    trusted : dict of str to str
        The text of its locked code cells, by grade_id: only these ever run outside of the
        student's process.
    tests : frozenset of str
        Those of them that are tests.
    mark : str
        What begins a hidden test.
    imports : str
        What the tests' side imports first.
    theirs : frozenset of str
        Names that students are meant to bind or to fill.
    language : str
        Of its kernel.
    """

    template: Template
    trusted: dict[str, str]
    tests: frozenset[str]
    mark: str
    imports: str
    theirs: frozenset[str]
    language: str = "python"

    @classmethod
    def of(
        cls,
        template: Template,
        tests: set[str],
        own: list[tuple[str, bool]],
        mark: str,
        language: str,
    ) -> "Plan":
        """Make a plan.

        Parameters
        ----------
        template : Template
        tests : set of str
            The names of the cells that give points, written answers among them.
        own : list of (str, bool)
            The text of the assignment's own code cells with its solutions, and whether each is
            locked.
        mark, language : str
        """
        trusted = {
            slot.name: slot.cell.source
            for slot in template.slots
            if slot.is_locked and slot.cell.cell_type == "code"
        }
        return cls(
            template,
            trusted,
            frozenset(tests & set(trusted)),
            mark,
            _imports([source for source, _ in own]),
            _bound([source for source, locked in own if not locked]),
            language,
        )

    def cells(self, notebook: NotebookNode) -> tuple[list[NotebookNode], list[Cell]]:
        """Return a notebook's code cells, and the same as the engine takes them.

        Of cells with the same name the last is the one that is trusted.
        """
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        last = {grade_id(cell.metadata): number for number, cell in enumerate(code)}
        cells = []
        for number, cell in enumerate(code):
            name = grade_id(cell.metadata)
            if name in self.trusted and last[name] == number:
                side = Side.EXAMINER if name in self.tests else Side.BOTH
                source = self.trusted[name]
                cells.append(Cell(source, side, hidden=self.mark in source))
            else:
                cells.append(Cell(cell.source, Side.STUDENT))
        return code, cells

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "template": self.template.to_json(),
            "trusted": self.trusted,
            "tests": sorted(self.tests),
            "mark": self.mark,
            "imports": self.imports,
            "theirs": sorted(self.theirs),
            "language": self.language,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Plan":
        """Make it again of what `to_json` gave."""
        sets = {name: frozenset(data[name]) for name in ("tests", "theirs")}
        return cls(**data | sets | {"template": Template.from_json(data["template"])})


def read_source(folder: Path, notebook: str) -> NotebookNode | None:
    """Return the notebook in an assignment's source folder, where it is still there."""
    path = folder / f"{notebook}.ipynb"
    return nbformat.read(path, as_version=4) if path.is_file() else None


def language(kernelspec: str | None, metadata: dict[str, Any]) -> str:
    """Return the language of an assignment's kernel; one that names none is in Python."""
    kernel = json.loads(kernelspec or "{}") or metadata.get("kernelspec", {})
    name = str(kernel.get("language") or kernel.get("name") or "python").lower()
    return "python" if name.startswith("python") else name


def _imports(sources: list[str]) -> str:
    """Return the imports of an assignment's own cells, as a cell of the tests' side.

    Many a test uses `np` from a cell that students may edit: it shall be NumPy whatever they do.
    The tests' side looks where Python is installed, and nowhere else: what is not there, such as a
    module that students write, is left to them.
    """
    found: dict[str, None] = {}
    for source in sources:
        try:
            tree = ast.parse(TransformerManager().transform_cell(source))
        except SyntaxError:
            continue
        for node in tree.body:
            for text in _one_by_one(node):
                found[f"try:\n    {text}\nexcept ImportError:\n    pass"] = None
    return "\n".join(found)


def _one_by_one(node: ast.stmt) -> list[str]:
    """Return an absolute import as a statement for each name, as one may be missing."""
    if isinstance(node, ast.Import):
        names = [name for name in node.names if name.name not in _NO_MODULES]
        return [ast.unparse(ast.Import([name])) for name in names]
    if isinstance(node, ast.ImportFrom) and not node.level and node.module not in _NO_MODULES:
        return [ast.unparse(ast.ImportFrom(node.module, [name], 0)) for name in node.names]
    return []


# The students' own names, and what is only for the compiler.
_NO_MODULES = ("__main__", "__future__")


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
