"""Counting what a submission uses, all its processes together, and ending it to the last."""

import contextlib
import math
import os
import re
import signal
import stat
import time
from pathlib import Path
from typing import NamedTuple

from . import process
from .kernel import RightsError
from .limits import MEGABYTE, Limits

# What costs much is looked at again only when so many times its cost has passed; memory, which can
# be taken fast, after so many seconds at the latest.
_TIMES_ITS_COST = 20
_LONGEST_BLINDNESS = 0.2
_KILL_SECONDS = 20
# At the strictest level, one process is ours: it waits for the first of the submission's own.
_WAITING = 1
_NUMBERS = re.compile(rb"^(\w+):\s+(\d+)", re.MULTILINE)
_TICK = os.sysconf("SC_CLK_TCK")


class Supervision:
    """One submission's processes, seen from the process that forked the first of them.

    It must have one thread, and becomes the parent of what the submission leaves behind, such as
    daemons. So each child of it belongs to the submission.

    Parameters
    ----------
    pid : int
        The child that called `enter`.
    limits : Limits
    scratch : Path

    Raises
    ------
    RightsError
        Where /proc does not say which children a process has.

    Attributes
    ----------
    status : int or None
        How the first process ended, once it was reaped: its exit code, or minus the signal. After
        `kill` it is minus SIGKILL unless it had ended before: `wait` first where that matters.
    """

    def __init__(self, pid: int, limits: Limits, scratch: Path) -> None:
        if not os.path.exists(f"/proc/self/task/{os.getpid()}/children"):
            raise RightsError("supervision: this kernel does not say which children a process has")
        process.adopt_orphans()
        self.pid = pid
        self.status: int | None = None
        self._limits = limits
        self._scratch = scratch
        self._started = time.monotonic()
        self._memory_pause, self._disk_pause = _Pause(_LONGEST_BLINDNESS), _Pause()

    def look(self) -> str:
        """Return what the submission has used too much of, in a sentence; "" while all is well.

        To be called some ten times a second. It costs some 0.3 ms, and 0.1 ms more a process. Where
        the limit would be passed if no page were shared, pages are counted, some five times a
        second: 1 ms for each 25 MB that a process sees.
        """
        limits = self._limits
        for pid in self._roots() - {self.pid}:
            self._reap(pid)
        uses = [use for pid in self._tree() if (use := _use(pid))]
        if time.monotonic() - self._started > limits.notebook_seconds:
            return f"your notebook ran for more than {limits.notebook_seconds:g} seconds"
        if sum(use.cpu_seconds for use in uses) > limits.cpu_seconds:
            return f"your notebook used more than {limits.cpu_seconds} seconds of processor time"
        if sum(use.tasks for use in uses) - _WAITING > limits.processes:
            return f"your notebook started more than {limits.processes} processes and threads"
        if sum(use.memory for use in uses) > limits.memory and self._memory_pause.over():
            with self._memory_pause:
                is_over = _hold_more_than(limits.memory, uses)
            if is_over:
                return f"your notebook used more than {_size(limits.memory)} of memory"
        if self._disk_pause.over():
            with self._disk_pause:
                return self._look_at_files([use.pid for use in uses])
        return ""

    def wait(self, seconds: float) -> int | None:
        """Wait for the first process to end by itself; returns `status`."""
        end = time.monotonic() + seconds
        while self.status is None and time.monotonic() < end:
            self._reap(self.pid)
            time.sleep(0.001)
        return self.status

    def kill(self) -> None:
        """End every process of the submission, and return when none is left.

        Raises
        ------
        RightsError
            Where some are still there after a while, such as one that waits for a dead disk.
        """
        end = time.monotonic() + _KILL_SECONDS
        while roots := self._roots():
            frozen: set[int] = set()
            while new := set(self._tree()) - frozen:
                for pid in new:
                    process.send(pid, signal.SIGSTOP)
                frozen |= new
            for pid in frozen:
                process.send(pid, signal.SIGKILL)
            for pid in roots:
                self._reap(pid)
            if time.monotonic() > end:
                raise RightsError(
                    f"ending a submission: processes {sorted(frozen)} are still there"
                )
            time.sleep(0.001)

    def _roots(self) -> set[int]:
        return set(_children(os.getpid()))

    def _tree(self) -> list[int]:
        """Return all processes of the submission, parents before children."""
        found: dict[int, None] = {}
        waiting = [*self._roots()]
        while waiting:
            pid = waiting.pop()
            if pid not in found:
                found[pid] = None
                waiting += _children(pid)
        return list(found)

    def _reap(self, pid: int) -> None:
        with contextlib.suppress(ChildProcessError):
            reaped, status = os.waitpid(pid, os.WNOHANG)
            if reaped == self.pid:
                self.status = os.waitstatus_to_exitcode(status)

    def _look_at_files(self, pids: list[int]) -> str:
        """Return what is wrong with the scratch folder, or with files open that have no name."""
        limits, total, count = self._limits, sum(_nameless(pids).values()), 0
        waiting = [str(self._scratch)]
        while waiting:
            # What is gone by the time it is looked at is left out, and no more than that: else a
            # thread that moves folders about would end every look.
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                try:
                    entries = os.scandir(waiting.pop())
                except PermissionError:
                    return "your notebook made a folder that cannot be looked into"
                with entries:
                    for entry in entries:
                        count += 1
                        if count > limits.scratch_files:
                            return f"your notebook wrote more than {limits.scratch_files} files"
                        with contextlib.suppress(FileNotFoundError):
                            total += entry.stat(follow_symlinks=False).st_blocks * 512
                            if entry.is_dir(follow_symlinks=False):
                                waiting.append(entry.path)
        if total > limits.scratch_bytes:
            return f"your notebook wrote more than {_size(limits.scratch_bytes)} of files"
        return ""


class _Pause:
    """After something that takes its time, a time in which it is not done again."""

    def __init__(self, longest: float = math.inf) -> None:
        self._due, self._longest = 0.0, longest

    def over(self) -> bool:
        return time.monotonic() >= self._due

    def __enter__(self) -> None:
        self._started = time.monotonic()

    def __exit__(self, *_: object) -> None:
        now = time.monotonic()
        self._due = now + min(_TIMES_ITS_COST * (now - self._started), self._longest)


class _Use(NamedTuple):
    """What one process uses; its memory counts pages that it shares with others as its own."""

    pid: int
    tasks: int
    memory: int
    cpu_seconds: float


def _use(pid: int) -> _Use | None:
    """Return what a process uses, None if it has ended."""
    fields = _fields(f"/proc/{pid}/status")
    # The name, in brackets, may hold anything.
    times = _read(f"/proc/{pid}/stat").rpartition(b")")[2].split()[11:15]
    if not fields or not times:
        return None
    memory = sum(fields.get(name, 0) for name in (b"RssAnon", b"RssShmem", b"VmSwap"))
    return _Use(pid, fields.get(b"Threads", 1), memory * 1024, sum(map(int, times)) / _TICK)


def _hold_more_than(limit: int, uses: list[_Use]) -> bool:
    """Whether processes hold more than so many bytes together, each shared page counted once.

    The largest come first, so that most of them need not be looked at to know.
    """
    held, at_most = 0, sum(use.memory for use in uses)
    for use in sorted(uses, key=lambda use: use.memory, reverse=True):
        shares = _shares(use)
        held += shares
        at_most -= use.memory - shares
        if held > limit or at_most <= limit:
            break
    return held > limit


def _shares(use: _Use) -> int:
    """Return a process's memory, bytes, where a page that n processes share counts 1/n in each.

    Forks of a warm process share all that it had imported, and each would be charged for all of it.
    """
    fields = _fields(f"/proc/{use.pid}/smaps_rollup")
    if not fields:  # it has ended, or does not let itself be looked at
        now = _use(use.pid)
        return now.memory if now else 0
    return 1024 * sum(fields.get(name, 0) for name in (b"Pss_Anon", b"Pss_Shmem", b"SwapPss"))


def _fields(path: str) -> dict[bytes, int]:
    """Read the numbers of a file of lines such as `RssAnon:   120 kB`; {} where it is gone."""
    # A process may call itself what it likes, but a line break in its name is shown as two letters.
    return {name: int(number) for name, number in _NUMBERS.findall(_read(path))}


def _read(path: str) -> bytes:
    """Return what a file of /proc says, b"" where it is gone."""
    try:
        with open(path, "rb", buffering=0) as file:
            return file.readall()
    except OSError:
        return b""


def _children(pid: int) -> list[int]:
    found: list[int] = []
    with contextlib.suppress(OSError):
        for task in os.listdir(f"/proc/{pid}/task"):
            found += map(int, _read(f"/proc/{pid}/task/{task}/children").split())
    return found


def _nameless(pids: list[int]) -> dict[tuple[int, int], int]:
    """Return the bytes on disk of open files that have no name left, by device and inode."""
    found = {}
    for pid in pids:
        with contextlib.suppress(OSError):
            for name in os.listdir(f"/proc/{pid}/fd"):
                with contextlib.suppress(OSError):
                    file = os.stat(f"/proc/{pid}/fd/{name}")
                    if stat.S_ISREG(file.st_mode) and not file.st_nlink:
                        found[file.st_dev, file.st_ino] = file.st_blocks * 512
    return found


def _size(number: int) -> str:
    """Return bytes as people say them: 2 GB, 512 MB."""
    if number >= 1000 * MEGABYTE:
        return f"{number / (1000 * MEGABYTE):g} GB"
    return f"{number / MEGABYTE:g} MB"
