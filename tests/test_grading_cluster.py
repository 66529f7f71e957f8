"""A cluster: a real scheduler, and workers that share no folder with the one who grades."""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import dask
import pytest
import small_course
from damaged import answered
from test_grading_a_class import STOCK, change, grade, rows
from test_grading_workers import slow

from isocenter.errors import IsocenterError
from isocenter.grading import cluster, digests, household
from isocenter.grading.work import Machine

DATA = "import os\ndef square(x):\n    return int(open(os.environ['TABLE']).read()) * x**2"


class Cluster:
    """A scheduler and workers, each a process in a folder of its own."""

    def __init__(self, folder, certificate):
        self._folder, self.processes = folder, {}
        self._tls = []
        if certificate:
            pairs = {"ca-file": "pem", "cert": "pem", "key": "key"}
            self._tls = [f"--tls-{o}={certificate.with_suffix('.' + s)}" for o, s in pairs.items()]

    def start(self, name, *command):
        place = self._folder / name
        place.mkdir()
        tmp = place / "tmp"
        tmp.mkdir()
        with (place / "log").open("w") as log:
            self.processes[name] = subprocess.Popen(
                [sys.executable, "-m", "dask", *command, "--no-dashboard", *self._tls],
                cwd=place,
                stdout=log,
                stderr=log,
                env={"PATH": os.environ["PATH"], "HOME": str(place), "TMPDIR": str(tmp)},
            )
        return place / "log"

    def scheduler(self):
        protocol = ["--protocol=tls"] if self._tls else []
        log = self.start("scheduler", "scheduler", "--host=127.0.0.1", "--port=0", *protocol)
        self.address = until(lambda: re.search(r"Scheduler at: +(\S+)", log.read_text()))[1]

    def worker(self, name, threads=1):
        arguments = [self.address, "--no-nanny", f"--nthreads={threads}"]
        log = self.start(name, "worker", *arguments)
        until(lambda: "Registered to" in log.read_text())

    def kill(self, name):
        self.processes[name].kill()
        self.processes.pop(name).wait()

    def end(self):
        for name in reversed(list(self.processes)):
            self.kill(name)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    path = tmp_path_factory.mktemp("tls") / "isocenter.pem"
    names = ["-subj", "/CN=isocenter", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-out", path, "-keyout", path.with_suffix(".key")]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    subprocess.run([*command, *names, *files], check=True, capture_output=True)
    return path


@pytest.fixture
def trusted(certificate):
    """Have Dask's own settings know the certificate, as those of a user do."""
    ours = {"ca-file": certificate, "client.cert": certificate}
    ours["client.key"] = certificate.with_suffix(".key")
    with dask.config.set({f"distributed.comm.tls.{n}": str(path) for n, path in ours.items()}):
        yield


@pytest.fixture
def own_cluster(tmp_path, request, certificate):
    made = Cluster(tmp_path, certificate if getattr(request, "param", True) else None)
    made.scheduler()
    yield made
    made.end()


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = small_course.build(tmp_path_factory.mktemp("cluster"))
    (root / "nbgrader_config.py").write_text(STOCK)
    return root


@pytest.fixture
def root(built, tmp_path):
    return shutil.copytree(built, tmp_path / "course")


def until(condition, seconds=60):
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end
        time.sleep(0.05)
    return found


def below(pid):
    """Return a process and all that it has started, and those."""
    found = [pid]
    for parent in found:
        for path in Path(f"/proc/{parent}/task").glob("*/children"):
            with contextlib.suppress(OSError):
                found += map(int, path.read_text().split())
    return found


def test_a_worker_that_is_killed_costs_nobody_a_grade(
    root, own_cluster, trusted, tmp_path, monkeypatch
):
    readable = tmp_path / "readable"
    readable.mkdir()
    (readable / "one.txt").write_text("1")
    config = f"c.Execute.readable = [{str(readable)!r}]\n"
    config += f"c.Execute.environment = {{'TABLE': {str(readable / 'one.txt')!r}}}\n"
    (root / "nbgrader_config.py").write_text(STOCK + config)
    for student in "abcdef":
        slow(root, student, 0.7)
    small_course.write(root, "reads", change(answered(), "square", DATA))
    local = shutil.copytree(root, tmp_path / "local")
    for name in ("first", "second"):
        own_cluster.worker(name)
    tried_again = []
    lost, hand_out = cluster.ClusterPool._lost, cluster.ClusterPool._hand_out

    def note(pool, errand):
        tried_again.append(errand.task.key)
        lost(pool, errand)

    def hand_out_and_kill(pool):
        hand_out(pool)
        busy = [host for host in pool._hosts.values() if host.knows and host.running]
        if "first" in own_cluster.processes and len(busy) == 2:
            own_cluster.kill("first")

    monkeypatch.setattr(cluster.ClusterPool, "_lost", note)
    monkeypatch.setattr(cluster.ClusterPool, "_hand_out", hand_out_and_kill)
    results = grade(root, cluster=own_cluster.address)
    assert len(tried_again) == 1
    assert {result.status for result in results.values()} == {"graded"}
    assert results["reads"].score == 8
    (local / "nbgrader_config.py").write_text(STOCK + config)
    grade(local)
    assert rows(root) == rows(local)
    again = grade(root, cluster=own_cluster.address)
    assert {result.why for result in again.values()} == {"unchanged"}
    own = own_cluster.processes["second"].pid
    until(lambda: below(own) == [own])
    assert list((tmp_path / "second" / "tmp").glob("isocenter-run-*")) == []


def test_a_hand_in_that_takes_two_machines_down_is_not_tried_again(
    root, own_cluster, trusted, monkeypatch
):
    slow(root, "killer", 20)
    own_cluster.worker("worker-0")
    submitted = cluster.ClusterPool._submit
    done = threading.Event()
    pools = []

    def seen(pool, address, function, *arguments):
        pools.append(pool)
        return submitted(pool, address, function, *arguments)

    monkeypatch.setattr(cluster.ClusterPool, "_submit", seen)

    def busy():
        return {a for a, host in list(pools[-1]._hosts.items()) if host.running} if pools else None

    def kill():
        for number in range(2):
            address = until(busy)
            own_cluster.worker(f"worker-{number + 1}")
            own_cluster.kill(f"worker-{number}")
            until(lambda address=address: not address & set(pools[-1]._hosts))
        done.set()

    killing = threading.Thread(target=kill, daemon=True)
    killing.start()
    result = grade(root, "killer", cluster=own_cluster.address)["killer"]
    killing.join()
    assert done.is_set()
    assert result.status == "ungraded"
    assert "the machine that ran it went away, twice" in result.reason
    small_course.write(root, "other")
    assert grade(root, "other", cluster=own_cluster.address)["other"].score == 8


@pytest.mark.parametrize("own_cluster", [False], indirect=True, ids=["loopback"])
def test_a_worker_with_other_packages_is_refused(root, own_cluster, monkeypatch):
    small_course.write(root, "amy")
    own_cluster.worker("worker")
    installed = digests.installed()
    with monkeypatch.context() as patched:
        patched.setattr(digests, "installed", lambda: [*installed, "nilearn-99.dist-info"])
        with pytest.raises(IsocenterError, match=r"worker tcp://127.*nilearn-99.dist-info is miss"):
            grade(root, cluster=own_cluster.address)
    with monkeypatch.context() as patched:
        patched.setattr(digests, "code", lambda: "another")
        with pytest.raises(IsocenterError, match="isocenter's own code is not the same"):
            grade(root, cluster=own_cluster.address)
    assert grade(root, cluster=own_cluster.address)["amy"].score == 8


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("tcp://192.0.2.7:8786", "anybody could listen"),
        ("192.0.2.7:8786", "anybody could listen"),
        ("tcp://scheduler.example.org:8786", "anybody could listen"),
        ("ws://127.0.0.1:8786", "anybody could listen"),
        ("tls://192.0.2.7:8786", "Dask has no certificate"),
        ("tcp://127.0.0.1:1", "no Dask scheduler answers"),
    ],
)
def test_an_address_that_cannot_be_used_is_said_so(root, address, words, monkeypatch):
    small_course.write(root, "amy")
    monkeypatch.setattr(cluster, "ANSWERS", 0.5)
    with pytest.raises(IsocenterError, match=words):
        grade(root, cluster=address)


def test_a_worker_that_others_could_listen_to_is_refused():
    about = {"address": "tcp://127.0.0.1:1", "workers": {"tcp://192.0.2.7:5": {}}}
    pool = object.__new__(cluster.ClusterPool)
    pool._address = "tcp://127.0.0.1:1"
    pool._client = type("Client", (), {"scheduler_info": lambda self: about})()
    with pytest.raises(IsocenterError, match="192.0.2.7:5 takes connections without TLS"):
        pool._addresses()


def test_without_dask_it_is_said_what_to_install(root, monkeypatch):
    small_course.write(root, "amy")
    monkeypatch.setitem(sys.modules, "isocenter.grading.cluster", None)
    with pytest.raises(IsocenterError, match=r"pip install 'isocenter\[cluster\]'"):
        grade(root, cluster="tcp://127.0.0.1:1")


def test_variables_that_name_a_folder_name_the_place_to_which_it_was_sent(tmp_path):
    images = tmp_path / "images"
    images.mkdir()
    (tmp_path / "link").symlink_to(images)
    environment = {
        "ISOCENTER_DATA": str(tmp_path / "link"),
        "ONE": str(images / "one.nii"),
        "SEVERAL": f"/usr/bin:{images}",
        "BESIDE": f"{images}2",
        "WORDS": "images",
    }
    machine = Machine("STRICT", 30, (str(images),), environment, {"SECRET": str(images)})
    moved = household.moved_to(machine, {str(images): "/there/0"})
    assert moved.readable == ("/there/0",)
    assert moved.environment == environment | {
        "ISOCENTER_DATA": "/there/0",
        "ONE": "/there/0/one.nii",
        "SEVERAL": "/usr/bin:/there/0",
    }
    assert moved.secrets == machine.secrets


def test_a_folder_that_is_too_large_to_send_is_said_so(tmp_path, monkeypatch):
    (tmp_path / "large").write_bytes(bytes(2_000_000))
    monkeypatch.setattr(household, "MOST_BYTES", 1 << 20)
    machine = Machine("STRICT", 30, (str(tmp_path),), {}, {})
    with pytest.raises(IsocenterError, match=re.escape(f"{tmp_path}: 2 MB are too much")):
        household.Household(machine)


def test_the_command_takes_the_address(root):
    small_course.write(root, "amy")
    command = [sys.executable, "-m", "isocenter", "grade", "squares"]
    command += ["--cluster", "tcp://192.0.2.7:8786", "--json", "status.json"]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert said.returncode == 2
    assert "anybody could listen" in said.stderr
    assert not (root / "status.json").exists()
    assert json.dumps(said.stdout) == '""'
