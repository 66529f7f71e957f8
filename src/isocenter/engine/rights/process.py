"""What a process can give up by itself on any Linux, without Landlock, seccomp or namespaces."""

import contextlib
import ctypes
import os
import signal
from collections.abc import Collection, Iterable
from pathlib import Path

from . import kernel

_SET_PDEATHSIG, _SET_DUMPABLE, _SET_SUBREAPER, _NO_NEW_PRIVS = 1, 4, 36, 38
_JOIN_SESSION_KEYRING = 1
_CAPABILITIES_VERSION = 0x20080522
_LAST_DESCRIPTOR = 0x7FFFFFFF


class _Header(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int32)]


def shield() -> None:
    """Keep processes of the same user from reading or tracing this one and what it forks.

    For worker, zygote and examiner. A child that calls `enter` can be looked at again.
    """
    kernel.call("dumpable", "prctl", _SET_DUMPABLE, 0, 0, 0, 0)


def unshield() -> None:
    """Give /proc/self back to the process's user, which also a change of uid takes away."""
    kernel.call("dumpable", "prctl", _SET_DUMPABLE, 1, 0, 0, 0)


def adopt_orphans() -> None:
    """Become the parent of each descendant whose own parent ends."""
    kernel.call("subreaper", "prctl", _SET_SUBREAPER, 1, 0, 0, 0)


def die_with_parent() -> None:
    """Be killed when the parent ends; a change of uid or of capabilities undoes it."""
    kernel.call("parent's death", "prctl", _SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)


def die_with(parent: int) -> None:
    """As `die_with_parent`, and end at once where the parent has ended already."""
    die_with_parent()
    if os.getppid() != parent:
        os._exit(1)


def send(pid: int, number: int) -> None:
    """Send a signal to a process, if it is still there."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def no_new_privileges() -> None:
    """Let no program give this process more than it has, setuid or not."""
    kernel.call("no new privileges", "prctl", _NO_NEW_PRIVS, 1, 0, 0, 0)


def close_descriptors(kept: Collection[int]) -> None:
    """Close all descriptors but those kept."""
    first = 0
    for descriptor in sorted(set(kept)):
        if first < descriptor:
            kernel.call("descriptors", "close_range", first, descriptor - 1, 0)
        first = descriptor + 1
    kernel.call("descriptors", "close_range", first, _LAST_DESCRIPTOR, 0)


def leave_keyring() -> None:
    """Take a session keyring of its own; containers that forbid keyrings need none."""
    with contextlib.suppress(kernel.RightsError):
        kernel.call("keyring", "keyctl", _JOIN_SESSION_KEYRING, 0)


def drop_capabilities() -> None:
    """Give up all capabilities; without new privileges, no program gives any back."""
    header = _Header(_CAPABILITIES_VERSION, 0)
    kernel.call("capabilities", "capset", header, (ctypes.c_uint32 * 6)())


def change_user(uid: int) -> None:
    """Become a user and the group of the same number, and a member of no other group."""
    try:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    except OSError as error:
        raise kernel.RightsError(f"uid {uid}: {error.strerror}") from error


def give(folder: Path, uid: int) -> None:
    """Make a folder and what is in it the user's; links are changed, never followed."""
    os.chown(folder, uid, uid)
    os.chmod(folder, 0o700)
    for parent, folders, files in os.walk(folder):
        for name in (*folders, *files):
            # The tests' process may be at work there already, with files of a moment.
            with contextlib.suppress(FileNotFoundError):
                os.lchown(os.path.join(parent, name), uid, uid)


def remove(folder: Path) -> None:
    """Delete a scratch folder after its processes have ended, however it was left.

    Folders may be shut, or nested deeper than a path can say: each is moved up, then emptied.
    """
    waiting, count = [str(folder)], 0
    while waiting:
        here = waiting.pop()
        os.chmod(here, 0o700)
        with os.scandir(here) as entries:
            found = [(entry.path, entry.is_dir(follow_symlinks=False)) for entry in entries]
        inner = []
        for path, is_folder in found:
            if is_folder:
                os.chmod(path, 0o700)
                count += 1
                inner.append(f"{folder}-{count}")
                os.rename(path, inner[-1])
            else:
                os.unlink(path)
        os.rmdir(here)
        waiting += inner


def closed_folders(paths: Iterable[Path]) -> list[Path]:
    """Return the folders above some paths that shut other users out."""
    above = {folder for path in paths for folder in path.parents}
    return sorted(folder for folder in above if folder.is_dir() and not folder.stat().st_mode & 1)


def raise_oom_score() -> None:
    """Offer this process first where the machine itself runs out of memory."""
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
        file.write("900")
