"""What a person sees on the terminal while a class is graded, and afterwards."""

import textwrap
import time
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.syntax import Syntax
from rich.table import Table

from isocenter.engine.cells import CellOutcome
from isocenter.publishing import Change
from isocenter.results import UNCHANGED, Result
from isocenter.status import Status


def watch(console: Console, results: Iterable[Result], total: int) -> list[Result]:
    """Show grading as it goes on: a bar on a terminal, else a line a submission.

    Parameters
    ----------
    console : rich.console.Console
    results : iterable of Result
        As `grading.grade` yields them.
    total : int

    Returns
    -------
    list of Result
        All of them, by student and assignment.
    """
    done = []
    columns = (
        TextColumn("grading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failed]}"),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(elapsed_when_finished=False),
    )
    began = time.monotonic()
    failed = ran = 0
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task("grading", total=total, failed="", rate="")
        for result in results:
            done.append(result)
            failed += not result.is_whole
            ran += result.why != UNCHANGED
            rate = ran / max(time.monotonic() - began, 1e-3) * 60
            progress.update(
                task,
                advance=1,
                failed=f"[bold magenta]{failed} not graded[/]" if failed else "",
                rate=f"{rate:.0f} a minute" if ran else "",
            )
            if not console.is_terminal or not result.is_whole:
                why = f" ({result.why})" if result.why else ""
                console.print(
                    f"[{len(done)}/{total}] {_plain(result.student)}, {result.assignment}: "
                    f"{summary(result)}{why}"
                )
    return sorted(done, key=lambda result: (result.student, result.assignment))


def reasons(console: Console, results: list[Result], missing: list[str]) -> None:
    """Print how many hand-ins were graded now, and why, and who handed in nothing.

    Parameters
    ----------
    console : rich.console.Console
    results : list of Result
    missing : list of str
        Students.
    """
    for why, count in Counter(result.why for result in results if result.why).most_common():
        console.print(f"{count} {why if why == UNCHANGED else f'taken up: {why}'}")
    if missing:
        named = ", ".join(map(_plain, missing[:10])) + (" ..." if len(missing) > 10 else "")
        console.print(f"{len(missing)} of the gradebook's students handed in nothing: {named}")


def _plain(text: str) -> str:
    """Return a hand-in's words as they may be printed: no markup, no codes for the terminal."""
    return escape("".join(c if c.isprintable() else "?" for c in text))


def console() -> Console:
    """Return the console to print to; a log, which has no width, gets enough for the table."""
    screen = Console()
    return screen if screen.is_terminal else Console(width=120)


def summary(result: Result, *, separator: str = ", ") -> str:
    """Return a result in a few words: "82/85, 15 waiting"."""
    if not result.is_graded:
        return f"[bold magenta]could not{' ' if ',' in separator else separator}be graded[/]"
    parts = [f"{result.score:g}/{result.points:g}"]
    if result.extra:
        parts.append(f"+{result.extra:g} extra")
    if result.penalty:
        parts.append(f"-{result.penalty:g} late")
    if result.lost:
        parts.append(f"[bold magenta]{result.lost:g} not graded[/]")
    if result.waiting:
        parts.append(f"{result.waiting:g} waiting")
    return separator.join(parts)


def show_class(
    console: Console, results: list[Result], assignments: list[str], about: dict[str, str]
) -> None:
    """Print the class as a table, student by assignment.

    Parameters
    ----------
    console : rich.console.Console
    results : list of Result
    assignments : list of str
        The columns, in order.
    about : dict of str to str
        A few words on each student, which stand under the name.
    """
    shown = [name for name in assignments if any(r.assignment == name for r in results)]
    is_one = len(shown) == 1 and not about  # then a line each is enough
    grid = Table(show_lines=not is_one)
    grid.add_column("student")
    for name in shown:
        header = "\n".join(textwrap.wrap(name.replace("_", " "), 12))
        grid.add_column(header, justify="right", no_wrap=True)
    for student, own in groupby(results, key=lambda result: result.student):
        by_assignment = {result.assignment: result for result in own}
        words = f"\n[dim]{escape(about[student])}[/]" if student in about else ""
        row = [_plain(student) + words]
        for name in shown:
            result = by_assignment.get(name)
            row.append(summary(result, separator=", " if is_one else "\n") if result else "")
        grid.add_row(*row)
    console.print(grid)
    console.print(
        "[dim]points by tests; `waiting`: written answers that a person grades; "
        "`not graded`: tests that could not be run to an end, for a person to look at[/]"
    )


def details(console: Console, results: list[Result]) -> None:
    """Print what failed and what the student is told, submission by submission."""
    for result in results:
        if result.is_whole and not result.failures and not result.notes:
            continue
        console.print(f"\n[bold]{_plain(result.student)}, {result.assignment}[/]")
        if result.reason:
            console.print(f"  not graded: {_plain(result.reason)}")
        for note in result.notes:
            console.print(f"  note: {_plain(note)}")
        for heading, found in (("not graded: ", result.errors), ("", result.failures)):
            told: dict[str, list[str]] = {}
            for failure in found:
                told.setdefault(_without_call(failure.feedback), []).append(failure.grade_id)
            for feedback, cells in told.items():
                more = f" and {len(cells) - 3} more" if len(cells) > 4 else ""
                names = ", ".join(cells[:3] if more else cells)
                console.print(f"  {heading}{names}{more}:\n    {_plain(feedback)}", soft_wrap=True)


def _without_call(feedback: str) -> str:
    """Say an unanswered exercise the same way each time, so that such lines fall together."""
    return "no answer yet" if "there is no answer yet" in feedback else feedback


def transcript(console: Console, source: str, asked: list[str], outcome: CellOutcome) -> None:
    """Print a test, what it asked of the student's code, and what came of it."""
    console.print(Syntax(source, "python", background_color="default", word_wrap=True))
    console.print(f"\n[bold]asked of the student's code[/]: {len(asked)} times")
    for number, line in enumerate(asked, 1):
        console.print(f"  {number:>3}  {_plain(line)}", soft_wrap=True)
    console.print(f"\n[bold]{outcome.outcome.value}[/] {_plain(outcome.reason)}")
    for output in outcome.outputs:
        text = (
            output.get("text") or output.get("data", {}).get("text/plain") or output.get("evalue")
        )
        console.print(f"  {_plain(str(text))}", soft_wrap=True)


def changed(changes: list[Change]) -> Table:
    """Return grades that are not the published ones, as a table."""
    grid = Table()
    for header in ("student", "assignment"):
        grid.add_column(header)
    for header in ("published", "now"):
        grid.add_column(header, justify="right")
    grid.add_column("why")
    for change in changes:
        points = ["no grade" if p is None else f"{p:g}" for p in (change.before, change.now)]
        cells = f" ({', '.join(change.cells)})" if change.cells else ""
        grid.add_row(_plain(change.student), change.assignment, *points, _plain(change.why + cells))
    return grid


def overview(rows: list[Status]) -> Table:
    """Return where each assignment stands, as a table."""
    grid = Table()
    for header in ("assignment", "lesson", "release", "due"):
        grid.add_column(header)
    for header in ("handed in", "graded"):
        grid.add_column(header, justify="right")
    for row in rows:
        counts = (str(row.handed_in), str(row.graded))
        grid.add_row(row.name, row.state, row.release, row.due, *counts)
    return grid
