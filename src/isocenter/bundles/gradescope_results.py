"""Gradescope's results.json, as its autograder specification has it.

https://gradescope-autograders.readthedocs.io/en/latest/specs/
"""

from dataclasses import dataclass
from typing import Any

RECEIVED = (
    "Your notebook was received, but it could not be graded by the machine. It has no score yet, "
    "which is not a score of 0."
)
PARTLY = (
    "Some tests could not be run to an end, which is not your fault. There is no total yet: your "
    "instructor decides."
)


@dataclass(frozen=True)
class Test:
    """One test cell, and what came of it.

    Attributes
    ----------
    number, name : str
    score : float or None
        None where it could not be run to an end.
    most : float
        Its points, or its extra credit.
    is_hidden : bool
        Students see it when the grades are published.
    feedback : str
        What the student is told.
    """

    number: str
    name: str
    score: float | None
    most: float
    is_hidden: bool
    feedback: str = ""


def graded(
    tests: list[Test],
    *,
    seconds: float = 0,
    written: float = 0,
    about: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the results of a submission of which at least a part was graded.

    Where a test has no score none is written at all: Gradescope would add up the others, as if
    that one had given 0.

    Parameters
    ----------
    tests : list of Test
    seconds : float
        Wall time.
    written : float
        Points of written answers, which a person gives.
    about : dict, optional
        For whoever reads the exported results.
    """
    is_whole = all(test.score is not None for test in tests)
    output = [] if is_whole else [PARTLY]
    if any(test.is_hidden for test in tests):
        output.append("The other tests, and the score, are shown when the grades are published.")
    if written:
        output.append(f"A person grades the written answers, for {written:g} points.")
    return {
        "output": " ".join(output),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "stdout_visibility": "hidden",
        "visibility": "after_published",
        "execution_time": round(seconds),
        "extra_data": {"isocenter": (about or {}) | {"status": "graded" if is_whole else "partly"}},
        "tests": [_test(test, is_whole) for test in tests],
    }


def _test(test: Test, with_score: bool) -> dict[str, Any]:
    right = test.score is not None and test.score >= test.most and not test.feedback
    entry = {
        "number": test.number,
        "name": test.name,
        "status": "passed" if right else "failed",
        "visibility": "after_published" if test.is_hidden else "visible",
        "output": test.feedback,
    }
    if with_score:
        return entry | {"score": test.score, "max_score": test.most}
    told = "no score yet" if test.score is None else f"{test.score:g} of {test.most:g} points"
    return entry | {"output": f"{told}\n{test.feedback}".strip()}


def not_graded(why: str, told: str = "", about: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the results of a submission that was not graded: no score, and a test that failed.

    The specification wants a score at the top or at each test, and a grader that failed has none to
    give: a 0 there would go into the grades like any other.

    Parameters
    ----------
    why : str
        For the instructor alone.
    told : str
        What the student can do about it.
    about : dict, optional
        For whoever reads the exported results.
    """
    return {
        "output": f"{RECEIVED} {told}".strip(),
        "output_format": "text",
        "test_output_format": "text",
        "stdout_visibility": "hidden",
        "extra_data": {"isocenter": (about or {}) | {"status": "ungraded"}},
        "tests": [
            {
                "number": "1",
                "name": "Not graded",
                "status": "failed",
                "visibility": "visible",
                "output": f"{RECEIVED} {told}".strip(),
            },
            {
                "number": "2",
                "name": "Why it was not graded (for the instructor)",
                "status": "failed",
                "visibility": "hidden",
                "output": why,
            },
        ],
    }
