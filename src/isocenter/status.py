"""Where each assignment stands: built, released, due, handed in, graded."""

from dataclasses import dataclass
from datetime import UTC, datetime

from isocenter import build, grading
from isocenter.course import Course

STATES = {
    "built": "up to date",
    "text": "lesson changed: isocenter build",
    "notebook": "notebook edited: isocenter text",
    "missing": "not built: isocenter build",
}


@dataclass(frozen=True)
class Status:
    """Where one assignment stands.

    Attributes
    ----------
    name : str
    state : str
        Whether source/ is what the lesson gives, and which command mends it where it is not.
    release, due : str
        Local time of the course, and how far away it is; empty where there is no date.
    handed_in, graded : int
        Students.
    """

    name: str
    state: str
    release: str
    due: str
    handed_in: int
    graded: int


def read(course: Course, now: datetime | None = None) -> list[Status]:
    """Look at every assignment of a course.

    Parameters
    ----------
    course : Course
    now : datetime, optional
        With a time zone.

    Returns
    -------
    list of Status
        In the order of course.toml.

    Raises
    ------
    LessonError
        A lesson is not sound.
    """
    now = now or datetime.now(UTC)
    return [
        Status(
            item.name,
            STATES[build.state(course, item.name)],
            _date(course, item.release, now),
            _date(course, item.due, now),
            len(grading.students(course.root, item.name)),
            len(list((course.root / "autograded").glob(f"*/{item.name}/*.ipynb"))),
        )
        for item in course.assignments.values()
    ]


def _date(course: Course, time: datetime | None, now: datetime) -> str:
    if time is None:
        return ""
    days = (time - now).total_seconds() / 86400
    distance = f"in {days:.0f} days" if days > 0 else f"{-days:.0f} days ago"
    return f"{time.astimezone(course.timezone):%a %d %b %Y %H:%M}, {distance}"
