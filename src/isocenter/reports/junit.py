"""JUnit XML, which CI services show as tests."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from isocenter.reports.classroom import ClassResults, Mark, Status, Submission
from isocenter.results import Outcome

# XML 1.0 has no way to write these.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(results: ClassResults, now: datetime | None = None) -> str:
    """Return the tests of a class, one suite a student.

    A hand-in that could not be graded is an error, a missing one is skipped, and so is an answer
    that waits for a person.

    Parameters
    ----------
    results : ClassResults
    now : datetime, optional
        With a time zone.

    Returns
    -------
    str
    """
    root = Element("testsuites")
    time = f"{(now or datetime.now(UTC)).astimezone(UTC):%Y-%m-%dT%H:%M:%S}"
    for number, submission in enumerate(results.submissions):
        cases = list(_cases(results, submission))
        counts = {tag: sum(c.find(tag) is not None for c in cases) for tag in TAGS}
        seconds = sum(float(case.get("time", 0)) for case in cases)
        suite = SubElement(
            root,
            "testsuite",
            {
                "name": text(submission.person.id),
                "package": text(results.assignment),
                "id": str(number),
                "timestamp": time,
                "hostname": "localhost",
                "tests": str(len(cases)),
                "failures": str(counts["failure"]),
                "errors": str(counts["error"]),
                "skipped": str(counts["skipped"]),
                "time": f"{seconds:.3f}",
            },
        )
        SubElement(suite, "properties")
        suite.extend(cases)
        SubElement(suite, "system-out")
        SubElement(suite, "system-err")
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


TAGS = ("failure", "error", "skipped")


def text(words: str) -> str:
    """Return words without the characters that XML cannot hold."""
    return NOT_XML.sub("\ufffd", words) or "?"


def _cases(results: ClassResults, submission: Submission) -> Iterator[Element]:
    if not submission.has_scores:
        case = _case(results, submission, "hand-in", None)
        if submission.status is Status.MISSING:
            SubElement(case, "skipped", {"message": text(submission.reason)})
        else:
            _say(case, "error", "ungraded", submission.reason)
        yield case
        return
    for question in results.questions:
        for mark in submission.of(question):
            case = _case(results, submission, mark.cell.name, mark.cpu_seconds)
            _outcome(case, mark)
            yield case


def _case(
    results: ClassResults, submission: Submission, name: str, seconds: float | None
) -> Element:
    where = f"{results.assignment}.{submission.person.id}"
    return Element(
        "testcase",
        {"name": text(name), "classname": text(where), "time": f"{seconds or 0:.3f}"},
    )


def _outcome(case: Element, mark: Mark) -> None:
    """Say what came of a cell; one that passed says nothing."""
    if mark.outcome in (Outcome.FAILED.value, Outcome.TIMED_OUT.value):
        _say(case, "failure", mark.outcome, mark.feedback or mark.reason or "the test failed")
    elif mark.score is None and mark.cell.by_hand:
        SubElement(case, "skipped", {"message": "waits for a grader"})
    elif mark.score is None:
        reason = mark.reason or "the test could not be run to an end"
        _say(case, "error", "not graded", reason)


def _say(case: Element, tag: str, kind: str, words: str) -> None:
    first = " ".join(words.split())
    element = SubElement(case, tag, {"type": kind, "message": text(first)})
    element.text = text(words)
