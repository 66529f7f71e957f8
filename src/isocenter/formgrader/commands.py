"""Runs `isocenter` for a button, and tells what came of it as nbgrader's pages expect."""

import asyncio
import json
import sys
import tempfile
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WIDTH = 72  # of the window that shows it, in letters; longer lines would be cut
NO_ANSWER = "there is no answer yet"


@dataclass(frozen=True)
class Done:
    """A command that has ended.

    Attributes
    ----------
    status : int
        Its exit status.
    said, problem : str
        What it printed, and what it complained of.
    """

    status: int
    said: str
    problem: str

    @property
    def is_success(self) -> bool:
        """Whether all of the work was done."""
        return self.status == 0


async def run(root: str | Path, arguments: Sequence[str], environment: Mapping[str, str]) -> Done:
    """Run `isocenter` in a process of its own, while the server goes on.

    Parameters
    ----------
    root : str or Path
        The course's folder.
    arguments : sequence of str
    environment : mapping of str to str

    Returns
    -------
    Done
    """
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "isocenter", *arguments),
        cwd=root,
        env={**environment, "PYTHONIOENCODING": "utf-8"},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, problem = await process.communicate()
    status = -1 if process.returncode is None else process.returncode
    return Done(status, said.decode(errors="replace"), problem.decode(errors="replace").strip())


@contextmanager
def report() -> Iterator[Path]:
    """Lend the name of a file that a command may write; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="isocenter-") as folder:
        yield Path(folder, "graded.json")


def answer(done: Done, log: str = "") -> dict[str, Any]:
    """Return what a page of the formgrader is told: ``success``, ``log``, and ``error`` if any."""
    told = {"success": done.is_success, "log": log or done.said.strip()}
    if not done.is_success:
        told["error"] = done.problem or f"`isocenter` ended with exit code {done.status}"
    return told


def graded(done: Done, report: Path) -> dict[str, Any]:
    """Return the answer to the button *Autograde*, in words that fit into its window.

    Parameters
    ----------
    done : Done
        `isocenter grade` of one submission.
    report : Path
        What it wrote at ``--json``; missing if it came to nothing.

    Returns
    -------
    dict of str to object
    """
    if not report.is_file():
        return answer(done)
    (result,) = json.loads(report.read_text(encoding="utf-8"))["submissions"][:1]
    told = answer(done, _words(result))
    if not done.is_success:
        lines = [result["reason"]] if result["reason"] else []
        lines += [f"{one['grade_id']}: {one['feedback']}" for one in result["errors"]]
        told["error"] = "\n".join([*lines, done.problem]).strip() or told["error"]
    return told


def _words(result: Mapping[str, Any]) -> str:
    """Return a graded submission in a few lines; empty for one without a score."""
    lines = []
    if "score" in result:
        lines.append(f"{result['score']:g} of {result['points']:g} points by tests")
        for key, what in (
            ("waiting", "points wait for a person: see Manual Grading"),
            ("extra", "points of extra credit"),
            ("penalty", "points taken off, because it came late"),
            ("lost", "points could not be decided by tests: see below"),
        ):
            if result[key]:
                lines.append(f"{result[key]:g} {what}")
    if result["why"] == "unchanged":
        lines.append("nothing that grading hangs on has changed, so nothing was run again")
    lines += [f"note: {note}" for note in result["notes"]]
    told: dict[str, list[str]] = {}
    for one in result["failures"]:
        words = one["feedback"]
        told.setdefault("no answer yet" if NO_ANSWER in words else words, []).append(
            one["grade_id"]
        )
    for words, cells in told.items():
        lines += ["", words, f"  in {', '.join(cells)}"]
    return "\n".join(textwrap.fill(line, WIDTH, subsequent_indent="  ") for line in lines)
