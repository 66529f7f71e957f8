"""What the engine itself costs: a submission, a call across the boundary, a large array.

    python bench/boundary.py [LEVEL]

LEVEL is one of BASIC, LANDLOCK, SECCOMP, STRICT; the highest that the machine has, unless given.
The aims: at most 0.15 s of CPU a submission (fork, rights, protocol, teardown), 0.3 ms for a call
with small arguments, 30 ms for an array of 10 MB, there or back. Medians.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from isocenter.engine.rights import Level
from isocenter.engine.running import Cell, Engine, Side

REPEATS = 30
ANSWER = """
import numpy as np

def small(number):
    return number + 1

def take(array):
    return None

def give(megabytes):
    return np.ones(megabytes * 125_000)
"""
CALLS = """
import statistics, time
import numpy as np

def median(call, repeats):
    taken = []
    for _ in range(repeats):
        started = time.perf_counter()
        call()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)

array = np.ones(10 * 125_000)
print(median(lambda: small(3), 1000), median(lambda: take(array), 20), median(lambda: give(10), 20))
"""


def seconds_of(*pids):
    """Return the CPU seconds of processes, and of their children that have ended."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
        ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def main(level):
    """Print the three costs."""
    empty = [Cell("answer = 1", Side.STUDENT), Cell("assert answer == 1", Side.EXAMINER)]
    with tempfile.TemporaryDirectory() as folder, Engine(level) as engine:
        engine.run(empty, Path(folder))
        pids = (os.getpid(), *engine.pids)
        before, started = seconds_of(*pids), time.perf_counter()
        for _ in range(REPEATS):
            engine.run(empty, Path(folder))
        cpu = (seconds_of(*pids) - before) / REPEATS
        wall = (time.perf_counter() - started) / REPEATS
        print(f"level {engine.level.name}")
        print(f"a submission of two empty cells: {cpu:.3f} s of CPU, {wall:.3f} s")
        cells = [Cell(ANSWER, Side.STUDENT), Cell(CALLS, Side.EXAMINER)]
        runs = [engine.run(cells, Path(folder))[1].outputs[0]["text"].split() for _ in range(5)]
    small, there, back = (
        1000 * statistics.median(map(float, row)) for row in zip(*runs, strict=True)
    )
    print(f"a call with a small argument: {small:.3f} ms")
    print(f"10 MB as an argument: {there:.1f} ms; as a result: {back:.1f} ms")


if __name__ == "__main__":
    main(Level[sys.argv[1]] if sys.argv[1:] else None)
