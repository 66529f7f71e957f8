"""What the numbers of a class say: how hard a question is, what it tells apart, what goes wrong."""

import statistics
from collections import defaultdict
from dataclasses import dataclass

from isocenter.reports.classroom import ClassResults, Mark, Question, Submission
from isocenter.reports.messages import UNKNOWN, Message, parse
from isocenter.results import Outcome

ENOUGH = 20


@dataclass(frozen=True)
class Facts:
    """What the class's results say of one question.

    Attributes
    ----------
    question : Question
    full, some, none, open : int
        Hand-ins with all of its points, some, none, and those that have no score for it yet.
    share : float or None
        Mean share of the points, 0 to 1: the lower, the harder.
    discrimination : float or None
        Correlation of its points with the points for all other questions, -1 to 1.
    why_none : str
        Why there is no discrimination.
    cpu_median, cpu_most : float or None
        CPU seconds of its tests, a hand-in.
    """

    question: Question
    full: int
    some: int
    none: int
    open: int
    share: float | None
    discrimination: float | None
    why_none: str
    cpu_median: float | None
    cpu_most: float | None


@dataclass(frozen=True)
class Misconception:
    """One mistake that tests know, or one way in which answers fail.

    Attributes
    ----------
    question : Question
    words : str
    students : tuple of str
        By id.
    example : Message
        What one of them was told.
    """

    question: Question
    words: str
    students: tuple[str, ...]
    example: Message


def facts(results: ClassResults) -> list[Facts]:
    """Return what there is to say of each question, in order."""
    graded = [submission for submission in results.submissions if submission.has_scores]
    table = [[_points(one, question) for question in results.questions] for one in graded]
    return [
        _facts(question, number, graded, table, results.questions)
        for number, question in enumerate(results.questions)
    ]


def _points(submission: Submission, question: Question) -> float | None:
    """Return a question's points; of an optional one the extra credit."""
    score = submission.score(question)
    if score is None or question.points:
        return score
    return sum(mark.extra for mark in submission.of(question))


def _facts(
    question: Question,
    number: int,
    graded: list[Submission],
    table: list[list[float | None]],
    questions: tuple[Question, ...],
) -> Facts:
    most = question.points or question.extra
    known = [score for row in table if (score := row[number]) is not None]
    full = sum(score >= most for score in known)
    none = sum(score <= 0 < most for score in known)
    value, why = _discrimination(number, table, questions)
    seconds = [
        sum(times)
        for submission in graded
        if (times := [m.cpu_seconds for m in submission.of(question) if m.cpu_seconds is not None])
    ]
    return Facts(
        question,
        full,
        len(known) - full - none,
        none,
        len(table) - len(known),
        statistics.fmean(known) / most if known and most else None,
        value,
        why,
        statistics.median(seconds) if seconds else None,
        max(seconds, default=None),
    )


def _discrimination(
    number: int, table: list[list[float | None]], questions: tuple[Question, ...]
) -> tuple[float | None, str]:
    """Return the corrected item-total correlation, or why there is none.

    The total is the share of the points of all other questions that have a score, so that a
    hand-in of which an answer still waits can be compared with the rest.
    """
    others = [n for n, question in enumerate(questions) if n != number and question.points]
    pairs = []
    for row in table:
        scored = [(score, questions[n].points) for n in others if (score := row[n]) is not None]
        if row[number] is not None and scored:
            earned, most = map(sum, zip(*scored, strict=True))
            pairs.append((row[number], earned / most))
    if len(pairs) < ENOUGH:
        return None, f"fewer than {ENOUGH} hand-ins"
    mine, rest = zip(*pairs, strict=True)
    if len(set(mine)) == 1:
        return None, "all have the same points"
    if len(set(rest)) == 1:
        return None, "all have the same points elsewhere"
    return statistics.correlation(mine, rest), ""


def misconceptions(results: ClassResults) -> list[Misconception]:
    """Return what went wrong and how often, the most frequent first."""
    found: dict[tuple[Question, str], dict[str, Message]] = defaultdict(dict)
    for submission in results.submissions:
        for question in results.questions:
            said = [parse(mark.feedback) for mark in telling(submission.of(question))]
            known = [message for message in said if message.misconception != UNKNOWN]
            for message in known or said:
                key = question, message.misconception
                found[key].setdefault(submission.person.id, message)
    order = {question: number for number, question in enumerate(results.questions)}
    made = [
        Misconception(question, words, tuple(sorted(who)), next(iter(who.values())))
        for (question, words), who in found.items()
    ]
    return sorted(made, key=lambda one: (-len(one.students), order[one.question], one.words))


def telling(marks: list[Mark]) -> list[Mark]:
    """Return the failed tests that count; visible examples only where nothing else failed."""
    outcomes = (Outcome.FAILED.value, Outcome.TIMED_OUT.value)
    failed = [mark for mark in marks if mark.outcome in outcomes and mark.feedback]
    return [mark for mark in failed if mark.cell.points] or failed


def shares(results: ClassResults) -> list[float]:
    """Return of each graded hand-in the share of the points that were given, 0 to 1 and above."""
    found = []
    for submission in results.submissions:
        most = sum(m.cell.points for m in submission.marks.values() if m.score is not None)
        if submission.has_scores and most:
            found.append(max(0.0, submission.earned - submission.penalty) / most)
    return found
