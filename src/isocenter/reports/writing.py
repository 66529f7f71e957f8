"""Writes the reports that somebody asked for."""

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

from isocenter import privacy
from isocenter.errors import CourseError
from isocenter.reports import lms, page, reading
from isocenter.reports.classroom import ClassResults
from isocenter.reports.junit import junit
from isocenter.reports.machine import machine
from isocenter.reports.summary import summary

PLATFORMS = {"canvas": lms.canvas, "moodle": lms.moodle}


@dataclass(frozen=True)
class Wanted:
    """Which reports, and where; ``-`` is standard output.

    Attributes
    ----------
    html, junit, summary, json : Path or None
    csv : list of (str, Path)
        A learning platform, and the file.
    names : bool
        Names in place of pseudonyms. The files for a platform always hold ids.
    """

    html: Path | None = None
    junit: Path | None = None
    summary: Path | None = None
    json: Path | None = None
    csv: list[tuple[str, Path]] = field(default_factory=list)
    names: bool = False


def write(root: Path, assignment: str, wanted: Wanted) -> tuple[ClassResults, list[Path]]:
    """Write reports on an assignment; the HTML page alone where none is named.

    Parameters
    ----------
    root : Path
        The course's folder.
    assignment : str
    wanted : Wanted

    Returns
    -------
    results : ClassResults
        With names.
    written : list of Path

    Raises
    ------
    CourseError
        Nothing of the assignment was graded, or a platform is unknown. No file is touched then.
    """
    for platform, _ in wanted.csv:
        if platform not in PLATFORMS:
            raise CourseError(f"--csv {platform}: write {' or '.join(PLATFORMS)}")
    results = reading.read(root, assignment)
    reading.require_graded(results)
    shown = results if wanted.names else privacy.without_names(results, root)
    any_named = wanted.junit or wanted.summary or wanted.json or wanted.csv
    place = wanted.html
    if place is None and not any_named:
        place = root / "reports" / f"{assignment}.html"
    texts: list[tuple[Path, str]] = []
    if place is not None:
        texts.append((place, page.page(shown)))
    if wanted.junit is not None:
        texts.append((wanted.junit, junit(shown)))
    if wanted.summary is not None:
        texts.append((wanted.summary, summary(shown)))
    if wanted.json is not None:
        made = json.dumps(machine(shown), indent=1, ensure_ascii=False, allow_nan=False)
        texts.append((wanted.json, f"{made}\n"))
    texts += [(path, PLATFORMS[platform](results)) for platform, path in wanted.csv]
    for path, text in texts:
        _write(path, text)
    return results, [path for path, _ in texts if str(path) != "-"]


def _write(path: Path, text: str) -> None:
    if str(path) == "-":
        sys.stdout.write(text)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        file.write(text)
