"""The report as JSON, after `report.schema.json` beside this file."""

from typing import Any

from isocenter.reports import page, statistics
from isocenter.reports.classroom import ClassResults, Mark, Question, Submission

VERSION = 1


def machine(results: ClassResults) -> dict[str, Any]:
    """Return all that the class report says, for programs.

    Parameters
    ----------
    results : ClassResults

    Returns
    -------
    dict
        What nobody has decided is null, never 0.
    """
    return {
        "version": VERSION,
        "course": results.course_id,
        "assignment": results.assignment,
        "points": results.points,
        "counts": {words.replace(" ", "_"): count for count, words in page.tiles(results)},
        "questions": [_question(one) for one in statistics.facts(results)],
        "misconceptions": [
            {
                "notebook": one.question.notebook,
                "question": one.question.name,
                "words": one.words,
                "count": len(one.students),
                "students": list(one.students),
                "example": {
                    "function": one.example.function,
                    "given": one.example.given,
                    "came": one.example.came,
                    "hint": one.example.hint,
                },
            }
            for one in statistics.misconceptions(results)
        ],
        "submissions": [_submission(results, one) for one in results.submissions],
    }


def _question(one: statistics.Facts) -> dict[str, Any]:
    return {
        "notebook": one.question.notebook,
        "name": one.question.name,
        "title": one.question.title,
        "points": one.question.points,
        "extra_credit": one.question.extra,
        "full": one.full,
        "some": one.some,
        "none": one.none,
        "open": one.open,
        "mean_share": one.share,
        "discrimination": one.discrimination,
        "why_no_discrimination": one.why_none,
        "cpu_seconds_median": one.cpu_median,
        "cpu_seconds_most": one.cpu_most,
    }


def _submission(results: ClassResults, one: Submission) -> dict[str, Any]:
    return {
        "student": one.person.id,
        "name": "" if one.person.full_name == one.person.id else one.person.full_name,
        "status": one.status.value,
        "reason": one.reason,
        "notes": list(one.notes),
        "score": one.total,
        "why_no_score": one.why_no_total,
        "earned_so_far": one.earned if one.has_scores else None,
        "late_penalty": one.penalty,
        "rights": one.rights,
        "cells": [
            _cell(question, mark) for question in results.questions for mark in one.of(question)
        ],
    }


def _cell(question: Question, mark: Mark) -> dict[str, Any]:
    return {
        "notebook": mark.cell.notebook,
        "name": mark.cell.name,
        "question": question.name,
        "by_hand": mark.cell.by_hand,
        "outcome": mark.outcome or None,
        "score": mark.score,
        "points": mark.cell.points,
        "extra_credit": mark.extra,
        "needs_review": mark.review,
        "feedback": mark.feedback,
        "reason": mark.reason,
        "cpu_seconds": mark.cpu_seconds,
    }
