"""The warm process that hand-ins are forked from: `python -I -m isocenter.engine.zygote FD FD`.

It imports the stack once, then forks into two servers. One forks the student processes, the other
the examiners; each listens on a socket of its own, and neither has ever seen a test, an answer, a
secret or another submission. A server runs one child at a time, and leaves nothing of it behind.
"""

import contextlib
import ctypes
import gc
import importlib
import io
import json
import os
import random
import resource
import select
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from isocenter.engine import rights
from isocenter.engine.examiner import Examiner
from isocenter.engine.names import Names
from isocenter.engine.patches import refuse_masked
from isocenter.engine.shell import Shell
from isocenter.engine.student import Student
from isocenter.engine.trusted import known_types
from isocenter.engine.wire import Channel, ProtocolError

PRELOADED = (
    *("numpy", "numpy.testing", "scipy.linalg", "scipy.ndimage", "scipy.optimize"),
    *("scipy.signal", "scipy.spatial.transform", "scipy.stats", "pandas", "matplotlib.pyplot"),
    *("matplotlib_inline.backend_inline", "nibabel", "nilearn.datasets", "nilearn.image"),
    *("nilearn.masking", "nilearn.plotting", "nilearn.signal"),
)
LARGEST_REQUEST = 100_000
LOOK_EVERY = 0.1  # seconds


def main(student_descriptor: int, examiner_descriptor: int) -> None:
    """Import the stack, become the two servers, and serve until the sockets are closed."""
    rights.shield()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started this
    for name in PRELOADED:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    students = socket.socket(fileno=student_descriptor)
    examiners = socket.socket(fileno=examiner_descriptor)
    parent = os.getpid()
    if (other := os.fork()) == 0:
        die_with(parent)
        rights.shield()
        students.close()
        refuse_masked()
        with contextlib.suppress(ImportError):
            importlib.import_module("isocenter.checks")
        known_types()  # before any student code has named a class
        names = Names()
        shell = Shell(user_ns=names)
        serve(examiners, lambda request, sockets: examine(shell, names, request, sockets))
    else:
        examiners.close()
        shell = Shell()
        serve(students, lambda request, sockets: answer(shell, request, sockets), {other})


def die_with(parent: int) -> None:
    """End when the parent does."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:
        os._exit(1)


def serve(
    control: socket.socket,
    child: Callable[[dict, list[socket.socket]], None],
    others: Collection[int] = (),
) -> None:
    """Fork a child for each request, watch it, and end it when it is told to or breaks a limit.

    Parameters
    ----------
    control : socket.socket
        Of packets, each a JSON object: ``{"start": {...}}`` with the child's sockets, then
        ``{"interrupt": true}`` and ``{"stop": seconds}``, after which it is killed. The answers:
        ``{"ready": "", "pid": pid}`` or why not; ``{"status": status, "breach": sentence, "cpu":
        seconds}`` once no process is left.
    child : function of the request and its sockets
        What the child does, in its own process, with its rights lowered.
    others : collection of int
        Children of this process that belong to no submission.
    """
    warm_up()
    gc.collect()
    gc.freeze()
    # A library's own thread would hold locks that nobody lets go of in a child.
    threads = len(os.listdir("/proc/self/task"))
    say(control, ready="" if threads == 1 else f"the warm process has {threads} threads")
    supervision: rights.Supervision | None = None
    while True:
        wait = LOOK_EVERY if supervision else None
        request, descriptors = {}, []
        if select.select([control], [], [], wait)[0]:
            data, descriptors, *_ = socket.recv_fds(control, LARGEST_REQUEST, 4)
            if not data:
                if supervision:
                    supervision.kill()
                os._exit(0)
            request = json.loads(data)
        for descriptor in descriptors:
            os.set_inheritable(descriptor, False)  # not for programs that a cell starts
        if "start" in request:
            limits = rights.Limits(**request["start"]["limits"])
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            pid, problem = fork_child(child, request["start"], descriptors)
            say(control, ready=problem, pid=pid)
            scratch = Path(request["start"]["scratch"])
            supervision = rights.Supervision(pid, limits, scratch, others)
        for descriptor in descriptors:
            os.close(descriptor)
        if supervision is None:
            continue
        breach = supervision.look()
        if "interrupt" in request:
            with contextlib.suppress(ProcessLookupError):
                os.kill(supervision.pid, signal.SIGINT)
        if "stop" in request or breach or has_ended(supervision.pid):
            supervision.wait(request.get("stop", 0))
            supervision.kill()
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            say(control, status=supervision.status, breach=breach, cpu=cpu)
            supervision = None


def say(control: socket.socket, **message: Any) -> None:
    """Send one packet; nobody to hear it is the end of this process."""
    try:
        control.send(json.dumps(message).encode())
    except OSError:
        os._exit(1)


def has_ended(pid: int) -> bool:
    """Whether a child has ended; it stays to be reaped."""
    with contextlib.suppress(ChildProcessError):
        return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    return True


def fork_child(
    child: Callable[[dict, list[socket.socket]], None], request: dict, descriptors: list[int]
) -> tuple[int, str]:
    """Fork a child with lowered rights; return its pid, and why it could not start or ""."""
    told, tell = os.pipe2(os.O_CLOEXEC)
    try:
        pid = rights.fork(rights.Level(request["level"]))
    except rights.RightsError as error:
        print(error, file=sys.stderr, flush=True)
        os._exit(1)  # half of the way to another namespace: whoever grades starts another one
    if pid == 0:
        status = 1
        try:
            places = rights.Places(Path(request["scratch"]), tuple(map(Path, request["readable"])))
            rights.enter(
                rights.Level(request["level"]),
                rights.Limits(**request["limits"]),
                places,
                request["uid"],
                [*descriptors, tell],
            )
            # All is said of them, so that Python need not ask: that call is refused by now.
            kind = (socket.AF_UNIX, socket.SOCK_STREAM, 0)
            sockets = [socket.socket(*kind, fileno=descriptor) for descriptor in descriptors]
            os.environ.clear()
            os.environ.update(request["environment"])
            time.tzset()
            seed()
            forget_folders()
            os.write(tell, b"+")
            os.close(tell)
            child(request, sockets)
            status = 0
        except rights.RightsError as error:
            os.write(tell, str(error).encode())
        except BaseException as error:  # nothing of it may reach the server's loop
            with contextlib.suppress(OSError):
                os.write(tell, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(status)
    os.close(tell)
    said = os.read(told, 10_000).decode(errors="replace")
    os.close(told)
    return pid, "" if said == "+" else said or "the process ended before it could begin"


def seed() -> None:
    """Give each child random numbers of its own, as a process that has just started has."""
    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()


def forget_folders() -> None:
    """Let libraries look up again the folders that they have found by the old environment."""
    matplotlib = sys.modules.get("matplotlib")
    for name in ("get_configdir", "get_cachedir"):
        clear = getattr(getattr(matplotlib, name, None), "cache_clear", None)
        if clear:
            clear()


def warm_up() -> None:
    """Do once what libraries do at first use, so that no child has to: fonts, a picture."""
    plt = sys.modules.get("matplotlib.pyplot")
    if plt is None:
        return
    figure = plt.figure(figsize=(1, 1))
    figure.add_subplot(title="a", xlabel="$b$")
    figure.savefig(io.BytesIO(), format="png", bbox_inches="tight")
    plt.close("all")


def answer(shell: Shell, request: dict, sockets: list[socket.socket]) -> None:
    """Be the student's process."""
    shell.begin()
    student = Student(Channel(sockets[0]), shell, tuple(map(Path, request["readable"])))
    with contextlib.suppress(ProtocolError):
        shell.loop.run_until_complete(student.serve())


def examine(shell: Shell, names: Names, request: dict, sockets: list[socket.socket]) -> None:
    """Be the examiner: take the cells from the job's socket, and tell it what comes of each."""
    if request["level"] < rights.Level.LANDLOCK:
        rights.shield()  # from Landlock on, no process outside its own rules can look into this one
    job = Channel(sockets[1])
    try:
        shell.begin()
        examiner = Examiner(
            job,
            Channel(sockets[0]),
            tuple(map(Path, request["readable"])),
            Path(request["scratch"]),
            names,
        )
        shell.loop.run_until_complete(examiner.run(shell))
    except Exception as error:  # a fault of this side's: whoever grades must know it
        where = traceback.extract_tb(error.__traceback__)[-1]
        said = f"{type(error).__name__}: {error} ({Path(where.filename).name}, {where.lineno})"
        with contextlib.suppress(ProtocolError):
            job.send(["failed", said])


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
