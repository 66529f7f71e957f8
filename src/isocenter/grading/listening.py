"""The socket of `isocenter serve`: in the course's folder, for this user alone."""

import contextlib
import fcntl
import json
import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from isocenter import client
from isocenter.errors import CourseError
from isocenter.grading import store


@dataclass
class Client:
    """Somebody who asked for a command."""

    connection: socket.socket
    request: dict[str, Any] = field(default_factory=dict)
    files: list[int] = field(default_factory=list)

    def say(self, **message: Any) -> None:
        """Tell it something."""
        with contextlib.suppress(OSError):  # it is gone
            self.connection.send(json.dumps(message).encode())

    def close(self) -> None:
        """Let go of it, and of its terminal."""
        self.connection.close()
        for file in self.files:
            os.close(file)

    def __str__(self) -> str:
        """Say who it is."""
        return f"process {client.process(self.connection)}"


@contextlib.contextmanager
def listening(root: Path) -> Iterator[socket.socket]:
    """Make the socket, in place of one that a killed server left, and remove it in the end."""
    folder = store.folder(root)
    if folder.stat().st_uid != os.getuid():
        raise CourseError(f"{folder} belongs to somebody else, who alone can serve this course")
    folder.chmod(0o700)
    with (folder / "serve.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CourseError(f"{root}: another process serves this course already") from None
        path = root / client.PATH
        path.unlink(missing_ok=True)
        place = os.open(folder, os.O_PATH | os.O_DIRECTORY)
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
            umask = os.umask(0o177)
            try:
                listener.bind(f"/proc/self/fd/{place}/{path.name}")
            finally:
                os.umask(umask)
                os.close(place)
            listener.listen()
            try:
                yield listener
            finally:
                path.unlink(missing_ok=True)
