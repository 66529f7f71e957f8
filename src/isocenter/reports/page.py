"""The class report: one HTML page."""

from statistics import median
from typing import Any

from isocenter.reports import charts, html, statistics
from isocenter.reports.classroom import ClassResults, Mark, Status, Submission
from isocenter.reports.messages import NO_ANSWER

STYLES = ("reports/style.css", "reports/report.css")


def page(results: ClassResults) -> str:
    """Return the report on one assignment, one file that loads nothing.

    Parameters
    ----------
    results : ClassResults
        With names, or with the pseudonyms of `isocenter.privacy`.

    Returns
    -------
    str
    """
    text, digest = html.style(*STYLES)
    facts = statistics.facts(results)
    shares = statistics.shares(results)
    wrong = statistics.misconceptions(results)
    graded = [one for one in results.submissions if one.has_scores]
    return (
        html.environment()
        .get_template("reports/page.html.j2")
        .render(
            results=results,
            style=text,
            style_digest=digest,
            number=html.number,
            label=label,
            tiles=tiles(results),
            average=f"{100 * sum(shares) / len(shares):.0f} %" if shares else "",
            middle=f"{100 * median(shares):.0f} %" if shares else "",
            open=sum(one.total is None for one in graded),
            distribution=charts.distribution(shares),
            key=charts.key(),
            rows=[_row(one) for one in facts],
            misconceptions=[one for one in wrong if one.words != NO_ANSWER],
            blank=[one for one in wrong if one.words == NO_ANSWER],
            enough=statistics.ENOUGH,
            of=len(graded),
            ungraded=results.with_status(Status.UNGRADED),
            missing=results.with_status(Status.MISSING),
            partly=[(one, _titled(results, one.lost)) for one in graded if one.lost],
            waiting=[(one, _titled(results, one.waiting)) for one in graded if one.waiting],
            noted=[one for one in results.submissions if one.notes],
        )
    )


def label(submission: Submission) -> str:
    """Return how a student is called in a report."""
    person = submission.person
    return person.id if person.full_name == person.id else f"{person.full_name} ({person.id})"


def tiles(results: ClassResults) -> list[tuple[int, str]]:
    """Return the counts that come first, each with its words."""
    counted = {status: len(results.with_status(status)) for status in Status}
    waiting = sum(bool(one.waiting) for one in results.submissions if one.has_scores)
    return [
        (len(results.submissions) - counted[Status.MISSING], "handed in"),
        (counted[Status.GRADED], "graded"),
        (counted[Status.PARTLY], "graded in part"),
        (counted[Status.UNGRADED], "could not be graded"),
        (counted[Status.MISSING], "missing"),
        (waiting, "wait for manual grading"),
    ]


def _titled(results: ClassResults, marks: list[Mark]) -> list[tuple[str, str]]:
    """Return questions by title and the reason why one has no score, each pair once."""
    titles = {
        (cell.notebook, cell.name): question.title
        for question in results.questions
        for cell in question.cells
    }
    pairs = [(titles[mark.cell.notebook, mark.cell.name], mark.reason) for mark in marks]
    return list(dict.fromkeys(pairs))


def _row(one: statistics.Facts) -> dict[str, Any]:
    """Return a question's line in the table."""
    extra = f"+{html.number(one.question.extra)} extra" if one.question.extra else ""
    points = html.number(one.question.points) if one.question.points or not extra else extra
    seconds = "" if one.cpu_median is None else f"{one.cpu_median:.2f} / {one.cpu_most:.2f}"
    return {
        "title": one.question.title,
        "parts": charts.parts(one),
        "points": points,
        "share": "" if one.share is None else f"{100 * one.share:.0f} %",
        "discrimination": "" if one.discrimination is None else f"{one.discrimination:+.2f}",
        "why_none": one.why_none,
        "seconds": seconds or "not measured",
    }
