"""The course's folder and what its instructor set in course.toml."""

import glob
import math
import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from isocenter.errors import CourseError

TOP_KEYS = {
    "course_id",
    "timezone",
    "cohort_seed",
    "manual",
    "timestamps",
    "late",
    "assignments",
}
ASSIGNMENT_KEYS = {"points", "release", "due"}


@dataclass(frozen=True)
class Late:
    """What a late submission costs.

    Attributes
    ----------
    grace_minutes : float
        Nothing is taken off within this time.
    percent_per_day : float
        Of the score, for each day begun.
    at_most_percent : float
    """

    grace_minutes: float = 0
    percent_per_day: float = 0
    at_most_percent: float = 100


@dataclass(frozen=True)
class Assignment:
    """One assignment, as course.toml has it; times are in UTC.

    Attributes
    ----------
    name : str
    points : float
        What the cells must add up to.
    release, due : datetime or None
    """

    name: str
    points: float
    release: datetime | None = None
    due: datetime | None = None


@dataclass(frozen=True)
class Course:
    """A course directory.

    Attributes
    ----------
    root : Path
        The folder that holds course.toml.
    course_id : str
    timezone : ZoneInfo
        Of the times in course.toml.
    cohort_seed : int
    manual : bool
        Whether written answers are asked.
    timestamps : str
        Who writes the timestamp.txt of a hand-in: "collector" or "student".
    late : Late
    assignments : dict of str to Assignment
        In the order of course.toml.
    """

    root: Path
    course_id: str
    timezone: ZoneInfo
    cohort_seed: int
    manual: bool
    timestamps: str
    late: Late
    assignments: dict[str, Assignment]

    def text(self, name: str) -> Path:
        """Return the path of an assignment's lesson text."""
        return self.root / "lessons" / name / f"{name}.py"

    def source(self, name: str) -> Path:
        """Return the path of an assignment's source notebook."""
        return self.root / "source" / name / f"{name}.ipynb"

    def select(self, names: list[str]) -> list[Assignment]:
        """Return the assignments of these names, all of them for an empty list.

        Raises
        ------
        CourseError
            For a name that course.toml does not hold.
        """
        for name in names:
            if name not in self.assignments:
                raise CourseError(
                    f"course.toml has no assignment {name!r}; it has {', '.join(self.assignments)}"
                )
        return [self.assignments[name] for name in names or self.assignments]


def find(start: Path | None = None) -> Course:
    """Read the nearest course.toml at or above a folder.

    Parameters
    ----------
    start : Path, optional
        By default the working folder.

    Returns
    -------
    Course

    Raises
    ------
    CourseError
        There is none, or it holds something that cannot be read.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "course.toml").is_file():
            return read(folder / "course.toml")
    raise CourseError(f"no course.toml in {here} or above it: run this inside the course's folder")


def read(path: Path) -> Course:
    """Read a course.toml.

    Raises
    ------
    CourseError
        Naming the line's key and what to do.
    """
    if glob.escape(f"{path.parent}") != f"{path.parent}":
        raise CourseError(
            f"{path.parent}: nbgrader cannot work in a path with *, ? or [: rename it"
        )
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CourseError(f"{path}: {error}") from None
    _known(path, "", table, TOP_KEYS)
    late = table.get("late", {})
    _known(path, "late.", late, set(Late.__dataclass_fields__))
    for key, value in late.items():
        if not (_is_number(value) and value >= 0):
            raise CourseError(f"{path}: late.{key} must be a number from 0 up, not {value!r}")
    seed, manual = table.get("cohort_seed", 0), table.get("manual", True)
    if isinstance(seed, bool) or not isinstance(seed, int) or seed < 0:
        raise CourseError(f"{path}: cohort_seed must be a whole number from 0 up, not {seed!r}")
    if not isinstance(manual, bool):
        raise CourseError(f"{path}: manual must be true or false, not {manual!r}")
    writer = table.get("timestamps", "collector")
    if writer not in ("collector", "student"):
        raise CourseError(f"{path}: timestamps must be 'collector' or 'student', not {writer!r}")
    zone_name = table.get("timezone", "UTC")
    try:
        zone = ZoneInfo(zone_name)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        raise CourseError(
            f"{path}: timezone = {zone_name!r} is no time zone; write one such as 'Europe/Paris'"
        ) from None
    entries = table.get("assignments", {})
    if not isinstance(entries, dict):
        raise CourseError(f"{path}: assignments must be a table")
    assignments = {name: _assignment(path, name, entry, zone) for name, entry in entries.items()}
    return Course(
        path.parent,
        str(table.get("course_id", "")),
        zone,
        seed,
        manual,
        writer,
        Late(**late),
        assignments,
    )


def _known(path: Path, prefix: str, table: object, keys: set[str]) -> None:
    if not isinstance(table, dict):
        raise CourseError(f"{path}: {prefix.rstrip('.')} must be a table")
    for key in table:
        if key not in keys:
            raise CourseError(
                f"{path}: {prefix}{key} is unknown; known are {', '.join(sorted(keys))}"
            )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _assignment(path: Path, name: str, entry: object, zone: ZoneInfo) -> Assignment:
    where = f"assignments.{name}"
    if not re.fullmatch(r"\w[\w-]*", name):
        raise CourseError(
            f"{path}: {where}: use letters, digits, _ and - in the name, it is a folder"
        )
    _known(path, f"{where}.", entry, ASSIGNMENT_KEYS)
    assert isinstance(entry, dict)
    worth = entry.get("points")
    if not (_is_number(worth) and worth > 0):
        raise CourseError(f"{path}: {where}.points must be a number above 0, not {worth!r}")
    times = {}
    for key in ("release", "due"):
        time = entry.get(key)
        if time is not None:
            if not isinstance(time, datetime):
                raise CourseError(
                    f"{path}: {where}.{key} must be a time such as 2027-02-01T09:00:00"
                )
            times[key] = (time if time.tzinfo else time.replace(tzinfo=zone)).astimezone(UTC)
    return Assignment(name, worth, **times)


def require_images(root: Path, source: Path, folders: list[str]) -> None:
    """Refuse to grade without an image that the tests load: each of them would give 0.

    Parameters
    ----------
    root : Path
        The course's folder; one without a course.toml has no images of ours.
    source : Path
        An assignment's source folder.
    folders : list of str
        Where images are looked for.

    Raises
    ------
    CourseError
        Names the first that is missing.
    """
    if not (root / "course.toml").is_file():
        return
    texts = [path.read_text(encoding="utf-8") for path in sorted(source.glob("*.ipynb"))]
    names = re.findall(r'(?:image|data)_file\(\\"([^"\\]+)\\"\)', "\n".join(texts))
    for name in sorted(set(names)):
        if not any((Path(folder) / name).is_file() for folder in folders):
            place = Path(folders[0] if folders else root, name)
            raise CourseError(
                f"{source.name} needs the image {place}, which is missing: run `isocenter data`, "
                "or set ISOCENTER_DATA to the folder that holds it"
            )
