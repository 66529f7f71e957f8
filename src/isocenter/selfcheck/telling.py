"""Say what a check found: on the terminal, as GitHub's annotations, as Markdown."""

import html
import os
import re
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from isocenter.selfcheck.judging import Checked, Finding, State

SIGNS = {
    State.GOOD: ("✓", "green"),
    State.FAILS: ("✗", "bold red"),
    State.MISSING: ("✗", "bold yellow"),
    State.LEFT_OUT: ("-", "dim"),
}
HIDDEN = (
    "Hidden tests are not run here: where an example passes, your answer has the right form, and "
    "nothing more is known of it."
)


def show(console: Console, checked: Checked) -> None:
    """Print what was found, a line a question."""
    console.print(
        f"\n[bold]{escape(str(checked.path))}[/]: run from the start in {checked.seconds:.0f} s",
        soft_wrap=True,
        highlight=False,
    )
    grid = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1))
    grid.add_column(width=3, justify="right")
    grid.add_column(max_width=42, overflow="fold")
    grid.add_column(overflow="fold")
    signs = _signs(console)
    for finding in (*checked.questions, *checked.others):
        sign, style = signs[finding.state]
        grid.add_row(f"[{style}]{sign}[/]", _shown(finding.title), _shown(finding.words))
    console.print(grid)
    for note in checked.notes:
        console.print(f"\n[yellow]note[/]: {escape(note)}", highlight=False)
    console.print(f"\n[bold]{_result(checked)}[/] {HIDDEN}", highlight=False)


def _signs(console: Console) -> dict[State, tuple[str, str]]:
    """Return the signs of the states; a terminal of an old code page gets words."""
    try:
        "✓✗".encode(console.encoding or "utf-8")
        return SIGNS
    except (UnicodeEncodeError, LookupError):
        return {
            state: ("ok" if "✓" in sign else "!!", style) for state, (sign, style) in SIGNS.items()
        }


def _shown(text: str) -> str:
    return escape("".join(c if c.isprintable() or c == "\n" else "?" for c in text))


def _result(checked: Checked) -> str:
    count = len(checked.to_do)
    if not count:
        return "Nothing is missing."
    return f"{count} {'thing needs' if count == 1 else 'things need'} you."


def annotations(checked: Checked) -> list[str]:
    """Return the lines by which GitHub marks places in a file: failures first, it shows ten.

    What fails is an error, what has no answer yet a warning.
    """
    order = sorted(checked.to_do, key=lambda one: one.state is not State.FAILS)
    return [_annotation(checked.path, finding) for finding in order]


def _annotation(path: Path, finding: Finding) -> str:
    kind = "error" if finding.state is State.FAILS else "warning"
    try:
        place = Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive of Windows
        place = path.as_posix()
    where = f"file={_property(place)}"
    if finding.line:
        where += f",line={finding.line}"
    return f"::{kind} {where},title={_property(finding.title)}::{_data(finding.words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def refusal(path: Path, words: str) -> str:
    """Return the annotation of a notebook that could not be checked."""
    return _annotation(path, Finding("This notebook cannot be checked", State.FAILS, words))


def markdown(checked: Checked) -> str:
    """Return what was found as a piece of Markdown, for the summary of a CI job."""
    lines = [f"### {_cell(checked.path.as_posix())}", "", f"**{_result(checked)}**", ""]
    lines += ["| State | Question | What was found |", "|---|---|---|"]
    signs = {State.GOOD: "✅", State.FAILS: "❌", State.MISSING: "⚠️", State.LEFT_OUT: "➖"}
    for finding in (*checked.questions, *checked.others):
        words = f"{signs[finding.state]} {finding.state.value}"
        lines.append(f"| {words} | {_cell(finding.title)} | {_cell(finding.words)} |")
    lines += ["", *(f"> {_cell(note)}\n" for note in checked.notes), HIDDEN, "", ""]
    return "\n".join(lines)


def refused(path: Path, error: Exception) -> str:
    """Return, as Markdown, why a notebook could not be checked."""
    return f"### {_cell(path.as_posix())}\n\n**It cannot be checked:** {_cell(str(error))}\n\n"


def _cell(text: str) -> str:
    """Return text for a cell of a table: what a notebook said is no HTML, and no Markdown."""
    text = html.escape(text, quote=False)
    text = re.sub(r"([\\`*_{}\[\]()#+!|~$@])", r"\\\1", text)
    return re.sub(r"(\r\n|\n|\r)", "<br>", text)
