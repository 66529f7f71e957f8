"""Which files student code may reach."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import isocenter

from . import landlock

PROGRAMS = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
# Of /etc, what libraries and programs read on their way; no folder that may hold a secret.
SETTINGS = (
    *("passwd", "group", "nsswitch.conf", "hosts", "host.conf", "resolv.conf", "gai.conf"),
    *("services", "protocols", "localtime", "timezone", "os-release", "debian_version"),
    *("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "ld.so.preload", "locale.alias", "locale.conf"),
    *("fonts", "matplotlibrc", "mime.types", "magic", "terminfo", "inputrc", "alternatives"),
    *("profile", "bash.bashrc", "ssl/certs", "ssl/openssl.cnf", "ca-certificates.conf"),
)
CACHES = ("/var/cache/fontconfig",)
DEVICES = ("null", "zero", "full", "random", "urandom")
# What libraries read to find out how large the machine is.
PROCESSORS = (
    "/sys/devices/system/cpu",
    *(f"/sys/fs/cgroup/{name}" for name in ("cpu.max", "cpu/cpu.cfs_quota_us")),
    "/sys/fs/cgroup/cpu/cpu.cfs_period_us",
)
MACHINE = ("cpuinfo", "meminfo", "stat", "loadavg", "version", "filesystems")


def _python() -> tuple[Path, ...]:
    """Return where the running Python finds itself and its packages."""
    folders = {sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix}
    folders |= {path for path in sys.path if path.startswith("/")}
    folders.add(str(Path(isocenter.__file__).parent))
    return tuple(sorted(path.resolve() for path in map(Path, folders) if path.exists()))


# Found once, before the fork: each submission would look for it again.
PYTHON = _python()


@dataclass(frozen=True)
class Places:
    """The files of one submission.

    Parameters
    ----------
    scratch : Path
        Folder whose subfolders work, tmp and home exist. Student code may write there and nowhere
        else. With a uid of its own, the folder is given to that.
    readable : tuple of Path
        Files and folders that may be read besides: the images, the instructor's files.
    python : tuple of Path
        The running Python and its packages, unless given, without links. A process that has the
        folder of a course on `sys.path` would show it; the zygote, started with -I, has not.
    """

    scratch: Path
    readable: tuple[Path, ...] = ()
    python: tuple[Path, ...] = PYTHON

    def all(self) -> list[Path]:
        """Return the paths that must be within reach, without links."""
        return [*(path.resolve() for path in (self.scratch, *self.readable)), *self.python]

    def rules(self, own_proc: bool, own_devices: bool) -> Iterator[tuple[Path, int]]:
        """Yield paths and the rights of `landlock` to them.

        Parameters
        ----------
        own_proc, own_devices : bool
            Whether /proc, and /dev/shm and /dev/pts, have nothing in them but the submission's own.
        """
        for name in (*PROGRAMS, *CACHES, *PROCESSORS, *self.python, *self.readable):
            yield Path(name), landlock.READ
        for folder in Path("/etc").glob("python3*"):
            yield folder, landlock.READ
        for name in SETTINGS:
            yield Path("/etc", name), landlock.READ
        for name in DEVICES:
            yield Path("/dev", name), landlock.DEVICE
        yield self.scratch, landlock.WRITE
        for name in ("",) if own_proc else ("self", *MACHINE):
            yield Path("/proc", name), landlock.READ
        if own_devices:
            yield Path("/dev/shm"), landlock.WRITE
            yield Path("/dev/ptmx"), landlock.DEVICE
            yield Path("/dev/pts"), landlock.DEVICE
