"""The warm process that hand-ins are forked from: `python -I -m isocenter.engine.zygote NUMBER`.

It imports the stack once, then forks two servers for each engine that asks: one for the students'
processes, one for the examiners. Each listens on a socket of its own, and neither, nor the warm
process, has ever seen a test, an answer, a secret or another submission.
"""

import contextlib
import gc
import importlib
import io
import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from isocenter.engine import rights, server
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


def main(descriptor: int) -> None:
    """Import the stack, and fork servers until the socket is closed and they have ended.

    Parameters
    ----------
    descriptor : int
        A socket of packets. Each brings two sockets: that of a server of students' processes, that
        of a server of examiners.
    """
    rights.shield()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started this
    for name in PRELOADED:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    warm_up()
    shell = Shell()
    gc.collect()
    gc.freeze()
    # A library's own thread would hold locks that nobody lets go of in a child.
    threads = len(os.listdir("/proc/self/task"))
    problem = "" if threads == 1 else f"the warm process has {threads} threads"
    control = socket.socket(fileno=descriptor)
    while True:
        _, (*sockets,), *_ = socket.recv_fds(control, 1, 2)
        _reap()
        if not sockets:
            break
        for own in sockets:
            os.set_inheritable(own, False)
        students, examiners = sockets
        _fork(serve_students, students, [descriptor, examiners], shell, problem)
        _fork(serve_examiners, examiners, [descriptor, students], problem)
        for own in sockets:
            os.close(own)
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()


def serve_students(descriptor: int, shell: Shell, problem: str) -> None:
    """Be the server of the students' processes."""
    control = socket.socket(fileno=descriptor)
    server.serve(control, lambda request, sockets: answer(shell, request, sockets), problem)


def serve_examiners(descriptor: int, problem: str) -> None:
    """Be the server of the examiners."""
    control = socket.socket(fileno=descriptor)
    refuse_masked()
    with contextlib.suppress(ImportError):
        importlib.import_module("isocenter.checks")
    known_types()  # before any student code has named a class
    names = Names()
    shell = Shell(user_ns=names)
    server.serve(control, lambda request, sockets: examine(shell, names, request, sockets), problem)


def _fork(function: Callable[..., None], own: int, others: list[int], *arguments: Any) -> None:
    """Run a server in a fork that has no business with other descriptors, and ends with us."""
    parent = os.getpid()
    if os.fork():
        return
    try:
        rights.die_with(parent)
        rights.shield()
        for descriptor in others:
            os.close(descriptor)
        function(own, *arguments)
    except BaseException:  # nothing of it may go on in the warm process's loop
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(1)


def _reap() -> None:
    """Let servers go that have ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


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
    main(int(sys.argv[1]))
