"""The grader's side of the warm process: starts it, and has it fork servers."""

import contextlib
import json
import os
import select
import socket
import subprocess
import sys
import tempfile
from typing import Any

from isocenter.engine import rights

ENDING = 10  # seconds that the warm process has to end what it has forked


class WarmProcessGone(Exception):
    """The warm process, or a server of its, does not answer any more."""


class WarmProcess:
    """A process that imports the stack once, for all engines of one level.

    Parameters
    ----------
    level : rights.Level
        That its engines will run hand-ins at.

    Attributes
    ----------
    pid : int
    """

    def __init__(self, level: rights.Level) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115
        kept = ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "MPLCONFIGDIR")
        environment = {name: os.environ[name] for name in kept if name in os.environ}
        environment |= {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL")}
        environment["MPLBACKEND"] = "Agg"
        if level < rights.Level.STRICT:  # no shared memory: joblib, which asks at its import
            environment["JOBLIB_MULTIPROCESSING"] = "0"
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-m", "isocenter.engine.zygote", str(theirs.fileno())],
                env=environment,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._complaints,
                start_new_session=True,
            )
        self.pid = self._process.pid

    def servers(self) -> tuple[socket.socket, socket.socket]:
        """Have two servers forked, as soon as all is imported; may be called from any thread.

        Returns
        -------
        students, examiners : socket.socket
            What each says first is whether it serves: see `server.serve`.

        Raises
        ------
        WarmProcessGone
        """
        students, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        examiners, tests = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, tests:
            try:
                socket.send_fds(self._control, [b"+"], [theirs.fileno(), tests.fileno()])
            except OSError as error:
                students.close()
                examiners.close()
                raise WarmProcessGone(str(error)) from None
        return students, examiners

    def is_alive(self) -> bool:
        """Whether it could still fork."""
        return self._process.poll() is None

    def complaint(self) -> str:
        """Return the last line that it or a server wrote, if any."""
        self._complaints.seek(0)
        lines = self._complaints.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else "silence"

    def close(self) -> None:
        """End it, after its servers, whose sockets must have been closed."""
        self._control.close()
        try:
            self._process.wait(ENDING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._complaints.close()


def heard(control: socket.socket, seconds: float) -> dict[str, Any]:
    """Return a server's next packet.

    Raises
    ------
    WarmProcessGone
        There is none within so many seconds.
    """
    if not select.select([control], [], [], seconds)[0]:
        raise WarmProcessGone(f"it was silent for {seconds:g} seconds")
    try:
        data = control.recv(100_000)
    except OSError as error:
        raise WarmProcessGone(str(error)) from None
    if not data:
        raise WarmProcessGone("it is not there any more")
    return json.loads(data)


def end(servers: list[socket.socket]) -> None:
    """Let servers end, and what they have forked; wait until they have."""
    for control in servers:
        with contextlib.suppress(OSError):
            control.shutdown(socket.SHUT_WR)
    for control in servers:
        with contextlib.suppress(WarmProcessGone):
            while True:
                heard(control, ENDING)
        control.close()
