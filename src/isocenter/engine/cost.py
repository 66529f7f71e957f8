"""What processes have cost so far, asked of the kernel: student code has no say in it."""

import contextlib
import os
import time
from collections.abc import Iterable
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pids: Iterable[int]) -> float:
    """Return the CPU time, seconds, of processes and of all that they have started.

    Running processes are counted to the nanosecond; those that have ended and were waited for, to
    a hundredth of a second. Some 0.05 ms a process.
    """
    total, waiting, met = 0.0, [*pids], set()
    while waiting:
        pid = waiting.pop()
        if pid in met:
            continue
        met.add(pid)
        with contextlib.suppress(OSError, ValueError):  # it has just ended
            total += time.clock_gettime(_clock(pid))
            # The name, in brackets, may hold anything.
            fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
            total += sum(map(int, fields[13:15])) / _TICK
            for task in os.listdir(f"/proc/{pid}/task"):
                waiting += map(int, Path(f"/proc/{pid}/task/{task}/children").read_bytes().split())
    return total


def _clock(pid: int) -> int:
    """Return the id of a process's CPU clock, as `clock_getcpuclockid` does."""
    return (~pid << 3) | 2
