"""Workers and runs that are killed: the engine itself runs here, in processes."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
import small_course
from damaged import answered, find
from test_grading_a_class import STOCK, change, grade, rows

from isocenter import grading
from isocenter.grading import grader, pool

SLOW = "def square(x):\n    return x**2\nimport time\ntime.sleep({})"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = small_course.build(tmp_path_factory.mktemp("workers"))
    (root / "nbgrader_config.py").write_text(STOCK)
    return root


@pytest.fixture
def root(built, tmp_path):
    import shutil

    return shutil.copytree(built, tmp_path / "course")


@pytest.fixture
def pools(monkeypatch):
    """Return the pools that are started."""
    made = []

    class Seen(pool.Pool):
        def __init__(self, *arguments):
            super().__init__(*arguments)
            made.append(self)

    monkeypatch.setattr(grader, "Pool", Seen)
    return made


def slow(root, student, seconds):
    notebook = change(answered(), "square", SLOW.format(seconds))
    return small_course.write(root, student, change(notebook, "why", f"I am {student}."))


def kill_workers(pools, times, until):
    """Kill the one worker each time it has begun to run a hand-in."""
    killed = []
    while len(killed) < times and not until.is_set():
        for one in pools:
            for pid in one.pids:
                if pid not in killed and _has_students(one):
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)
                    killed.append(pid)
        time.sleep(0.02)


def _has_students(one):
    """Tell whether somebody has been forked who sleeps in a cell."""
    found = [one.warm_process.pid]
    for parent in found:
        found += children(parent)
    return len(found) >= 5  # the warm process, two servers, and two who came for the hand-in


def children(process):
    """Return the processes that one started, whichever of its threads did."""
    found = []
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found += map(int, path.read_text().split())
    return found


def workers(process):
    """Return the workers that a process has started."""
    found = []
    for pid in children(process):
        with contextlib.suppress(OSError):
            if b"isocenter.grading.worker" in Path(f"/proc/{pid}/cmdline").read_bytes():
                found.append(pid)
    return found


@pytest.mark.parametrize(("times", "status"), [(1, "graded"), (2, "ungraded")])
def test_a_worker_that_dies_is_replaced_and_the_other_hand_ins_go_on(root, pools, times, status):
    slow(root, "killer", 2)
    done = threading.Event()
    killing = threading.Thread(target=kill_workers, args=(pools, times, done))
    killing.start()
    try:
        result = grade(root, "killer", workers=1)["killer"]
        small_course.write(root, "other")
        other = grade(root, "other", workers=1)["other"]
    finally:
        done.set()
        killing.join()
    assert other.score == 8
    assert result.status == status
    if status == "ungraded":
        assert "the grading process died while it ran this one, twice" in result.reason
        assert grade(root, "killer")["killer"].score == 8


def start(root):
    """Start grading in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "isocenter", "grade", "squares"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def first_line(process):
    """Wait until the first hand-in is in the gradebook."""
    for line in process.stdout:
        if line.startswith("[1/"):
            return
    raise AssertionError(process.stderr.read())


def is_running(pid):
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_stopped_is_taken_up_by_the_next(root, tmp_path, number):
    import shutil

    for student in "abcdefgh":
        slow(root, student, 0.4)
    undisturbed = shutil.copytree(root, tmp_path / "undisturbed")
    process = start(root)
    first_line(process)
    started = children(process.pid)
    variables = Path(f"/proc/{workers(process.pid)[0]}/environ").read_bytes().split(b"\0")
    [place] = [Path(os.fsdecode(one[7:])) for one in variables if one.startswith(b"TMPDIR=")]
    assert (place / "lock").is_file()
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    if number == signal.SIGINT:
        assert process.returncode == 130
        assert "stopped; what was done before stays" in said
    until = time.monotonic() + 20
    while any(map(is_running, started)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(is_running, started))
    results = grade(root)
    whys = [result.why for result in results.values()]
    assert 0 < whys.count("unchanged") < 8
    assert [result.score for result in results.values()] == [8] * 8
    grade(undisturbed)
    assert rows(root) == rows(undisturbed)
    assert not place.exists()  # the next run has swept it up


def test_what_a_worker_raises_is_told_and_is_not_its_death(root, pools, monkeypatch):
    class Full:
        process = SimpleNamespace(pid=0, kill=lambda: None)

        def ask(self, *_):
            return OSError("no space left on device")

        def end(self):
            pass

    monkeypatch.setattr(pool, "start", lambda *_: Full())
    small_course.write(root, "amy")
    reason = grade(root, workers=1)["amy"].reason
    assert "the grader failed on it: OSError: no space left on device" in reason


def test_nothing_of_the_grader_is_left_in_the_graded_notebook(root):
    path = slow(root, "amy", 0)
    path.with_name("table.csv").write_text("1,2")
    assert grade(root)["amy"].score == 8
    notebook = small_course.graded(root, "amy")
    nbformat.validate(notebook)
    assert notebook.metadata.isocenter.rights
    test = notebook.cells[find(notebook, "square_hidden")]
    assert test.metadata.isocenter == {"outcome": "passed", "reason": ""}
    folder = root / "autograded" / "amy" / "squares"
    assert {path.name for path in folder.iterdir()} == {"squares.ipynb", "table.csv"}
    assert not (folder / "squares.ipynb").stat().st_mode & 0o222


def test_more_workers_than_hand_ins_are_not_started(root, pools):
    small_course.write(root, "amy")
    assert grading.students(root, "squares") == ["amy"]
    assert grade(root, workers=5)["amy"].score == 8
    assert [one.size for one in pools] == [1]
