"""What class reports and feedback pages cost: `python bench/reports.py [STUDENTS [FOLDER]]`.

A made-up class of 1,000 students has done `affines`; nothing is graded, the results are drawn. Then
each report is written once, and twenty feedback pages, and the CPU seconds are printed.
"""

import json
import os
import random
import shutil
import sys
import tempfile
import time
import uuid
import warnings
from pathlib import Path

import nbformat
import sqlalchemy as sa
from nbgrader import api
from sqlalchemy.exc import SAWarning

from isocenter import lessons
from isocenter.feedback import writing as feedback
from isocenter.reports import writing as reports

ROOT = Path(__file__).parent.parent
NAME = "affines"
PAGES = 20
MISTAKES = ("counting from 1", "the transposed matrix", "degrees passed to cos", "the old affine")


def build(root: Path) -> list[tuple[str, str, float, bool]]:
    """Make a course with one assignment; returns its graded cells."""
    (root / "nbgrader_config.py").write_text(
        "c = get_config()\nc.CourseDirectory.course_id = 'c'\n"
    )
    shutil.copytree(ROOT / "source" / NAME, root / "source" / NAME)
    source = nbformat.read(ROOT / "source" / NAME / f"{NAME}.ipynb", as_version=4)
    cells = []
    with api.Gradebook(f"sqlite:///{root / 'gradebook.db'}", "c") as book:
        book.add_assignment(NAME)
        book.add_notebook(NAME, NAME)
        for cell in source.cells:
            name, flags = lessons.grade_id(cell), lessons.grading(cell)
            if flags.get("grade"):
                points, written = float(flags["points"]), lessons.is_written(cell)
                kind = {"max_score": points, "cell_type": cell.cell_type}
                made = book.add_grade_cell(name, NAME, NAME, **kind)
                cells.append((made.id, name, points, written))
            if flags.get("solution"):
                book.add_solution_cell(name, NAME, NAME)
    return cells


def fill(root: Path, cells: list[tuple[str, str, float, bool]], count: int) -> None:
    """Write the results of a class: rows of the gradebook, and the grader's files."""
    draw = random.Random(7)
    engine = sa.create_engine(f"sqlite:///{root / 'gradebook.db'}")
    rows: dict[type, list[dict]] = {
        model: []
        for model in (api.Student, api.SubmittedAssignment, api.SubmittedNotebook, api.Grade)
    }
    with engine.begin() as database:
        assignment = database.execute(sa.select(api.Assignment.__table__.c.id)).scalar_one()
        notebook = database.execute(sa.select(api.Notebook.__table__.c.id)).scalar_one()
        for number in range(count):
            student, skill = f"s{number:05}", draw.betavariate(4, 2)
            one, two = uuid.uuid4().hex, uuid.uuid4().hex
            rows[api.Student].append({"id": student})
            kind = draw.choices(("graded", "ungraded", "missing"), (95, 2, 3))[0]
            if kind != "missing":
                record(root, student, kind, {})
            if kind != "graded":
                continue
            rows[api.SubmittedAssignment].append(
                {"id": one, "assignment_id": assignment, "student_id": student}
            )
            rows[api.SubmittedNotebook].append(
                {"id": two, "assignment_id": one, "notebook_id": notebook, "flagged": False}
            )
            tests = {}
            for place, (cell, name, points, written) in enumerate(cells):
                passed = draw.random() < skill ** (0.4 + place % 7 / 5)
                score = None if written and draw.random() < 0.3 else points * passed
                row = {"id": uuid.uuid4().hex, "notebook_id": two, "cell_id": cell}
                row |= {"auto_score": None if written else score, "extra_credit": None}
                row |= {"manual_score": score if written else None}
                rows[api.Grade].append(row | {"needs_manual_grade": score is None})
                if not written:
                    tests[name] = test(name, passed, draw)
            record(root, student, "graded", tests)
        for model, made in rows.items():
            database.execute(sa.insert(model.__table__), made)


def test(name: str, passed: bool, draw: random.Random) -> dict:
    """Return what the grader keeps of one test."""
    hint = f" Hint: this is what {draw.choice(MISTAKES)} would give." if draw.random() < 0.8 else ""
    said = (
        f"{name}, given an oblique image: an array of float64, shape (3,) came; it is wrong.{hint}"
    )
    return {
        "outcome": "passed" if passed else "failed",
        "value": None,
        "reason": "",
        "feedback": "" if passed else said,
        "cpu_seconds": round(draw.lognormvariate(-4, 1), 4),
        "wall_seconds": 0.1,
    }


def record(root: Path, student: str, status: str, tests: dict) -> None:
    """Write the grader's file on one submission."""
    said = {"version": 1, "student": student, "assignment": NAME, "status": status, "notes": []}
    said["reason"] = "" if status == "graded" else f"submitted/{student}/{NAME}: it is torn"
    said["notebooks"] = {NAME: {"cells": tests}}
    path = root / ".isocenter" / "graded" / NAME / f"{student}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(said))


def main() -> None:
    """Print what each costs."""
    warnings.simplefilter("ignore", SAWarning)
    # nbgrader starts `alembic` by name when it makes a gradebook.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        fill(root, build(root), count)
        reports_folder = root / "reports"
        wanted = reports.Wanted(
            reports_folder / "a.html",
            reports_folder / "a.xml",
            reports_folder / "a.md",
            reports_folder / "a.json",
            [("canvas", reports_folder / "canvas.csv"), ("moodle", reports_folder / "moodle.csv")],
        )
        wall, cpu = time.perf_counter(), time.process_time()
        reports.write(root, NAME, reports.Wanted())
        print(f"report, the page alone, {count} students: {since(wall, cpu)}")
        wall, cpu = time.perf_counter(), time.process_time()
        reports.write(root, NAME, wanted)
        print(f"report in all six forms, {count} students: {since(wall, cpu)}")
        solved = ROOT / "solutions" / NAME / f"{NAME}.ipynb"
        students = [f"s{n:05}" for n in range(count)]
        wall, cpu = time.perf_counter(), time.process_time()
        for student in students[:PAGES]:
            folder = root / "autograded" / student / NAME
            folder.mkdir(parents=True)
            shutil.copy(solved, folder / f"{NAME}.ipynb")
        here = [
            s for s in students[:PAGES] if (root / f".isocenter/graded/{NAME}/{s}.json").is_file()
        ]
        made = sum(len(one.pages) for one in feedback.write(root, NAME, here))
        spent = time.process_time() - cpu
        print(f"feedback, {made} pages: {since(wall, cpu)}, {spent / made:.3f} CPU-s a page")
        if len(sys.argv) > 2:
            shutil.copytree(root, sys.argv[2], dirs_exist_ok=True)  # to look at the pages


def since(wall: float, cpu: float) -> str:
    """Say how long something took."""
    return f"{time.perf_counter() - wall:.2f} s, {time.process_time() - cpu:.2f} CPU-s"


if __name__ == "__main__":
    main()
