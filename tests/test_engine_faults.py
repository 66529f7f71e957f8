"""Where a process dies, a socket breaks or a disk is full: an error with a reason, and on with it.

Never a zero, never a hang; what was graded before stays graded, and the next hand-in is graded by
the same engine as if nothing had been.
"""

import contextlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest
from attack_exam import LIAR
from attack_running import processes_of

from isocenter.engine import rights, running
from isocenter.engine.running import Cell, CellOutcome, Engine, EngineError, Side
from isocenter.results import Outcome

if sys.platform != "linux":
    pytest.skip("hand-ins are graded on Linux alone", allow_module_level=True)

PASSED, FAILED, TIMED_OUT, ERROR = Outcome.PASSED, Outcome.FAILED, Outcome.TIMED_OUT, Outcome.ERROR
BEFORE = Cell("assert 1 + 1 == 2", Side.EXAMINER)
AFTER = Cell("assert 2 + 2 == 4", Side.EXAMINER)
LONGEST = 25  # seconds, on a machine that others work on; nothing here waits for a whole cell
# At the strictest level a process is PID 1 of its own, which is deaf to its own signals.
DIES = "import os\ndef die():\n    os.kill(os.getpid(), 9)\n    os._exit(9)\n"
IN_A_WHILE = DIES + "import threading\ndie_soon = threading.Timer(0.1, die).start\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder for the scratch folders: nobody else's."""
    tmp_path_factory.getbasetemp()  # made at its first use: not in the folder, which goes away
    place = Path(tempfile.mkdtemp(dir="/tmp"))
    place.chmod(0o755)
    kept, tempfile.tempdir = tempfile.tempdir, str(place)
    yield place
    tempfile.tempdir = kept
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture(scope="module", params=["weakest", "strongest"])
def engine(request, folder):
    level = rights.Level.BASIC if request.param == "weakest" else rights.reachable()
    with Engine(level, rights.Limits(cell_seconds=20)) as one:
        yield one


@pytest.fixture(autouse=True)
def goes_on(request, folder, tmp_path):
    """After each fault: nothing is left, and the next hand-in is graded by the same engine."""
    started = time.monotonic()
    yield
    assert time.monotonic() - started < LONGEST
    if "engine" in request.fixturenames:
        engine = request.getfixturevalue("engine")
        assert names(run(engine, tmp_path, Cell("f = lambda x: 2 * x", Side.STUDENT), DOUBLED)) == [
            PASSED,
            PASSED,
        ]
        assert processes_of(engine) == []
    assert list(folder.glob("isocenter-*")) == []


DOUBLED = Cell("assert f(4) == 8", Side.EXAMINER)


def run(engine, beside, *cells):
    cells = [Cell(one, Side.STUDENT) if isinstance(one, str) else one for one in cells]
    return engine.run(cells, beside)


def names(outcomes):
    return [one.outcome for one in outcomes]


@contextlib.contextmanager
def meanwhile(act):
    """Do something in a thread while an engine runs; it is called until it says that it is done."""
    over = threading.Event()

    def work():
        while not over.is_set() and not act():
            time.sleep(0.005)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def children(pid):
    try:
        return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))
    except OSError:
        return []


STUDENT_DIES = {
    "in_a_cell": [BEFORE, f"{DIES}die()", AFTER],
    "in_a_grade_cells_call": [
        BEFORE,
        f"{DIES}f = lambda x: die()",
        Cell("f(3)", Side.EXAMINER),
        AFTER,
    ],
    "in_a_callback": [
        BEFORE,
        IN_A_WHILE + "def f(function):\n    die_soon()\n    return function(3)",
        Cell("import time\nf(lambda x: time.sleep(0.4))", Side.EXAMINER),
        AFTER,
    ],
    "between_cells": [
        BEFORE,
        IN_A_WHILE + "f = die_soon()",
        Cell("import time\ntime.sleep(0.4)\nf", Side.EXAMINER),
        AFTER,
    ],
    "by_exit_in_a_thread": [
        BEFORE,
        "import os, threading\nf = threading.Timer(0.1, os._exit, (3,)).start()",
        Cell("import time\ntime.sleep(0.4)\nf", Side.EXAMINER),
        AFTER,
    ],
}


@pytest.mark.parametrize("point", STUDENT_DIES)
def test_the_notebooks_process_dies(engine, tmp_path, point):
    outcomes = run(engine, tmp_path, *STUDENT_DIES[point])
    died = names(outcomes).index(ERROR)
    assert names(outcomes)[:died] == [PASSED] * died
    assert died == len(outcomes) - 2
    assert names(outcomes)[died:] == [ERROR] * 2
    killed = "was ended by SIGKILL"
    if engine.level == rights.Level.STRICT:
        killed = "ended by itself, with status 9"
    how = "ended by itself, with status 3" if "exit" in point else killed
    assert {one.reason for one in outcomes[died:]} == {f"the notebook's process {how}"}


def test_the_notebooks_process_dies_before_its_first_cell(engine, tmp_path):
    run(engine, tmp_path, BEFORE)
    server = engine.pids[0]
    known = set(children(server))

    def act():
        for pid in set(children(server)) - known:
            os.kill(pid, signal.SIGKILL)
            return True

    with meanwhile(act):
        try:
            outcomes = run(engine, tmp_path, "1", AFTER)
        except EngineError as error:  # before its rights were lowered
            outcomes = [CellOutcome(ERROR, reason=str(error))] * 2
    assert names(outcomes) == [ERROR, ERROR]
    assert "process" in outcomes[0].reason


CUT = {
    "nothing_of_it": "",
    "its_head": "_os.write(own_socket(), b'\\x10\\0\\0')",
    "half_of_its_text": "_os.write(own_socket(), b'\\x10\\0\\0\\0\\0\\0\\0\\0[1,\"ok\"')",
    "half_of_a_buffer": (
        "_os.write(own_socket(), b'\\2\\0\\0\\0\\1\\0\\0\\0\\0\\1' + bytes(6) + b'[]' + bytes(9))"
    ),
}


@pytest.mark.parametrize("point", CUT)
def test_the_socket_is_cut_in_a_message(engine, tmp_path, point):
    lies = f"def make(message, buffers):\n    {CUT[point]}\n    _os.close(own_socket())\nlie(make)"
    outcomes = run(
        engine, tmp_path, BEFORE, LIAR, f"f = 1\n{lies}", Cell("f", Side.EXAMINER), AFTER
    )
    assert names(outcomes) == [PASSED, PASSED, PASSED, ERROR, ERROR]
    assert "the notebook's process" in outcomes[3].reason


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
def test_the_process_of_the_tests_dies(engine, tmp_path, number):
    code = f"import os\nos.kill(os.getpid(), {int(number)})"
    if number == signal.SIGSEGV:
        code = "import ctypes\nctypes.string_at(0)"
    if number != signal.SIGSEGV and engine.level == rights.Level.STRICT:
        code = f"{DIES}die()"
    outcomes = run(engine, tmp_path, BEFORE, "x = 1", Cell(code, Side.EXAMINER), AFTER)
    assert names(outcomes) == [PASSED, PASSED, ERROR, ERROR]
    assert outcomes[2].reason.startswith("the process of the tests ")


def test_the_process_of_the_tests_is_killed_from_outside(engine, tmp_path):
    def act():
        running_tests = children(engine.pids[1])
        if running_tests and marked():
            for pid in running_tests:
                os.kill(pid, signal.SIGKILL)
            return True

    def marked():
        return any(Path(tempfile.tempdir).glob("isocenter-*/work/begun"))

    test = Cell("open('begun', 'w').close()\nimport time\ntime.sleep(15)", Side.EXAMINER)
    with meanwhile(act):
        outcomes = run(engine, tmp_path, BEFORE, test, AFTER)
    assert names(outcomes) == [PASSED, ERROR, ERROR]
    assert outcomes[1].reason == "the process of the tests was ended by SIGKILL"


def test_the_process_of_the_tests_is_interrupted_from_outside(engine, tmp_path):
    def act():
        if any(Path(tempfile.tempdir).glob("isocenter-*/work/begun")):
            for pid in children(engine.pids[1]):
                os.kill(pid, signal.SIGINT)
            return True

    test = Cell("open('begun', 'w').close()\nimport time\ntime.sleep(15)", Side.EXAMINER)
    with meanwhile(act):
        outcomes = run(engine, tmp_path, BEFORE, test, AFTER)
    assert names(outcomes)[0] is PASSED
    assert names(outcomes)[1] is ERROR, "interrupted from outside is no zero"
    assert "interrupt" in outcomes[1].reason


class Stopped(Exception):
    pass


def test_who_grades_is_interrupted(engine, tmp_path):
    run(engine, tmp_path, BEFORE)

    def ring(*_):
        raise Stopped

    kept = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.5)
        with pytest.raises(Stopped):
            run(engine, tmp_path, "import time\ntime.sleep(15)", AFTER)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, kept)


SERVERS = ("the_warm_process", "the_server_of_the_notebooks", "the_server_of_the_tests")


@pytest.mark.parametrize("which", SERVERS)
def test_a_server_is_killed_once(engine, tmp_path, which):
    """It is started again, and the hand-in is graded from its beginning."""

    def act():
        if any(Path(tempfile.tempdir).glob("isocenter-*/work/begun")):
            pids = dict(zip(SERVERS, (engine.pid, *engine.pids), strict=True))
            os.kill(pids[which], signal.SIGKILL)
            return True

    cell = "import time\nopen('begun', 'w').close()\ntime.sleep(1)\nf = lambda x: 2 * x"
    with meanwhile(act):
        outcomes = run(engine, tmp_path, BEFORE, cell, DOUBLED)
    assert names(outcomes) == [PASSED, PASSED, PASSED]


def test_the_warm_process_is_killed_each_time(engine, tmp_path):
    killed = set()

    def act():
        pid = engine.pid
        if pid not in killed and any(Path(tempfile.tempdir).glob("isocenter-*/work/begun")):
            killed.add(pid)
            os.kill(pid, signal.SIGKILL)
        return len(killed) == 2

    cell = "import time\nopen('begun', 'w').close()\ntime.sleep(5)"
    with meanwhile(act), pytest.raises(EngineError, match="warm process ended"):
        run(engine, tmp_path, BEFORE, cell)


def test_a_warm_process_that_does_not_start(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    monkeypatch.setattr(running, "STARTING", 10)
    started = time.monotonic()
    with Engine(rights.Level.BASIC) as broken, pytest.raises(EngineError, match="did not start"):
        run(broken, tmp_path, "1")
    assert time.monotonic() - started < 5


def test_a_hand_in_that_cannot_be_copied(engine, tmp_path):
    """As where the disk is full: a file that may not grow."""
    (tmp_path / "large.csv").write_bytes(b"x" * 1_000_000)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    run(engine, tmp_path, BEFORE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, hard))
    try:
        with pytest.raises(EngineError, match="large"):
            run(engine, tmp_path, BEFORE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        (tmp_path / "large.csv").unlink()


# CI's machines let their user do as root does.
AS_ROOT = () if os.getuid() == 0 else ("sudo", "--non-interactive")
IS_ROOT = not AS_ROOT or (
    shutil.which("sudo") and not subprocess.run([*AS_ROOT, "true"], capture_output=True).returncode
)


@pytest.mark.skipif(not IS_ROOT, reason="only root can mount a small disk")
def test_a_disk_that_is_full(engine, folder, tmp_path):
    small = folder.parent / f"small-{os.getpid()}"
    small.mkdir(mode=0o755)
    options = f"size=1m,mode=755,uid={os.getuid()}"
    subprocess.run([*AS_ROOT, "mount", "-t", "tmpfs", "-o", options, "tmpfs", small], check=True)
    kept, tempfile.tempdir = tempfile.tempdir, str(small)
    try:
        fills = "with open('full', 'wb') as file:\n    file.write(b'x' * 5_000_000)"
        prints = "print('x' * 2_000_000)\nimport os\nos.system('head -c 2000000 /dev/zero')"
        outcomes = run(engine, tmp_path, BEFORE, fills, prints, "f = lambda x: 2 * x", DOUBLED)
        assert names(outcomes) == [PASSED, FAILED, PASSED, PASSED, PASSED]
        assert "No space left" in str(outcomes[1].outputs)
        (tmp_path / "large.csv").write_bytes(b"x" * 2_000_000)
        with pytest.raises(EngineError, match="No space left"):
            run(engine, tmp_path, BEFORE)
        assert os.listdir(small) == []
    finally:
        (tmp_path / "large.csv").unlink(missing_ok=True)
        tempfile.tempdir = kept
        subprocess.run([*AS_ROOT, "umount", "-l", small], check=True)
        small.rmdir()
