"""One of the two servers of an engine: it forks a process for each submission, and watches it.

One forks the students' processes, the other the examiners. It runs one child at a time, and leaves
nothing of it behind.
"""

import contextlib
import gc
import json
import os
import random
import resource
import select
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from isocenter.engine import rights

LARGEST_REQUEST = 100_000
LOOK_EVERY = 0.1  # seconds


def serve(
    control: socket.socket,
    child: Callable[[dict, list[socket.socket]], None],
    problem: str = "",
) -> None:
    """Fork a child for each request, watch it, and end it when it is told to or breaks a limit.

    Parameters
    ----------
    control : socket.socket
        Of packets, each a JSON object: ``{"start": {...}}`` with the child's sockets, then
        ``{"interrupt": true}`` and ``{"stop": seconds}``, after which it is killed. The answers:
        ``{"ready": "", "pid": pid}`` or why not; ``{"status": status, "breach": sentence, "cpu":
        seconds}`` once no process is left. It says ``{"ready": "", "pid": pid}`` of itself first.
    child : function of the request and its sockets
        What the child does, in its own process, with its rights lowered.
    problem : str
        Why it cannot serve, if so.
    """
    gc.collect()
    gc.freeze()
    say(control, ready=problem, pid=os.getpid())
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
            supervision = rights.Supervision(pid, limits, scratch)
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
            if request["cpu"] is not None:
                os.sched_setaffinity(0, {request["cpu"]})
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
