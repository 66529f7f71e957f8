"""Asks `isocenter serve`, if it runs in this course; imports the standard library alone.

The server gets this process's output, and so its terminal, handed over as open files: it writes to
them as if it were this process.
"""

import json
import os
import socket
import struct
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PATH = Path(".isocenter", "serve.sock")
CONFIG = "nbgrader_config.py"
MOST = 1 << 16  # bytes of a message
PATIENCE = 10  # seconds in which the server says whether it begins
TERMINAL = ("TERM", "COLORTERM", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE")


def variables() -> dict[str, str]:
    """Return the variables of this process that a course's settings may hang on."""
    return {
        name: value
        for name, value in os.environ.items()
        if name.startswith(("ISOCENTER_", "NBGRADER", "JUPYTER")) or name in ("HOME", "PATH")
    }


def ask(arguments: Sequence[str]) -> int | None:
    """Have a command run by the server of the course that this folder is in.

    Parameters
    ----------
    arguments : sequence of str
        Of the command `isocenter`.

    Returns
    -------
    int or None
        Its exit code; None where nobody serves, or does not this time: then run it yourself.
    """
    here = Path.cwd()
    root = next((one for one in (here, *here.parents) if (one / CONFIG).is_file()), None)
    if root is None or not (root / PATH).exists():
        return None
    try:
        with connect(root) as server:
            return _ask(server, arguments)
    except OSError:
        return None


def connect(root: Path) -> socket.socket:
    """Return a connection to the server of a course.

    Raises
    ------
    OSError
        Nobody serves, or somebody else does.
    """
    server = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    folder = os.open(root / PATH.parent, os.O_PATH | os.O_DIRECTORY)
    try:  # a socket's path may have 107 bytes, and a course's folder more
        server.connect(f"/proc/self/fd/{folder}/{PATH.name}")
        if owner(server) != os.getuid():
            raise PermissionError("somebody else's server")
    except BaseException:
        server.close()
        raise
    finally:
        os.close(folder)
    return server


def owner(connection: socket.socket) -> int:
    """Return who is at the other end, as the kernel knows it."""
    return _peer(connection)[1]


def process(connection: socket.socket) -> int:
    """Return the process at the other end."""
    return _peer(connection)[0]


def _peer(connection: socket.socket) -> tuple[int, int, int]:
    size = struct.calcsize("3i")
    found = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size)
    return struct.unpack("3i", found)


def _ask(server: socket.socket, arguments: Sequence[str]) -> int | None:
    umask = os.umask(0o077)
    os.umask(umask)
    request = {
        "arguments": list(arguments),
        "folder": os.getcwd(),
        "umask": umask,
        "variables": variables(),
        "terminal": {name: os.environ[name] for name in TERMINAL if name in os.environ},
        "encoding": sys.stdout.encoding,
    }
    sys.stdout.flush()
    server.settimeout(PATIENCE)
    socket.send_fds(server, [json.dumps(request).encode()], [1, 2])
    while True:
        try:
            said = _hear(server)
        except KeyboardInterrupt:  # it stops, writes what is done, and says so
            server.shutdown(socket.SHUT_WR)
            said = _hear(server)
        if "exit" in said:
            return said["exit"]
        if "without" in said:
            print(f"`isocenter serve` is not used: {said['without']}", file=sys.stderr)
            return None
        if "waiting" in said:
            print(said["waiting"], file=sys.stderr)
        server.settimeout(None)


def _hear(server: socket.socket) -> dict[str, Any]:
    try:
        data = server.recv(MOST)
    except TimeoutError:
        return {"without": f"it did not answer within {PATIENCE} s"}
    return json.loads(data) if data else {"without": "it ended"}
