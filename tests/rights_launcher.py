"""Run every probe and every piece of honest work at every level; print what came of it as JSON.

`python -I rights_launcher.py probes|work FOLDER`: what is attacked, or what honest notebooks do.
As root, all is run twice: by a root that gives each submission a uid of its own, and by an ordinary
user, whose uid student code shares.
"""

import gc
import json
import os
import select
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import traceback
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import rights_probes as probes  # noqa: E402

from isocenter.engine import rights  # noqa: E402
from isocenter.engine.rights import namespaces, process  # noqa: E402

SUBMISSION, ORDINARY = 60001, 60002
MEGABYTE = probes.MEGABYTE
LONGEST = 10
# Room enough for honest work; what the hungry probes ask for is more.
LIMITS = rights.Limits(processes=64)
HUNGRY = rights.Limits(
    memory=300 * MEGABYTE,
    processes=40,
    descriptors=200,
    file_size=10 * MEGABYTE,
    scratch_bytes=25 * MEGABYTE,
    scratch_files=200,
    cpu_seconds=2,
    notebook_seconds=1.5,
)
# On a machine that others work on, a second of the processor may take longer, and any work too.
BUSY = replace(HUNGRY, cpu_seconds=1, notebook_seconds=LONGEST)
PATIENT = ("computes_without_end", "is_interrupted")
FIRST_HUNGRY = "takes_memory"


def launch(what):
    """Start this file as a script; returns what it found: user, level, probe, outcome."""
    # Not in pytest's folder, which nobody but its owner may look into.
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        os.chmod(folder, 0o755)
        command = [sys.executable, "-I", __file__, what, folder]
        done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def functions(module, after=None):
    found = [name for name, value in vars(module).items() if _is_probe(module, value)]
    return found if after is None else found[found.index(after) :]


def _is_probe(module, value):
    mine = getattr(value, "__module__", "") == module.__name__
    return (
        mine and getattr(value, "__code__", None) and value.__code__.co_varnames[:1] == ("world",)
    )


class World:
    """What lies about for the probes to find; owned by whoever grades."""

    def __init__(self, folder, others=()):
        self.folder = folder
        token = f"isocenter-{os.getpid()}"
        outside, readable = folder / "outside", folder / "readable"
        outside.mkdir()
        readable.mkdir(exist_ok=True)
        paths = {name: outside / name for name in ("solution", "removable", "emptied")}
        paths |= {"mode_changed": outside / "mode_changed", "instructors": readable / "instructors"}
        for path in paths.values():
            path.write_text("42")
            path.chmod(0o644)
        secret = os.open(paths["solution"], os.O_RDONLY)
        self.victim = os.fork()
        if not self.victim:
            process.unshield()
            process.die_with_parent()
            signal.pause()
        self.others = {self.victim, *others}
        self.sockets = [socket.create_server(("127.0.0.1", 0))]
        for kind, name in (
            (socket.SOCK_STREAM, str(outside / "socket")),
            (socket.SOCK_DGRAM, str(outside / "datagrams")),
            (socket.SOCK_STREAM, f"\0{token}"),
        ):
            self.sockets.append(socket.socket(socket.AF_UNIX, kind))
            self.sockets[-1].bind(name)
            if kind == socket.SOCK_STREAM:
                self.sockets[-1].listen(100)
            if name.startswith("/"):
                os.chmod(name, 0o777)
        self.sockets.append(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        self.sockets[-1].bind(("127.0.0.1", 0))
        self.said = {
            **{name: str(path) for name, path in paths.items()},
            "outside": str(outside),
            "setuid": str(readable / "setuid_id"),
            "launcher": os.getpid(),
            "victim": self.victim,
            "inherited": secret,
            "tcp": self.sockets[0].getsockname()[1],
            "udp": self.sockets[-1].getsockname()[1],
            "unix": str(outside / "socket"),
            "datagrams": str(outside / "datagrams"),
            "abstract": f"\0{token}",
            "in_tmp": f"/tmp/{token}",
            "in_memory": f"/dev/shm/{token}",
        }

    def reset(self):
        """Put back what a probe of the run before may have taken away."""
        for name in ("solution", "removable", "emptied", "instructors", "mode_changed"):
            path = Path(self.said[name])
            path.write_text("42")
            path.chmod(0o644)
        (Path(self.said["outside"]) / "made").unlink(missing_ok=True)
        for name in ("in_tmp", "in_memory"):
            Path(self.said[name]).unlink(missing_ok=True)

    def left_over(self):
        return [name for name in ("in_tmp", "in_memory") if Path(self.said[name]).exists()]


class Supervision(rights.Supervision):
    """As it is, but for the children of this process that are not the submission's."""

    def __init__(self, pid, limits, scratch, others):
        super().__init__(pid, limits, scratch)
        self._others = others

    def _roots(self):
        return super()._roots() - self._others


def run(world, level, uid, function, limits):
    """Run one function as a submission; returns what it said and what became of it."""
    world.reset()
    scratch = world.folder / "scratch"
    for name in ("work", "tmp", "home"):
        (scratch / name).mkdir(parents=True)
    places = rights.Places(scratch, (world.folder / "readable",))
    reading, writing = os.pipe()
    child = rights.fork(level)
    if not child:
        _submission(world, level, uid, function, limits, places, writing)
    os.close(writing)
    supervision = Supervision(child, limits, scratch, world.others)
    said, breach, end = b"", "", time.monotonic() + LONGEST
    while time.monotonic() < end and not breach:
        if select.select([reading], [], [], 0.02)[0]:
            part = os.read(reading, 1 << 16)
            said += part
            if not part or said.endswith(b"\n"):
                break
        breach = supervision.look()
        if (ready := scratch / "work" / "ready").exists():
            ready.unlink()
            os.kill(child, signal.SIGINT)
    os.close(reading)
    if not breach:
        supervision.wait(1)
    supervision.kill()
    outcome = json.loads(said) if said else {"error": "it ended without a word"}
    outcome |= {"breach": breach, "status": supervision.status, "left": world.left_over()}
    outcome["alive"] = _is_beating(scratch)
    rights.remove(scratch)
    return outcome


def kill_parent(world, level, uid):
    """Kill the process that forked a submission; returns whether the submission goes on."""
    scratch = world.folder / "scratch"
    for name in ("work", "tmp", "home"):
        (scratch / name).mkdir(parents=True)
    parent = os.fork()
    if not parent:
        if not os.fork():
            places = rights.Places(scratch)
            _submission(world, level, uid, probes.beats, LIMITS, places, os.open("/dev/null", 1))
        time.sleep(5)
        os._exit(0)
    while not (scratch / "work" / "heartbeat").exists():
        time.sleep(0.005)
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    time.sleep(0.05)
    outcome = {"alive": _is_beating(scratch)}
    while outcome["alive"] and _is_beating(scratch):
        pass
    rights.remove(scratch)
    return outcome


def _is_beating(scratch):
    heart = scratch / "work" / "heartbeat"
    if not heart.exists():
        return False
    before = heart.read_text()
    time.sleep(0.05)
    return heart.read_text() != before


def _submission(world, level, uid, function, limits, places, writing):
    outcome = {"error": "rights"}
    try:
        for name, place in (("HOME", "home"), ("TMPDIR", "tmp"), ("MPLCONFIGDIR", "home")):
            os.environ[name] = str(places.scratch / place)
        tempfile.tempdir = None  # what is imported may have asked for it
        rights.enter(level, limits, places, uid, [writing])
        outcome = {"got": str(function(world.said) or "")}
    except Exception as error:
        outcome = {"error": f"{type(error).__name__}: {error}", "trace": traceback.format_exc()}
    finally:
        os.write(writing, json.dumps(outcome).encode() + b"\n")
        os._exit(7)


def run_all(folder, uid, what, others=()):
    """Return the outcomes of one user: level, then probe, then what became of it."""
    survey = rights.survey()
    world, results = (
        World(folder, others),
        {"survey": {level.name: why for level, why in survey.items()}},
    )
    hungry = functions(probes, FIRST_HUNGRY)
    tried = [name for name in functions(probes) if name not in hungry]
    for level, why in survey.items():
        if why:
            continue
        outcomes = results[level.name] = {}
        world.said["own_memory"] = level >= rights.Level.STRICT
        if what == "probes":
            for name in tried:
                outcomes[name] = run(world, level, uid, getattr(probes, name), LIMITS)
        if what == "probes" and level >= rights.Level.SECCOMP:
            outcomes["parent_killed"] = kill_parent(world, level, uid)
            for name in hungry:
                limits = BUSY if name in PATIENT else HUNGRY
                outcomes[name] = run(world, level, uid, getattr(probes, name), limits)
        if what == "work" and level >= rights.Level.SECCOMP:
            import rights_work as work

            for name in functions(work):
                outcomes[name] = run(world, level, uid, getattr(work, name), LIMITS)
    os.kill(world.victim, signal.SIGKILL)
    os.waitpid(world.victim, 0)
    return results


def start_as_ordinary(folder, what):
    """Do the same as an ordinary user, who must be able to read the Python that root runs.

    Returns the process, and a pipe that the outcomes will come through.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            places = rights.Places(folder)
            namespaces.own_mounts()
            namespaces.cover(process.closed_folders(places.all()), places.all())
            process.give(folder, ORDINARY)
            folder.chmod(0o755)
            setuid = folder / "readable" / "setuid_id"
            os.chown(setuid, 0, 0)
            setuid.chmod(0o4755)
            process.change_user(ORDINARY)
            process.shield()
            os.write(writing, json.dumps(run_all(folder, None, what)).encode())
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)
    os.close(writing)
    return child, os.fdopen(reading, "rb")


def main(what, folder):
    if what == "work":
        import rights_work  # noqa: F401  (each fork finds it imported)
    gc.collect()
    gc.freeze()
    os.umask(0o022)
    for user in ("shared", "own"):
        (folder / user / "readable").mkdir(parents=True)
        program = shutil.copy("/usr/bin/id", folder / user / "readable" / "setuid_id")
        os.chmod(program, stat.S_ISUID | 0o755)
    if os.getuid() == 0:
        child, pipe = start_as_ordinary(folder / "shared", what)
        process.shield()
        results = {"own": run_all(folder / "own", SUBMISSION, what, [child])}
        results["shared"] = json.loads(pipe.read())
    else:
        process.shield()
        results = {"shared": run_all(folder / "shared", None, what)}
    print(json.dumps(results))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
