"""What `isocenter check` does: check notebooks one after the other, and say it in several ways."""

import contextlib
import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from isocenter.errors import IsocenterError
from isocenter.selfcheck import telling
from isocenter.selfcheck.judging import check
from isocenter.selfcheck.reading import CannotCheck


def run(
    notebooks: list[Path],
    *,
    release: Path | None,
    seconds: int,
    annotate: bool,
    summary: Path | None,
) -> int:
    """Check notebooks and print what was found.

    Parameters
    ----------
    notebooks : list of Path
    release : Path or None
        The notebook as it was handed out, or a folder with those of all.
    seconds : int
        For each cell.
    annotate : bool
        Print GitHub's annotations too.
    summary : Path or None
        A file to which Markdown is appended.

    Returns
    -------
    int
        0 where nothing is missing, 1 where something is, 2 where a notebook could not be checked.
    """
    if seconds < 1:
        raise IsocenterError(f"--timeout {seconds}: write a number of seconds from 1 up")
    if release and not release.exists():
        raise IsocenterError(f"--release {release}: there is no such file or folder")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal of an old code page
    screen, code = _console(), 0
    for path in notebooks:
        try:
            with _counting(screen, path.name) as progress:
                checked = check(path, release=release, seconds=seconds, progress=progress)
        except CannotCheck as error:
            print(error, file=sys.stderr)
            marks, text, code = [telling.refusal(path, str(error))], telling.refused(path, error), 2
        else:
            telling.show(screen, checked)
            marks, text = telling.annotations(checked), telling.markdown(checked)
            code = max(code, 1 if checked.to_do else 0)
        if annotate and marks:
            print("\n".join(marks))
        if summary:
            with summary.open("a", encoding="utf-8") as file:
                file.write(text)
    return code


def _console() -> Console:
    screen = Console()
    return screen if screen.is_terminal else Console(width=110)


@contextlib.contextmanager
def _counting(screen: Console, name: str) -> Iterator[Callable[[int, int], None]]:
    """Show how far the run is, on a terminal, and keep the kernel's own talk off it."""
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    # A debugger's warning about frozen modules, once a kernel, helps nobody here.
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task(f"running {name}", total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)
