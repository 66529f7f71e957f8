"""Files of grades that Canvas and Moodle import."""

import csv
import io
from collections.abc import Callable

from isocenter.reports.classroom import ClassResults, Person, Status, Submission
from isocenter.reports.html import number

CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
MOODLE = ("First name", "Last name", "ID number", "Email address")


def canvas(results: ClassResults) -> str:
    """Return a file for Canvas, Gradebook, Import.

    Parameters
    ----------
    results : ClassResults
        With names: a learning platform has to know who it is.

    Returns
    -------
    str
        ``ID`` is the gradebook's lms_user_id, ``SIS Login ID`` its student id, by which Canvas
        finds those who have no ID. Whoever has no final score is left out: nothing of theirs
        changes.
    """

    def row(person: Person) -> list[str]:
        name = f"{person.last_name}, {person.first_name}".strip(", ") or person.id
        return [name, person.lms_user_id, "", person.id, ""]

    rows = _rows(results, row)
    return _csv([*CANVAS, results.title], ["    Points Possible", *[""] * 4], results, rows)


def moodle(results: ClassResults) -> str:
    """Return a file for Moodle, Grades, Import, CSV file.

    Parameters
    ----------
    results : ClassResults
        With names.

    Returns
    -------
    str
        ``ID number`` is the gradebook's lms_user_id, or its student id where there is none.
        Whoever has no final score is left out.
    """

    def row(person: Person) -> list[str]:
        key = person.lms_user_id or person.id
        return [person.first_name, person.last_name, key, person.email]

    return _csv([*MOODLE, results.title], None, results, _rows(results, row))


def remarks(results: ClassResults) -> list[str]:
    """Say who is not in such a file and why, and whom the platform has to find without its id."""
    without = [one for one in results.submissions if one.total is None]
    without.sort(key=lambda one: one.status is Status.MISSING)
    lines = [f"left out: {one.person.id}: {one.why_no_total or one.reason}" for one in without]
    scored = [one.person for one in results.submissions if one.total is not None]
    nameless = [person.id for person in scored if not person.lms_user_id]
    if nameless:
        lines.append(
            f"{len(nameless)} of {len(scored)} students have no lms_user_id in the gradebook; they "
            "stand there with their student id. To enter one: "
            f"nbgrader db student add {nameless[0]} --lms-user-id=NUMBER"
        )
    return lines


def _rows(results: ClassResults, row: Callable[[Person], list[str]]) -> list[list[str]]:
    def with_score(one: Submission) -> list[str]:
        return [*map(harmless, row(one.person)), number(one.total or 0)]

    return [with_score(one) for one in results.submissions if one.total is not None]


def harmless(text: str) -> str:
    """Return text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _csv(
    header: list[str], possible: list[str] | None, results: ClassResults, rows: list[list[str]]
) -> str:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(header)
    if possible is not None:
        writer.writerow([*possible, number(results.points)])
    writer.writerows(rows)
    return file.getvalue()
