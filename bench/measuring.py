"""Run a command and measure it, with all processes that it starts and leaves behind."""

import ctypes
import os
import resource
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

_SET_SUBREAPER = 36
LOOK = 2.0  # seconds between two looks at the memory


@dataclass(frozen=True)
class Cost:
    """What one command took.

    Attributes
    ----------
    wall, cpu : float
        Seconds; `cpu` is of all processes, orphans included.
    memory : float
        MB of all processes together, each shared page counted once, at the worst of the moments
        looked at, which lie two seconds apart.
    largest : float
        MB of the command's own process at its peak.
    """

    wall: float
    cpu: float
    memory: float
    largest: float


def run(command, folder, *, environment=None, codes=(0,), log=None):
    """Run a command to its end, and to the end of all that it started.

    Parameters
    ----------
    command : list of str, or list of such lists
        Several are run side by side, each in the folder of the same place in `folder`.
    folder : Path or list of Path
    environment : dict, optional
        Variables besides those of this process.
    codes : tuple of int
        The exit codes that are fine.
    log : Path, optional
        Gets what it prints.

    Returns
    -------
    Cost
    """
    commands = command if isinstance(command[0], list) else [command]
    folders = folder if isinstance(folder, list) else [folder]
    ctypes.CDLL(None).prctl(_SET_SUBREAPER, 1, 0, 0, 0)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    variables = os.environ | (environment or {})
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    with open(log or os.devnull, "ab") as sink:
        processes = [
            subprocess.Popen(one, cwd=place, env=variables, stdout=sink, stderr=sink)
            for one, place in zip(commands, folders, strict=True)
        ]
        seen = {"memory": 0.0, "largest": 0.0}
        done = threading.Event()
        looking = threading.Thread(target=_look, args=(processes[0].pid, seen, done))
        looking.start()
        ended = [process.wait() for process in processes]
        wall = time.monotonic() - began
        done.set()
        looking.join()
    while True:
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            break
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if any(code not in codes for code in ended):
        tail = Path(log).read_text(errors="replace")[-2000:] if log else ""
        raise SystemExit(f"{commands}: exit codes {ended}\n{tail}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, seen["memory"], seen["largest"])


def _look(pid, seen, done):
    """Look at the memory of this process's descendants until they are done."""
    while not done.wait(LOOK):
        total = 0.0
        for process in _descendants(os.getpid()):
            text = _read(f"/proc/{process}/smaps_rollup")
            total += sum(int(line.split()[1]) for line in text.splitlines() if line[:4] == "Pss:")
        seen["memory"] = max(seen["memory"], total / 1000)
        for line in _read(f"/proc/{pid}/status").splitlines():
            if line.startswith("VmHWM:"):
                seen["largest"] = max(seen["largest"], int(line.split()[1]) / 1000)


def _descendants(process):
    found = [process]
    for one in found:
        found += children(one)
    return found[1:]


def children(process):
    """Return the processes that one started, whichever of its threads did."""
    places = Path(f"/proc/{process}/task").glob("*/children")
    return [int(pid) for path in places for pid in _read(path).split()]


def _read(path):
    try:
        return Path(path).read_text()
    except OSError:
        return ""
