"""A class graded by stock nbgrader, by stock nbgrader made faster, and by isocenter, side by side.

    python bench/grading.py [--rounds 2] [--count 10] [--json FILE] [ASSIGNMENT ...]

For each assignment ten hand-ins: 60 % right in varied ways, 30 % wrong, 10 % broken; all figures
are drawn. In each round every side gets a new copy of the class, an empty store and a fresh
gradebook, and the order of the sides is turned round from one round to the next.

- stock: ``nbgrader autograde``;
- stock, faster: the same with ``shutdown_kernel = "immediate"``, in two processes that have half of
  the class each;
- isocenter: ``isocenter grade --rights strict``.

Fails where a score of any test differs, or a cell was not executed.
"""

import argparse
import json
import os
import platform
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from dataclasses import asdict
from datetime import date
from pathlib import Path

import classes
import measuring
import nbformat

BIN = Path(sys.executable).parent
SIDES = ("stock", "stock, faster", "isocenter")
ALL = ("images_and_headers", "affines", "moving_images", "plotting_and_masks", "time_series")
SCORES = (
    "SELECT s.student_id, c.name, g.auto_score FROM grade g "
    "JOIN submitted_notebook b ON g.notebook_id = b.id "
    "JOIN submitted_assignment s ON b.assignment_id = s.id JOIN base_cell c ON g.cell_id = c.id"
)


def main():
    """Measure, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("assignments", nargs="*", default=list(ALL))
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for library in ("OMP", "OPENBLAS", "MKL"):
        os.environ[f"{library}_NUM_THREADS"] = "1"
    os.environ["ISOCENTER_DATA"] = str(classes.ROOT / "data")
    found = {}
    print(f"{date.today()}, {platform.machine()}, {os.cpu_count()} cores, Python {sys.version[:6]}")
    for assignment in options.assignments:
        with tempfile.TemporaryDirectory(prefix="isocenter-bench-") as place:
            found[assignment] = measure(Path(place), assignment, options)
            show(assignment, found[assignment], options.count)
    total(found, options.count)
    if options.json:
        options.json.write_text(json.dumps(found, indent=1))


def measure(place, assignment, options):
    """Return what each side took for one assignment, by round, and the floor."""
    course = classes.copy_course(place / "course", [assignment])
    build = [str(BIN / "isocenter"), "build"]
    subprocess.run(build, cwd=course, check=True, stdout=subprocess.DEVNULL)
    classes.hand_in(course, assignment, options.count)
    rounds = []
    for number in range(options.rounds):
        sides = SIDES if number % 2 == 0 else SIDES[::-1]
        rounds.append({})
        scores = {}
        for side in sides:
            cost, scores[side] = grade(place, course, assignment, side)
            rounds[-1][side] = asdict(cost)
        compare(scores, assignment)
    floor = subprocess.run(
        [sys.executable, Path(__file__).with_name("floor.py"), course, assignment],
        check=True,
        capture_output=True,
        text=True,
    )
    return {"rounds": rounds, "floor": float(floor.stdout)}


def grade(place, course, assignment, side):
    """Let one side grade a new copy of the class; returns its cost and its scores."""
    log = place / "log"
    if side == "isocenter":
        fresh = shutil.copytree(course, place / "fresh", symlinks=True)
        command = [str(BIN / "isocenter"), "grade", assignment, "--rights", "strict"]
        cost = measuring.run(command, fresh, codes=(0, 1), log=log)
        folders = [fresh]
    else:
        halves = 1 if side == "stock" else 2
        folders, commands = [], []
        for half in range(halves):
            fresh = shutil.copytree(course, place / f"fresh{half}", symlinks=True)
            settings = classes.STOCK if side == "stock" else classes.FAST
            (fresh / "nbgrader_config.py").write_text(settings)
            for number, path in enumerate(sorted((fresh / "submitted").iterdir())):
                if number % halves != half:
                    shutil.rmtree(path)
            folders.append(fresh)
            commands.append([str(BIN / "nbgrader"), "autograde", assignment])
        cost = measuring.run(commands, folders, codes=(0, 1), log=log)
    scores = {}
    for folder in folders:
        executed(folder, assignment)
        with sqlite3.connect(folder / "gradebook.db") as database:
            scores |= {tuple(row[:2]): row[2] for row in database.execute(SCORES)}
        shutil.rmtree(folder)
    return cost, scores


def executed(folder, assignment):
    """Fail where a cell of the class was not executed."""
    students = [path.name for path in (folder / "submitted").iterdir() if path.is_dir()]
    for student in students:
        path = folder / "autograded" / student / assignment / f"{assignment}.ipynb"
        for number, cell in enumerate(nbformat.read(path, as_version=4).cells):
            if cell.cell_type == "code" and cell.source.strip() and cell.execution_count is None:
                raise SystemExit(f"{path}: cell {number} was not executed")


def compare(scores, assignment):
    """Fail where a score differs from stock's."""
    for side in SIDES[1:]:
        for name in sorted(set(scores["stock"]) | set(scores[side])):
            one, other = scores["stock"].get(name), scores[side].get(name)
            if one != other:
                raise SystemExit(f"{assignment}, {name}: {one} by stock, {other} by {side}")


def show(assignment, found, count):
    """Print what each side took for an assignment."""
    print(f"\n{assignment}: {count} hand-ins, floor {found['floor'] / count:.2f} CPU-s each")
    print(f"{'':15}{'wall':>8}{'CPU':>8}{'ours':>8}{'MB':>7}   (seconds a hand-in; medians)")
    for side in SIDES:
        wall, cpu, memory = (
            statistics.median(one[side][what] for one in found["rounds"])
            for what in ("wall", "cpu", "memory")
        )
        own = (cpu - found["floor"]) / count
        print(f"{side:15}{wall / count:8.2f}{cpu / count:8.2f}{own:8.2f}{memory:7.0f}")
    walls = [one["stock"]["wall"] / one["isocenter"]["wall"] for one in found["rounds"]]
    print(f"isocenter is {statistics.median(walls):.1f} times as fast as stock")


def total(found, count):
    """Print the sums over the assignments."""
    sums = {
        (side, what): sum(
            statistics.median(one[side][what] for one in each["rounds"]) for each in found.values()
        )
        for side in SIDES
        for what in ("wall", "cpu")
    }
    floor = sum(each["floor"] for each in found.values())
    hand_ins = count * len(found)
    cores = len(os.sched_getaffinity(0))
    ours, stock = sums["isocenter", "cpu"] - floor, sums["stock", "cpu"] - floor
    print(f"\nall together: {hand_ins} hand-ins, {cores} cores")
    print(f"throughput: {sums['stock', 'wall'] / sums['isocenter', 'wall']:.1f} times stock's,")
    print(
        f"  {sums['stock, faster', 'wall'] / sums['isocenter', 'wall']:.1f} times the faster one's,"
    )
    print(f"  {sums['stock', 'wall'] / (floor / cores):.1f} times would be without any overhead")
    print(
        f"overhead a hand-in: {ours / hand_ins:.2f} CPU-s; stock {stock / hand_ins:.2f}; ", end=""
    )
    print(f"one {stock / ours:.0f}th" if ours > 0 else "none")


if __name__ == "__main__":
    main()
