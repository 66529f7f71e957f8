"""Landlock: which files a process, and all that it starts, may reach."""

import contextlib
import ctypes
import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from . import kernel

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, REMOVE_DIR, REMOVE_FILE = (1 << bit for bit in range(6))
MAKE_CHAR, MAKE_DIR, MAKE_REG, MAKE_SOCK, MAKE_FIFO, MAKE_BLOCK = (1 << bit for bit in range(6, 12))
MAKE_SYM, REFER, TRUNCATE, IOCTL_DEV = (1 << bit for bit in range(12, 16))
ALL = (1 << 16) - 1
OF_A_FILE = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV

READ = EXECUTE | READ_FILE | READ_DIR
WRITE = ALL & ~(MAKE_CHAR | MAKE_BLOCK | IOCTL_DEV)
DEVICE = READ_FILE | WRITE_FILE | IOCTL_DEV

_BIND_AND_CONNECT_TCP = 3
_ABSTRACT_SOCKETS_AND_SIGNALS = 3
_PATH_BENEATH = 1
_VERSION = 1


class _Ruleset(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in ("files", "tcp", "scoped")]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("rights", ctypes.c_uint64), ("folder", ctypes.c_int32)]


def version() -> int:
    """Return the version of this kernel's Landlock, from 1.

    Raises
    ------
    RightsError
        Where the kernel has none, or a container's profile forbids it.
    """
    return kernel.call("Landlock", "landlock_create_ruleset", 0, 0, _VERSION)


def restrict(rules: Iterable[tuple[Path, int]]) -> None:
    """Take all rights to files from this process that no rule gives; there is no way back.

    A path that does not exist is left out. TCP is refused from version 4 on; abstract Unix
    sockets of others and signals to others from version 6 on.
    """
    known = version()
    files = ALL
    for since, right in ((2, REFER), (3, TRUNCATE), (5, IOCTL_DEV)):
        if known < since:
            files &= ~right
    ruleset = _Ruleset(
        files,
        _BIND_AND_CONNECT_TCP if known >= 4 else 0,
        _ABSTRACT_SOCKETS_AND_SIGNALS if known >= 6 else 0,
    )
    size = 24 if known >= 6 else 16 if known >= 4 else 8
    holder = kernel.call("Landlock", "landlock_create_ruleset", ruleset, size, 0)
    try:
        for path, rights in rules:
            with _opened(path) as descriptor:
                if descriptor is None:
                    continue
                if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
                    rights &= OF_A_FILE
                beneath = _Beneath(rights & files, descriptor)
                kernel.call(
                    f"Landlock, {path}", "landlock_add_rule", holder, _PATH_BENEATH, beneath, 0
                )
        kernel.call("Landlock", "landlock_restrict_self", holder, 0)
    finally:
        os.close(holder)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[int | None]:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.ELOOP):
            raise kernel.RightsError(f"Landlock, {path}: {error.strerror}") from error
        yield None
        return
    try:
        yield descriptor
    finally:
        os.close(descriptor)
