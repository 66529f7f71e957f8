"""What lies about for the attacks to find: files, sockets and a process of the grader's."""

import os
import socket
import subprocess
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class World:
    """Files, sockets and a process of the grader's."""

    folder: Path
    sockets: list[socket.socket] = field(default_factory=list)

    def __post_init__(self) -> None:
        course, readable = self.folder / "course", self.folder / "readable"
        other = self.folder / "submitted" / "another"
        for folder in (course, readable, other):
            folder.mkdir(parents=True)
        self.paths = {
            "solution": course / "solution.py",
            "gradebook": course / "gradebook.db",
            "another": other / "answer.py",
            "instructors": readable / "image.nii",
        }
        self.left = [Path(f"{place}/left-{os.getpid()}") for place in ("/tmp", "/dev/shm")]
        self.reset()
        token = f"isocenter-{os.getpid()}"
        self._open(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0))
        self._open(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0))
        self._open(socket.AF_UNIX, socket.SOCK_STREAM, str(course / "socket"))
        self._open(socket.AF_UNIX, socket.SOCK_STREAM, f"\0{token}")
        os.chmod(course / "socket", 0o777)
        self.victim = subprocess.Popen(  # a program: our memory is not in it
            ["sleep", "1200"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.said = {name: str(path) for name, path in self.paths.items()} | {
            "course": str(course),
            "grader": os.getpid(),
            "victim": self.victim.pid,
            "tcp": self.sockets[0].getsockname()[1],
            "udp": self.sockets[1].getsockname()[1],
            "unix": str(course / "socket"),
            "abstract": token,
            "in_tmp": str(self.left[0]),
            "in_memory": str(self.left[1]),
        }

    def _open(self, family: int, kind: int, address: object) -> None:
        one = socket.socket(family, kind)
        one.bind(address)
        if kind == socket.SOCK_STREAM:
            one.listen(100)
        self.sockets.append(one)

    def reset(self) -> None:
        for path in self.paths.values():
            path.write_text("the instructor's")
            path.chmod(0o644)

    def harm(self) -> list[str]:
        """Return what an attack has left or changed, and put it right."""
        found = [str(path.parent) for path in self.left if path.exists()]
        for path in self.left:
            path.unlink(missing_ok=True)
        for name, path in self.paths.items():
            if path.read_text() != "the instructor's":
                found.append(name)
        self.reset()
        return found

    def close(self) -> None:
        self.victim.kill()
        self.victim.wait()
        for one in self.sockets:
            one.close()
