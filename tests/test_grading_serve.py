"""`isocenter serve`: the same answers, sooner, from a process that is not stale."""

import contextlib
import json
import os
import pty
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import small_course
from damaged import answered
from test_grading_a_class import STOCK, change, rows
from test_grading_workers import children, slow, workers

from isocenter import client
from isocenter.grading import serving

COMMAND = [sys.executable, "-m", "isocenter"]
HEAVY = {"IPython", "nbformat", "nbgrader", "nilearn", "numpy", "rich", "sqlalchemy", "traitlets"}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = small_course.build(tmp_path_factory.mktemp("serve"))
    (root / "nbgrader_config.py").write_text(STOCK)
    return root


@pytest.fixture
def root(built, tmp_path):
    root = shutil.copytree(built, tmp_path / "course")
    for student in ("amy", "ben"):
        small_course.write(root, student)
    return root


@contextlib.contextmanager
def serving_course(root, *options):
    process = subprocess.Popen(
        [*COMMAND, "serve", *options],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout.readline().startswith(f"serving {root} (process {process.pid})")
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=60)


@pytest.fixture
def server(root):
    with serving_course(root) as process:
        yield process


def ask(root, *options, **variables):
    """Run `isocenter grade`."""
    return subprocess.run(
        [*COMMAND, "grade", "squares", *options],
        cwd=root,
        capture_output=True,
        text=True,
        env=os.environ | variables,
        timeout=120,
    )


def until(condition):
    end = time.monotonic() + 60
    while not (found := condition()):
        assert time.monotonic() < end
        time.sleep(0.05)
    return found


def test_the_same_as_without_it_from_one_worker_and_a_light_client(root, server, tmp_path):
    small_course.write(root, "wrong", change(answered(), "square", "def square(x):\n    return 4"))
    alone = shutil.copytree(root, tmp_path / "alone", ignore=shutil.ignore_patterns("*.sock"))
    [worker] = until(lambda: workers(server.pid))
    alike = ("--json", "status.json", "--workers", "1")  # one after the other, in the same order
    first = ask(root, *alike, PYTHONPROFILEIMPORTTIME="1")
    assert first.returncode == 0
    imported = {line.split("|")[-1].strip() for line in first.stderr.splitlines() if "|" in line}
    assert "isocenter.client" in imported
    assert not {name.split(".")[0] for name in imported} & HEAVY
    assert not {name for name in imported if name.startswith("isocenter.grading")}
    said = ask(alone, *alike)
    assert said.returncode == 0
    assert first.stdout == said.stdout
    assert rows(root) == rows(alone)
    ours, theirs = (json.loads((one / "status.json").read_text()) for one in (root, alone))
    for one in ours["submissions"] + theirs["submissions"]:
        one.pop("seconds", None)
    assert ours == theirs
    small_course.write(root, "cleo", change(answered(), "three", "three = 4"))
    assert "what was handed in" not in ask(root).stdout
    # The fork that answered ends by itself: worker and warm process are left.
    until(lambda: len(children(server.pid)) == 2)
    # a hand-in that is not there, wrong use, and a command of its own
    missing = ask(root, "--student", "nobody")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "submitted/nobody/squares does not exist" in missing.stderr
    assert ask(root, "--rights", "none").returncode == 2
    assert "isocenter.grading" in ask(root, "--no-serve", PYTHONPROFILEIMPORTTIME="1").stderr


def test_only_its_owner_can_connect(root, server, monkeypatch):
    path = root / client.PATH
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600
    with client.connect(root) as connection:
        assert client.process(connection) == server.pid
    monkeypatch.setattr(client.os, "getuid", lambda: 12345)
    with pytest.raises(PermissionError):
        client.connect(root)
    monkeypatch.chdir(root)
    assert client.ask(["grade", "squares"]) is None


def test_somebody_else_is_not_answered(tmp_path, monkeypatch):
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    listener = type("Listener", (), {"accept": lambda self: (ours, None)})()
    server = serving.Server(tmp_path, 1)
    monkeypatch.setattr(serving.os, "getuid", lambda: 12345)
    server._accept(listener)
    with theirs:
        assert theirs.recv(10) == b""
    assert not server._selector.get_map()
    server._selector.close()


def test_ctrl_c_stops_the_run_and_not_the_server(root, server):
    for student in "cde":
        slow(root, student, 2)
    process = subprocess.Popen(
        [*COMMAND, "grade", "squares", "--workers", "1"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout.readline().startswith("[1/")
    second = subprocess.Popen(
        [*COMMAND, "grade", "squares"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    waiting = second.stderr.readline()
    assert waiting == f"waiting: process {process.pid} is grading\n"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == "stopped; what was done before stays\n"
    out, said = second.communicate(timeout=60)
    assert (second.returncode, said) == (0, "")
    assert "taken up: not graded before" in out
    assert " unchanged" in out
    assert server.poll() is None


def test_a_client_that_is_killed_ends_its_run(root, server):
    slow(root, "slow", 30)
    process = subprocess.Popen(
        [*COMMAND, "grade", "squares", "--student", "slow"], cwd=root, stdout=subprocess.DEVNULL
    )
    until(lambda: len(children(server.pid)) == 3)
    time.sleep(0.5)
    process.kill()
    process.wait()
    before = time.monotonic()
    done = ask(root, "--student", "amy")
    assert done.returncode == 0, done.stderr
    assert time.monotonic() - before < 25  # nobody waited for the slow one


def test_settings_that_change_are_read_anew(root, server):
    assert ask(root, "--student", "amy").returncode == 0
    config = "c.Execute.environment = {'NUMBER': '3'}\n"
    (root / "nbgrader_config.py").write_text(STOCK + config)
    text = "import os\nthree = int(os.environ['NUMBER'])"
    small_course.write(root, "ben", change(answered(), "three", text))
    said = ask(root, "--student", "ben")
    assert "8/8" in said.stdout
    assert said.stderr == ""
    (root / "nbgrader_config.py").write_text(STOCK + config.replace("3", "4"))
    said = ask(root, "--student", "ben", "--json", "status.json")
    [status] = json.loads((root / "status.json").read_text())["submissions"]
    assert status["score"] < 8


def test_a_server_whose_code_changed_starts_anew(root, tmp_path):
    package = tmp_path / "lib" / "isocenter"
    shutil.copytree(
        Path(serving.__file__).parents[1], package, ignore=shutil.ignore_patterns("__pycache__")
    )
    environment = os.environ | {"PYTHONPATH": str(package.parent)}
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYTHONPATH", str(package.parent))
        with serving_course(root) as server:
            assert ask(root, **environment).stderr == ""
            path = package / "screen.py"
            assert "taken up: {why}" in path.read_text()
            path.write_text(path.read_text().replace("taken up: {why}", "run: {why}"))
            said = ask(root, "--force", **environment)
            assert said.returncode == 0
            assert "is not used: isocenter or a package changed" in said.stderr
            assert "run: asked for by --force" in said.stdout
            assert "starting anew" in server.stdout.readline()
            assert server.stdout.readline().startswith(f"serving {root} (process {server.pid})")
            again = ask(root, "--force", **environment)
            assert "run: asked for by --force" in again.stdout
            assert again.stderr == ""


def test_a_client_with_other_variables_is_told_to_go_alone(root, server):
    said = ask(root, "--student", "amy", ISOCENTER_OWN="1")
    assert said.returncode == 0
    assert "is not used: it was started with another value of ISOCENTER_OWN" in said.stderr


def test_the_terminal_is_the_clients(root, server):
    def seen(*options):
        here, there = pty.openpty()
        os.set_blocking(here, False)
        command = [*COMMAND, "grade", "squares", "--force", *options]
        terminal = {"TERM": "xterm-256color", "COLUMNS": "57"}
        environment = {k: v for k, v in os.environ.items() if k != "CI"} | terminal
        process = subprocess.Popen(command, cwd=root, stdout=there, stderr=there, env=environment)
        os.close(there)
        text = b""
        while process.poll() is None:
            with contextlib.suppress(OSError):
                text += os.read(here, 10_000)
            time.sleep(0.01)
        with contextlib.suppress(OSError):
            text += os.read(here, 100_000)
        os.close(here)
        assert process.returncode == 0
        return text.decode()

    served = seen("--student", "amy")
    assert "\x1b[" in served  # it is a terminal, and so there is a bar
    table = served[served.index("┏") :]
    assert table == (alone := seen("--student", "amy", "--no-serve"))[alone.index("┏") :]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_with_its_worker_and_its_socket(root, server, number):
    [worker] = until(lambda: workers(server.pid))
    with pytest.raises(subprocess.CalledProcessError) as second:
        subprocess.run([*COMMAND, "serve"], cwd=root, check=True, capture_output=True, text=True)
    assert "another process serves this course already" in second.value.stderr
    server.send_signal(number)
    assert server.wait(60) == 0
    assert not (root / client.PATH).exists()
    assert not Path(f"/proc/{worker}").exists()


def test_a_socket_that_is_left_is_replaced_and_nobody_waits_for_it(root):
    with serving_course(root) as killed:
        killed.kill()
        killed.wait()
    assert (root / client.PATH).is_socket()
    assert ask(root, "--student", "amy").returncode == 0
    with serving_course(root) as server, client.connect(root) as connection:
        assert client.process(connection) == server.pid


def test_it_ends_when_nobody_asks(root):
    with serving_course(root, "--idle", "0.005") as server:
        assert server.wait(60) == 0
    assert not (root / client.PATH).exists()
    said = subprocess.run([*COMMAND, "serve", "--idle", "0"], cwd=root, capture_output=True)
    assert said.returncode == 2
