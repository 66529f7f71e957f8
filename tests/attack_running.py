"""Run attacks in a process of their own: what lies about for them to find, users, and levels.

`launch` starts this file as a script; see `attack_table` for what an attack is.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from attack_controls import CONTROLS  # noqa: E402
from attack_table import REACHED, USERS, attacks, control, exam_alone  # noqa: E402
from attack_world import World  # noqa: E402

ORDINARY = 60_002
# Enough for honest cells on a busy machine; what waits for it to be over is told to be quick.
SECONDS, SECONDS_OF_THE_SLOW, GRACE_OF_THE_SLOW = 4, 1, 2


def processes_of(engine) -> list[int]:
    """Return the processes below an engine's two servers."""
    found, waiting = [], [*engine.pids]
    while waiting:
        children = _children(waiting.pop())
        found += children
        waiting += children
    return found


def _children(pid: int) -> list[int]:
    with contextlib.suppress(OSError):
        return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))
    return []


def run(notebooks: list[list[tuple[str, str]]], engine: object, world: World) -> dict:
    """Run notebooks; returns what came of their cells, and what they have left."""
    from isocenter.engine.running import Cell, CellOutcome, EngineError, Side
    from isocenter.results import Outcome

    sides = {"student": Side.STUDENT, "locked": Side.BOTH}
    told, started = [], time.monotonic()
    for notebook in notebooks:
        cells = [
            Cell(source, sides.get(kind, Side.EXAMINER), kind == "test")
            for kind, source in notebook
            if kind != "imports"
        ]
        imports = "".join(source for kind, source in notebook if kind == "imports")
        with tempfile.TemporaryDirectory() as beside:
            try:
                outcomes = engine.run(cells, Path(beside), imports)
            except EngineError as error:  # whoever grades makes errors of it, and no zeros
                outcomes = [CellOutcome(Outcome.ERROR, reason=str(error))] * len(cells)
        kinds = [kind for kind, _ in notebook if kind != "imports"]
        told += zip(kinds, outcomes, strict=True)
    # What cannot be written to a notebook would end whoever writes it.
    json.dumps([one.outputs for _, one in told], ensure_ascii=False).encode()
    return {
        "seconds": time.monotonic() - started,
        "tests": [(one.outcome.name, one.value) for kind, one in told if kind == "test"],
        "others": [one.outcome.name for kind, one in told if kind != "test"],
        "reason": "; ".join(sorted({one.reason for _, one in told if one.reason})),
        "said": _text([one for kind, one in told if kind != "test"]),
        "hidden": _text([one for kind, one in told if kind == "test"]),
        "reached": any(REACHED in text for _, one in told for text in _printed(one)),
        "harm": world.harm(),
        "left": processes_of(engine),
    }


def _printed(outcome: object) -> list[str]:
    """Return what a cell printed: the traceback of a failed attempt holds its source, too."""
    return [shown["text"] for shown in outcome.outputs if shown["output_type"] == "stream"]


def _text(outcomes: list) -> str:
    return json.dumps([one.outputs for one in outcomes])[:200_000]


def run_user(folder: Path, chosen: dict[str, list[str]]) -> dict:
    """Run the attacks that are chosen, by level, as one user; returns level, attack, what came."""
    from isocenter.engine import rights
    from isocenter.engine.running import Engine

    limits = rights.Limits(
        cell_seconds=SECONDS,
        notebook_seconds=60,
        cpu_seconds=20,
        memory=400_000_000,
        processes=64,
        descriptors=256,
        file_size=20_000_000,
        scratch_bytes=40_000_000,
        scratch_files=3_000,
    )
    by_name = {attack.name: attack.notebooks for attack in attacks()}
    by_name |= {"right": [exam_alone(right=True)], "wrong": [exam_alone(right=False)]}
    by_name |= {f"control/{name}": [control(name)] for name in CONTROLS}
    slow = {attack.name for attack in attacks() if "slow" in attack.said}
    survey = rights.survey()
    found = {"survey": {level.name.lower(): why for level, why in survey.items()}, "asked": {}}
    world = World(folder)
    # The warm process has a student's rights lowered as each request says: one is enough for all.
    engine = Engine(
        rights.Level.BASIC,
        limits,
        readable=(folder / "readable",),
        environment={"ATTACK_WORLD": json.dumps(world.said)},
        secrets={"ATTACK_SECRET": "the-secret-of-the-cohort"},
    )
    with contextlib.closing(world), engine:
        for level, why in survey.items():
            name_of_level = level.name.lower()
            engine.level = level
            if why:
                found["asked"][name_of_level] = _what_is_said(engine)
                continue
            came = found[name_of_level] = {}
            for name in sorted(chosen.get(name_of_level, ()), key=slow.__contains__):
                try:
                    with _in_haste(engine, name) if name in slow else contextlib.nullcontext():
                        came[name] = run(by_name[name], engine, world)
                except Exception as error:
                    said = "".join(traceback.format_exception(error)[-4:])
                    came[name] = {"failed": f"{type(error).__name__}: {error}\n{said}"}
    return found


@contextlib.contextmanager
def _in_haste(engine: object, name: str) -> Iterator[None]:
    """Give cells less time, and what is stopped from outside less to end in."""
    from isocenter.engine import job

    limits, grace = engine._limits, job.CELL_GRACE
    engine._limits = replace(limits, cell_seconds=SECONDS_OF_THE_SLOW)
    if name.startswith("resources/"):
        job.CELL_GRACE = GRACE_OF_THE_SLOW
    try:
        yield
    finally:
        engine._limits, job.CELL_GRACE = limits, grace


def _what_is_said(engine: object) -> str:
    """Return what the engine says of a level that the machine has not, "" if it runs."""
    from isocenter.engine.running import Cell, EngineError, Side

    with tempfile.TemporaryDirectory() as beside:
        try:
            engine.run([Cell("1", Side.STUDENT)], Path(beside))
        except EngineError as error:
            return str(error)
    return ""


def run_all(folder: Path, chosen: dict[str, dict[str, list[str]]]) -> dict:
    """Run the attacks that are chosen, by user and level; the users at the same time."""
    for user in USERS:
        (folder / user).mkdir()
    if os.getuid():
        return {"shared": run_user(folder / "shared", chosen["shared"])}
    finish = as_ordinary(folder / "shared", chosen["shared"])
    return {"own": run_user(folder / "own", chosen["own"]), "shared": finish()}


def as_ordinary(
    folder: Path, chosen: dict[str, list[str]], *, namespaces_too: bool = True
) -> Callable[[], dict]:
    """Do it in a child that is an ordinary user, who can read the Python that root runs.

    Returns a function that waits for what came.
    """
    from isocenter.engine import rights
    from isocenter.engine.rights import namespaces, process

    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            places = rights.Places(folder)
            namespaces.own_mounts()
            namespaces.cover(process.closed_folders(places.all()), places.all())
            process.give(folder, ORDINARY)
            folder.chmod(0o755)
            process.change_user(ORDINARY)
            process.unshield()  # as a grader is that was started in the ordinary way
            os.environ["HOME"] = str(folder)
            if not namespaces_too:
                refuse_namespaces()
            os.write(writing, json.dumps(run_user(folder, chosen)).encode())
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)
    os.close(writing)

    def finish() -> dict:
        with os.fdopen(reading, "rb") as pipe:
            said = pipe.read()
        os.waitpid(child, 0)
        return json.loads(said)

    return finish


def without_namespaces(folder: Path, chosen: dict[str, list[str]]) -> dict:
    """Do it as an ordinary user to whom the kernel refuses namespaces."""
    folder = folder / "shared"
    folder.mkdir()
    if os.getuid() == 0:
        return as_ordinary(folder, chosen, namespaces_too=False)()
    refuse_namespaces()
    return run_user(folder, chosen)


def refuse_namespaces() -> None:
    """Let the kernel refuse `unshare` to this process, as many machines do to ordinary users."""
    import ctypes

    from isocenter.engine.rights import kernel, process, seccomp

    program = [
        (0x20, 0, 0, 0),
        (0x15, 0, 1, kernel.number("unshare")),
        (0x06, 0, 0, 0x00050001),
        (0x06, 0, 0, 0x7FFF0000),
    ]
    filters = (seccomp._Filter * len(program))(*program)
    process.no_new_privileges()
    made = seccomp._Program(len(program), ctypes.cast(filters, ctypes.POINTER(seccomp._Filter)))
    kernel.call("no namespaces", "prctl", 22, 2, made, 0, 0)


def launch(chosen: dict[str, dict[str, list[str]]], command: str = "run") -> dict:
    """Run attacks in a process of its own: user, level, attack, what came."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        os.chmod(folder, 0o755)
        line = [sys.executable, "-I", __file__, command, folder, json.dumps(chosen)]
        done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


if __name__ == "__main__":
    os.umask(0o022)
    command, place, asked = sys.argv[1:]
    work = run_all if command == "run" else without_namespaces
    print(json.dumps(work(Path(place), json.loads(asked))))
