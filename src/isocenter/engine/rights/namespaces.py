"""Namespaces: a machine of its own, as far as a process and all that it starts can see."""

import contextlib
import ctypes
import os
import resource
import signal
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from . import kernel, process

NEW_MOUNTS, NEW_UTS, NEW_IPC = 0x00020000, 0x04000000, 0x08000000
NEW_USER, NEW_PID, NEW_NETWORK = 0x10000000, 0x20000000, 0x40000000
SHARED_MEMORY = Path("/dev/shm")
TEMPORARY = (Path("/tmp"), Path("/var/tmp"))

_NO_SUID, _NO_DEVICES, _NO_EXEC = 2, 4, 8
_BIND, _RECURSIVE, _PRIVATE = 0x1000, 0x4000, 0x40000
_FROM_ROOT, _WHOLE_TREE = -100, 0x8000
_ATTRIBUTE_READ_ONLY, _ATTRIBUTE_NO_SUID = 1, 2


class _Attributes(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in ("on", "off", "propagation", "namespace")]


def fork() -> int:
    """Fork a child that is PID 1 of a new namespace, as root may; returns 0 in it, else its pid."""
    own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    try:
        kernel.call("namespaces", "unshare", NEW_PID)
        if child := os.fork():
            # It was for this child alone: all others are born where this process lives.
            kernel.call("namespaces", "setns", own, NEW_PID)
        return child
    finally:
        os.close(own)


def separate() -> int | None:
    """Leave the mount, UTS, IPC, PID and network namespaces; return as PID 1 of the new one.

    Who may not is given a user namespace too, in which the uid stays what it is. The process that
    called stays behind, unless `fork` has made it PID 1: it waits, passes SIGINT on, and ends as
    the other one does.

    Returns
    -------
    int or None
        A descriptor that can be read once the process that waits is gone, if one does.
    """
    flags = NEW_MOUNTS | NEW_UTS | NEW_IPC | NEW_PID | NEW_NETWORK
    if os.getpid() == 1:
        kernel.call("namespaces", "unshare", flags & ~NEW_PID)
        private_mounts_only()
        return None
    if os.getuid() == 0:
        kernel.call("namespaces", "unshare", flags)
    else:
        maps = {"setgroups": "deny"}
        maps |= {"uid_map": f"{os.getuid()} {os.getuid()} 1"}
        maps |= {"gid_map": f"{os.getgid()} {os.getgid()} 1"}
        kernel.call("namespaces", "unshare", flags | NEW_USER)
        for name, text in maps.items():
            _write(f"/proc/self/{name}", text)
    lifeline, held = os.pipe2(os.O_CLOEXEC)
    if child := os.fork():
        _wait_for(child, held)
    os.close(held)
    private_mounts_only()
    return lifeline


def own_mounts() -> None:
    """Leave the mount namespace alone, as root may."""
    kernel.call("mounts", "unshare", NEW_MOUNTS)
    private_mounts_only()


def private_mounts_only() -> None:
    """Let no mount of this namespace be seen outside it."""
    _mount("none", Path("/"), None, _RECURSIVE | _PRIVATE)


def mount_proc() -> bool:
    """Mount a /proc with this namespace's processes; False where a container forbids it."""
    try:
        _mount("proc", Path("/proc"), "proc", _NO_SUID | _NO_DEVICES | _NO_EXEC)
    except kernel.RightsError:
        return False
    return True


def mount_shared_memory(size: int) -> None:
    """Mount a /dev/shm of so many bytes that nobody else sees."""
    target = SHARED_MEMORY.resolve()
    if target.is_dir():
        _mount("tmpfs", target, "tmpfs", _NO_SUID | _NO_DEVICES, f"mode=1777,size={size}")


def mount_terminals() -> None:
    """Mount a /dev/pts that has no terminal in it yet: the shell's `!` opens one."""
    if Path("/dev/pts").is_dir() and Path("/dev/ptmx").exists():
        options = "newinstance,ptmxmode=0666,mode=0600"
        _mount("devpts", Path("/dev/pts"), "devpts", _NO_SUID | _NO_EXEC, options)
        _mount("/dev/pts/ptmx", Path("/dev/ptmx"), None, _BIND)


def cover(folders: list[Path], kept: list[Path]) -> None:
    """Hide what is in folders, but for paths that are kept, which stay where they are.

    A user whom one of these folders shuts out is let through to what is kept.
    """
    folders = _outermost([folder.resolve() for folder in folders if folder.is_dir()])
    inside = _outermost([path for path in kept if any(map(path.is_relative_to, folders))])
    with contextlib.ExitStack() as stack:
        opened = [(path, stack.enter_context(_opened(path))) for path in inside if path.exists()]
        for folder in folders:
            mode = stat.S_IMODE(folder.stat().st_mode) | 0o555
            _mount("tmpfs", folder, "tmpfs", _NO_SUID | _NO_DEVICES, f"mode={mode:o},size=1m")
        for path, descriptor in opened:
            source = f"/proc/self/fd/{descriptor}"
            for folder in reversed(path.parents):
                if not folder.exists():
                    folder.mkdir(mode=0o755)
                    folder.chmod(0o755)
            if os.path.isdir(source):
                path.mkdir(exist_ok=True)
            else:
                path.touch()
            _mount(source, path, None, _BIND | _RECURSIVE)


def make_read_only(writable: list[Path]) -> None:
    """Make all mounts read-only but for some folders.

    Landlock does not cover chmod, utime and their like, and other files may belong to the same uid.
    """
    for path in writable:
        if not path.is_mount():
            _mount(str(path), path, None, _BIND | _RECURSIVE)
    _set_attributes(Path("/"), _WHOLE_TREE, _ATTRIBUTE_READ_ONLY | _ATTRIBUTE_NO_SUID, 0)
    for path in writable:
        _set_attributes(path, 0, 0, _ATTRIBUTE_READ_ONLY)


def _wait_for(child: int, held: int) -> NoReturn:
    """Wait for the child and end as it did, holding nothing but the lifeline.

    It keeps its rights. Without them, root could not signal the other uid, and not even take it
    along in death. Nobody inside can see it, so it needs no shield, and who counts memory must.
    """
    try:
        signal.signal(signal.SIGINT, lambda *_: process.send(child, signal.SIGINT))
        process.close_descriptors([held])
        process.die_with_parent()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if status < 0:
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            with contextlib.suppress(OSError):  # some cannot be handled, nor need it
                signal.signal(-status, signal.SIG_DFL)
            os.kill(os.getpid(), -status)
        os._exit(status)
    finally:
        os._exit(1)


def _set_attributes(path: Path, flags: int, on: int, off: int) -> None:
    attributes = _Attributes(on, off, 0, 0)
    step, size = f"mounts, {path}", ctypes.sizeof(_Attributes)
    kernel.call(step, "mount_setattr", _FROM_ROOT, os.fsencode(path), flags, attributes, size)


def _mount(source: str, target: Path, kind: str | None, flags: int, options: str = "") -> None:
    kernel.call(
        f"mounts, {target}",
        "mount",
        os.fsencode(source),
        os.fsencode(target),
        kind.encode() if kind else 0,
        flags,
        options.encode(),
    )


def _write(path: str, text: str) -> None:
    try:
        with open(path, "w") as file:
            file.write(text)
    except OSError as error:
        raise kernel.RightsError(f"namespaces, {path}: {error.strerror}") from error


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _outermost(paths: list[Path]) -> list[Path]:
    """Return the paths that are not inside another of them."""
    found: list[Path] = []
    for path in sorted(set(paths), key=lambda path: len(path.parts)):
        if not any(map(path.is_relative_to, found)):
            found.append(path)
    return found
