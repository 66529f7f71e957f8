"""The feedback page of one submission."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from markupsafe import Markup
from nbformat import NotebookNode

from isocenter.feedback import cells, clean
from isocenter.reports import html
from isocenter.reports.classroom import ClassResults, Mark, Question, Submission
from isocenter.reports.messages import parse
from isocenter.reports.statistics import telling
from isocenter.results import Outcome

STYLES = ("reports/style.css", "feedback/style.css")
OUTCOMES = {
    Outcome.PASSED.value: "Test passed",
    Outcome.FAILED.value: "Test not passed",
    Outcome.TIMED_OUT.value: "Test stopped: it took too long",
    Outcome.ERROR.value: "Test that could not be run to an end",
}
COLOURS = {"full": "#1b6e3c", "less": "#a4262c", "waits": "#7a4b00"}


@dataclass(frozen=True)
class Fault:
    """What failed tests of a question say, those that say the same taken together."""

    function: str
    given: str
    came: str
    hint: str
    times: int


def page(
    results: ClassResults,
    submission: Submission,
    notebooks: Mapping[str, NotebookNode],
    solutions: Mapping[str, NotebookNode],
    timezone: tzinfo,
    marks: tuple[str, str] = cells.MARKS,
) -> str:
    """Return the page of one submission, one file that loads nothing.

    Parameters
    ----------
    results : ClassResults
    submission : Submission
        One that has scores.
    notebooks : dict of str to NotebookNode
        The graded notebooks to show, by name.
    solutions : dict of str to NotebookNode
        The solved ones, where they are published; else empty.
    timezone : tzinfo
        In which the page says times.
    marks : tuple of two str
        What stands in the lines before and after hidden tests.

    Returns
    -------
    str
    """
    asked = [question for question in results.questions if question.notebook in notebooks]
    text, digest = html.style(*STYLES)
    models = {name: _answers(solutions[name]) for name in notebooks if name in solutions}
    shown = []
    for question in asked:
        anchor = (
            f"a-{question.notebook}-{question.name}" if _has_answer(question, notebooks) else ""
        )
        shown.append(_question(submission, question, anchor, models.get(question.notebook, {})))
    earned = max(0.0, submission.earned - submission.penalty)
    points = sum(question.points for question in asked)
    if len(notebooks) < len({question.notebook for question in results.questions}):
        earned = sum(m.score + m.extra for q in asked for m in submission.of(q) if m.score)
    return (
        html.environment()
        .get_template("feedback/page.html.j2")
        .render(
            title=results.title,
            course=results.course_id,
            who=submission.person.full_name,
            graded_at=_time(submission.graded_at, timezone),
            style=text,
            style_digest=digest,
            score=html.number(earned),
            points=html.number(points),
            bar=html.bar(earned / points if points else 0),
            so_far=submission.total is None,
            facts=_facts(submission),
            questions=shown,
            several=len(notebooks) > 1,
            notebooks=Markup(
                "".join(_cells(submission, asked, one, marks) for one in notebooks.items())
            ),
        )
    )


def _time(text: str, timezone: tzinfo) -> str:
    try:
        return f"{datetime.fromisoformat(text).astimezone(timezone):%d %B %Y, %H:%M}"
    except ValueError:
        return ""


def _facts(submission: Submission) -> list[str]:
    """Say what the number does not: what waits, what was added, what was taken off."""
    facts = []
    unscored = [mark for mark in submission.waiting if mark.score is None]
    if unscored:
        points = html.number(sum(mark.cell.points for mark in unscored))
        facts.append(f"{points} points wait for your instructor, who grades written answers.")
    if submission.lost:
        points = html.number(sum(mark.cell.points for mark in submission.lost))
        facts.append(
            f"{points} points are open: their tests could not be run to an end, and your "
            "instructor decides."
        )
    extra = sum(mark.extra for mark in submission.marks.values())
    if extra:
        facts.append(f"{html.number(extra)} points of extra credit are counted.")
    if submission.penalty:
        facts.append(f"{html.number(submission.penalty)} points are taken off: it came late.")
    return facts


def _has_answer(question: Question, notebooks: Mapping[str, NotebookNode]) -> bool:
    names = {
        cell.metadata.get("nbgrader", {}).get("grade_id")
        for cell in notebooks[question.notebook].cells
    }
    return question.name in names


def _question(
    submission: Submission, question: Question, anchor: str, models: Mapping[str, str]
) -> dict[str, Any]:
    """Return what the template shows of a question."""
    marks = submission.of(question)
    score, extra = submission.score(question), sum(mark.extra for mark in marks)
    known = sum(mark.score for mark in marks if mark.score is not None)
    waits = [mark for mark in marks if mark.score is None]
    state = "waits" if waits else "full" if known >= question.points else "less"
    most = html.number(question.points)
    if score is not None:
        points = f"{html.number(score)} of {most}"
    elif len(waits) == len([mark for mark in marks if mark.cell.points]):
        points = f"waiting, {most} points"
    else:
        points = f"{html.number(known)} of {most} so far"
    if question.points == 0:
        points = f"extra credit: {html.number(extra)}"
        if question.extra:
            points += f" of {html.number(question.extra)}"
            state = "full" if extra >= question.extra else "waits" if waits else "less"
    elif extra:
        points += f" + {html.number(extra)} extra"
    words = ""
    if waits:
        by_hand = all(mark.cell.by_hand for mark in waits)
        words = (
            "Your instructor has not graded this yet."
            if by_hand
            else "A test could not be run to an end: your instructor decides."
        )
    share = (known / question.points) if question.points else extra / (question.extra or 1)
    comment = submission.comments.get((question.notebook, question.name), "")
    return {
        "title": question.title,
        "state": state,
        "points": points,
        "bar": html.bar(share, COLOURS[state]),
        "words": words,
        "faults": _faults(marks),
        "comments": [Markup(clean.markdown(comment))] if comment else [],
        "model": Markup(models.get(question.name, "")),
        "anchor": anchor,
    }


def _faults(marks: list[Mark]) -> list[Fault]:
    """Return what failed tests say; visible examples only where nothing else speaks."""
    failed = [m for m in marks if m.outcome in (Outcome.FAILED.value, Outcome.TIMED_OUT.value)]
    found: dict[str, list[Mark]] = {}
    for mark in telling(marks) or failed:
        said = mark.feedback or mark.reason or "The test failed."
        message = parse(said)
        alike = message.hint or message.came
        found.setdefault(alike, []).append(mark)
    faults = []
    for alike in found.values():
        message = parse(alike[0].feedback or alike[0].reason or "The test failed.")
        fault = Fault(message.function, message.given, message.came, message.hint, len(alike))
        faults.append(fault)
    return faults


def _answers(solution: NotebookNode) -> dict[str, str]:
    """Return the answers of a solved notebook, by grade_id."""
    shown = [cells.shown(cell) for cell in solution.cells]
    return {cell.name: cell.source for cell in shown if cell.kind in ("answer", "written")}


def _cells(
    submission: Submission,
    asked: list[Question],
    pair: tuple[str, NotebookNode],
    marks: tuple[str, str],
) -> str:
    """Return a notebook's cells as HTML, its headings below those of the page."""
    name, notebook = pair
    order = {(q.notebook, q.name): number for number, q in enumerate(asked, 1)}
    titles = {(q.notebook, q.name): q.title for q in asked}
    entries = []
    for cell in notebook.cells:
        shown = cells.shown(cell, marks)
        if not shown.source and not shown.outputs and shown.kind in ("text", "code"):
            continue
        key = (name, shown.name)
        mark = submission.marks.get(key)
        entry = {
            "kind": shown.kind,
            "source": Markup(shown.source),
            "outputs": Markup(shown.outputs),
            "anchor": f"a-{name}-{shown.name}" if key in order else "",
            "back": f"q-{order[key]}" if key in order else "",
            "title": titles.get(key, ""),
            "label": "",
            "points": "",
            "comment": "",
            "state": "",
            "message": "",
        }
        if shown.kind in ("answer", "written", "task"):
            comment = submission.comments.get(key, "")
            entry["label"] = "Task" if shown.kind == "task" else "Your answer"
            entry["comment"] = Markup(clean.markdown(comment)) if comment else ""
        if mark is not None:
            entry["points"] = _points(mark)
            if shown.kind == "test":
                entry["label"] = OUTCOMES.get(mark.outcome, "Test")
                entry["state"] = (
                    "waits" if mark.score is None else "full" if mark.is_full else "less"
                )
                if mark.outcome == Outcome.PASSED.value:
                    entry["state"] = "full" if mark.is_full else "waits"
                elif mark.outcome in (Outcome.FAILED.value, Outcome.TIMED_OUT.value):
                    entry["state"] = "less"
                # With its output shown, a visible test has said it already.
                entry["message"] = "" if shown.outputs else mark.feedback or _own(mark)
        entries.append(entry)
    made = html.environment().get_template("feedback/cells.html.j2").render(cells=entries)
    return clean.headings_in_order(made, 3)


def _own(mark: Mark) -> str:
    """Say why a test has no result; the grader's own reason is for the instructor."""
    if mark.outcome == Outcome.ERROR.value:
        return "It could not be run to an end: your instructor decides."
    return mark.reason if mark.outcome == Outcome.TIMED_OUT.value else ""


def _points(mark: Mark) -> str:
    extra = f" + {html.number(mark.extra)} extra" if mark.extra else ""
    if mark.score is None:
        return f"waiting, {html.number(mark.cell.points)} points"
    if not mark.cell.points:
        return extra.removeprefix(" + ") or "an example, no points"
    return f"{html.number(mark.score)} of {html.number(mark.cell.points)}{extra}"
