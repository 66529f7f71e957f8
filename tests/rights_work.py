"""What honest notebooks do, each in a process whose rights are lowered; a failure is raised."""

import asyncio
import concurrent.futures
import ctypes
import ctypes.util
import locale
import multiprocessing
import multiprocessing.shared_memory
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import zoneinfo
from pathlib import Path

import joblib
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402  (after the backend is chosen)
import nibabel as nib  # noqa: E402
import numpy as np  # noqa: E402
from nilearn import plotting  # noqa: E402


def lists_files(world):
    Path("a.txt").touch()
    assert "a.txt" in subprocess.run("ls -l", shell=True, capture_output=True, text=True).stdout
    assert os.popen("echo one | tr o x").read() == "xne\n"


def runs_shell_commands_as_ipython_does(world):
    import pexpect

    assert b"here" in pexpect.run("/bin/sh", args=["-c", "echo here"])


def starts_python(world):
    code = "import numpy, os; print(numpy.arange(3).sum(), os.getcwd())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == f"3 {os.getcwd()}\n", done.stderr


def runs_threads(world):
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        assert list(pool.map(abs, range(-3, 0))) == [3, 2, 1]
    event = threading.Event()
    threading.Thread(target=event.set).start()
    assert event.wait(5)


def runs_an_event_loop(world):
    async def main():
        process = await asyncio.create_subprocess_exec("true")
        await asyncio.sleep(0.001)
        return await process.wait()

    assert asyncio.run(main()) == 0
    one, other = socket.socketpair()
    one.send(b"x")
    assert other.recv(1) == b"x"


def keeps_temporary_files(world):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x")
        path.write_text("x")
        path.rename("moved")
        os.link("moved", Path(folder, "linked"))
        shutil.copy2("moved", "copied")
        shutil.copy(world["instructors"], "from_the_instructor")
    assert Path("copied").read_text() == "x"


def asks_a_database(world):
    with sqlite3.connect("x.db") as database:
        database.execute("create table t (x)")
        database.execute("insert into t values (1)")
        assert database.execute("select x from t").fetchall() == [(1,)]
    database.close()


def calls_c(world):
    assert ctypes.CDLL(ctypes.util.find_library("m")).abs(-3) == 3
    compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda a, b: 0)
    numbers = (ctypes.c_int * 3)(1, 2, 3)
    ctypes.CDLL(None).qsort(numbers, 3, 4, compare)


def knows_places_and_times(world):
    locale.setlocale(locale.LC_ALL, "C.UTF-8")
    assert zoneinfo.ZoneInfo("Europe/Amsterdam").key == "Europe/Amsterdam"
    os.environ["TZ"] = "Asia/Tokyo"
    time.tzset()
    assert time.timezone == -9 * 3600
    assert "python" in Path("/proc/self/cmdline").read_text()
    assert Path("/proc/meminfo").read_text().startswith("MemTotal")
    assert os.path.expanduser("~")
    assert os.urandom(4)


def maps_a_file(world):
    array = np.memmap("x.dat", dtype="f4", mode="w+", shape=(1000, 1000))
    array[:] = 1
    array.flush()
    assert np.memmap("x.dat", dtype="f4", mode="r", shape=(1000, 1000)).sum() == 1e6


def draws(world):
    figure, axes = plt.subplots()
    axes.set_title(r"BOLD, $\Delta R_2^*$")
    figure.savefig("x.png")
    image = nib.Nifti1Image(np.random.default_rng(0).random((8, 8, 8), "f4"), np.eye(4))
    nib.save(image, "x.nii.gz")
    plotting.plot_img("x.nii.gz", cut_coords=[4], display_mode="z", output_file="y.png")
    assert Path("x.png").stat().st_size > 1000
    assert Path("y.png").stat().st_size > 1000


def computes_with_joblib(world):
    """In a Python of its own: joblib decides at its import what it can do."""
    code = (
        "from joblib import Parallel, delayed\n"
        "for backend in ('loky', 'multiprocessing', 'threading'):\n"
        "    done = Parallel(2, backend=backend)(delayed(abs)(x) for x in range(-3, 0))\n"
        "    assert done == [3, 2, 1], done\n"
    )
    environment = dict(os.environ)
    if not world["own_memory"]:
        environment["JOBLIB_MULTIPROCESSING"] = "0"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert not done.returncode, done.stderr


def computes_in_processes(world):
    with multiprocessing.Pool(2) as pool:
        assert pool.map(abs, [-1, -2]) == [1, 2]
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=queue.put, args=("x",))
    process.start()
    assert queue.get(timeout=5) == "x"
    process.join()
    block = multiprocessing.shared_memory.SharedMemory(create=True, size=1000)
    block.close()
    block.unlink()
    done = joblib.Parallel(2, backend="multiprocessing")(joblib.delayed(abs)(x) for x in (-1, 1))
    assert done == [1, 1]


def changes_its_own_files(world):
    Path("run.sh").write_text("#!/bin/sh\necho ran\n")
    os.chmod("run.sh", 0o755)
    assert subprocess.run(["./run.sh"], capture_output=True, text=True).stdout == "ran\n"
