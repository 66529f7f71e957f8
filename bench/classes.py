"""Made-up classes to measure with."""

import ast
import shutil
from pathlib import Path

import nbformat

ROOT = Path(__file__).parent.parent
SUBMISSIONS = ROOT / "tests" / "submissions"
STOCK = """
import os
import sys
from pathlib import Path

from isocenter import course

here = course.read(Path(__file__).parent / "course.toml")
c = get_config()
c.CourseDirectory.course_id = here.course_id
c.CourseDirectory.root = str(here.root)
c.Execute.timeout = 30
c.OverwriteCells.add_missing_cells = True
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
os.environ["ISOCENTER_COHORT_SEED"] = str(here.cohort_seed)
"""
FAST = STOCK + 'c.Execute.shutdown_kernel = "immediate"\n'
BROKEN = "import a_module_that_nobody_has"


def answers(assignment, kind):
    """Return the bank's answers of one kind: {exercise: [source]}, in order."""
    found = {}
    for folder in sorted((SUBMISSIONS / assignment).iterdir()):
        files = sorted((folder / kind).glob("*.py"))
        if files:
            found[folder.name] = [_answer(path) for path in files if "warn" not in path.name]
    return found


def _answer(path):
    text = path.read_text(encoding="utf-8")
    first = ast.parse(text).body[0]
    return "\n".join(text.splitlines()[first.end_lineno :]).strip()


def copy_course(target, assignments):
    """Copy the built course into a folder, with these assignments."""
    for name in ("lessons", "source", "release", "course.toml", "nbgrader_config.py"):
        place = ROOT / name
        copy = shutil.copytree if place.is_dir() else shutil.copy
        copy(place, target / name)
    head, *tables = (target / "course.toml").read_text().split("[assignments.")
    kept = [table for table in tables if table.split("]")[0] in assignments]
    (target / "course.toml").write_text("[assignments.".join([head, *kept]))
    (target / "data").symlink_to(ROOT / "data")
    return target


def hand_in(root, assignment, count=10):
    """Let a class hand in: 60 % right in varied ways, 30 % wrong, 10 % broken."""
    source = nbformat.read(root / "source" / assignment / f"{assignment}.ipynb", as_version=4)
    solved = {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in source.cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }
    right, wrong = answers(assignment, "accepted"), answers(assignment, "wrong_answer")
    for number in range(count):
        given = dict(solved)
        place = number % 10
        if 0 < place < 6:
            given |= {name: files[number % len(files)] for name, files in right.items() if files}
        elif 5 < place < 9:
            for name, files in sorted(wrong.items())[place - 6 :: 3]:
                given[name] = files[number % len(files)]
        notebook = nbformat.read(
            root / "release" / assignment / f"{assignment}.ipynb", as_version=4
        )
        for cell in notebook.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            if name in given and not (place == 9 and number % 2):
                cell.source = given[name]
        if place == 9:
            notebook.cells.insert(2, nbformat.v4.new_code_cell(BROKEN))
        # A person of their own: two hand-ins that are the same would run once.
        notebook.cells.append(nbformat.v4.new_code_cell(f"# student {number}"))
        path = root / "submitted" / f"s{number:04}" / assignment / f"{assignment}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(nbformat.writes(notebook), encoding="utf-8")
