"""What one more hand-in costs in a class of 50, 200, 1,000 and 5,000, and a run that is killed.

    python bench/scale.py [--sizes 50 200 1000 5000] [--kills 10]

The hand-ins are small: one function, two tests. Each class is graded from an empty store, then once
more with nothing changed. A class of 200 is graded again while processes of the run, the
coordinator and workers in turn, are killed at random moments; the run is taken up each time, and
must end with the gradebook of an undisturbed one.
"""

import argparse
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import measuring
import nbformat
from nbformat.v4 import new_code_cell

BIN = Path(sys.executable).parent
NAME = "small"
COMMAND = [str(BIN / "isocenter"), "grade", NAME]
ANSWER = "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
GIVEN = "def double(x):\n    return 2 * x  # student {}"
TEST = "assert double({0}) == 2 * {0}"
SCORES = (
    "SELECT s.student_id, c.name, g.auto_score, g.needs_manual_grade FROM grade g "
    "JOIN submitted_notebook b ON g.notebook_id = b.id "
    "JOIN submitted_assignment s ON b.assignment_id = s.id JOIN base_cell c ON g.cell_id = c.id"
)


def course(place):
    """Make a course with one small assignment."""
    flags = {"schema_version": 3, "locked": False, "task": False}
    cells = [new_code_cell(ANSWER), new_code_cell(TEST.format(2)), new_code_cell(TEST.format(3))]
    for number, cell in enumerate(cells):
        is_test = number > 0
        flags = flags | {"grade": is_test, "solution": not is_test, "locked": is_test}
        cell.metadata["nbgrader"] = flags | {"grade_id": f"cell{number}"}
        if is_test:
            cell.metadata["nbgrader"]["points"] = 1
    path = place / "source" / NAME / f"{NAME}.ipynb"
    path.parent.mkdir(parents=True)
    kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    path.write_text(nbformat.writes(notebook), encoding="utf-8")
    (place / "nbgrader_config.py").write_text("c = get_config()\n")
    command = [str(BIN / "nbgrader"), "generate_assignment", NAME]
    path_ = os.pathsep.join([str(BIN), os.environ["PATH"]])
    done = subprocess.run(
        command, cwd=place, env=os.environ | {"PATH": path_}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return place


def hand_in(root, count, more=""):
    """Let so many students hand in, each something else."""
    released = (root / "release" / NAME / f"{NAME}.ipynb").read_text()
    for number in range(count):
        notebook = nbformat.reads(released, as_version=4)
        notebook.cells[0].source = GIVEN.format(number) + more
        path = root / "submitted" / f"s{number:05}" / NAME / f"{NAME}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(nbformat.writes(notebook), encoding="utf-8")


def size(*folders):
    """Return the bytes of all files in folders."""
    return sum(p.stat().st_size for folder in folders for p in folder.rglob("*") if p.is_file())


def scores(root):
    """Return all rows of grades, by names."""
    with sqlite3.connect(root / "gradebook.db") as database:
        return sorted(database.execute(SCORES).fetchall())


def measure(place, count):
    """Grade a class of this size, and print what it took; returns its CPU seconds."""
    root = course(place / str(count))
    hand_in(root, count)
    first = measuring.run(COMMAND, root)
    assert {row[2] for row in scores(root)} == {1.0}
    again = measuring.run(COMMAND, root)
    kept = size(root / ".isocenter", root / "autograded") / count / 1000
    own = size(root / "autograded") / count / 1000
    print(
        f"{count:6}{first.wall:9.1f}{first.cpu:9.1f}{first.wall / count:9.3f}"
        f"{first.cpu / count:9.3f}{first.largest:8.0f}{kept:8.1f}{own:8.1f}{again.wall:11.2f}",
        flush=True,
    )
    return first.cpu


def start(root):
    """Start grading in a process of its own."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(COMMAND, cwd=root, **quiet)


def kill(place, kills, count=200):
    """Grade a class that is killed again and again; fails where a grade differs afterwards."""
    undisturbed = course(place / "undisturbed")
    hand_in(undisturbed, count, more="\nimport time\ntime.sleep(0.2)")  # so that it lasts
    root = shutil.copytree(undisturbed, place / "killed")
    measuring.run(COMMAND, undisturbed)
    random.seed(kills)
    done = 0
    process = start(root)
    while done < kills:
        time.sleep(random.uniform(3, 9))
        if process.poll() is not None:
            break
        workers = measuring.children(process.pid)
        victim = random.choice(workers) if done % 2 and workers else process.pid
        os.kill(victim, signal.SIGKILL)
        done += 1
        if victim == process.pid:
            process.wait()
            process = start(root)
    process.wait()
    measuring.run(COMMAND, root)
    same = scores(root) == scores(undisturbed)
    print(f"killed {done} times, taken up each time: {'the same grades' if same else 'DIFFERENT'}")
    if not same:
        raise SystemExit(1)


def main():
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[50, 200, 1000, 5000])
    parser.add_argument("--kills", type=int, default=10)
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(prefix="isocenter-scale-") as place:
        print("class     wall     CPU    a hand-in: wall, CPU   MB  kB kept notebook   unchanged")
        taken = {count: measure(Path(place), count) for count in options.sizes}
        for one, other in zip(options.sizes, options.sizes[1:], strict=False):
            more = (taken[other] - taken[one]) / (other - one)
            print(f"one more hand-in between {one} and {other}: {more:.3f} CPU-s")
        if options.kills:
            kill(Path(place), options.kills)


if __name__ == "__main__":
    main()
