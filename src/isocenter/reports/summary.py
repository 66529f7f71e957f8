"""A few lines of Markdown, such as the summary of a CI step."""

import re

from isocenter.reports import html, page, statistics
from isocenter.reports.classroom import ClassResults, Status
from isocenter.reports.messages import NO_ANSWER

MOST = 10


def summary(results: ClassResults) -> str:
    """Return the report in Markdown.

    Parameters
    ----------
    results : ClassResults

    Returns
    -------
    str
    """
    lines = [f"## {plain(results.title)}", ""]
    lines += [" · ".join(f"**{count}** {words}" for count, words in page.tiles(results)), ""]
    lines += ["| Question | Points | Mean share |", "|---|---:|---:|"]
    for one in statistics.facts(results):
        points = html.number(one.question.points)
        if not one.question.points and one.question.extra:
            points = f"+{html.number(one.question.extra)} extra"
        share = "no score yet" if one.share is None else f"{100 * one.share:.0f} %"
        lines.append(f"| {plain(one.question.title)} | {points} | {share} |")
    wrong = [one for one in statistics.misconceptions(results) if one.words != NO_ANSWER]
    if wrong:
        lines += ["", "### Most frequent mistakes", ""]
        lines += [
            f"- {len(one.students)} × {plain(one.words)} ({plain(one.question.title)})"
            for one in wrong[:MOST]
        ]
    ungraded = results.with_status(Status.UNGRADED)
    if ungraded:
        lines += ["", "### Could not be graded", ""]
        lines += [f"- {plain(page.label(one))}: {plain(one.reason)}" for one in ungraded]
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """Return text that Markdown shows as it is: on one line, no markup of its own."""
    one_line = " ".join(text.split())[:500]
    return re.sub(r"([\\`*{}\[\]<>#|~!@]|\b_|_\b)", lambda found: f"&#{ord(found[0])};", one_line)
