"""The parts of what a test says: what was called, the kind of input, what came, the hint."""

import re
from dataclasses import dataclass

WORDS = re.compile(
    r"(?P<function>[^\n:]{1,80}?), given (?P<given>.+?): (?P<came>.+?)(?: Hint: (?P<hint>.+))?",
    re.DOTALL,
)
NO_ANSWER = "no answer yet"
UNKNOWN = "a wrong answer of no known kind"
UNEXPLAINED = re.compile(r"numbers? (is|are) wrong|; it is wrong|it is not the right one")
KNOWN_MISTAKE = re.compile(r"this is what (.+) would give\.?")


@dataclass(frozen=True)
class Message:
    """What a failed test says.

    Attributes
    ----------
    function, given : str
        What was called, and the kind of input; empty where the message is in other words.
    came : str
        What came of it, or the whole message, lines and all.
    hint : str
    """

    function: str
    given: str
    came: str
    hint: str

    @property
    def misconception(self) -> str:
        """What stands behind the failure, in words that are the same for all who share it."""
        mistake = KNOWN_MISTAKE.fullmatch(self.hint)
        if mistake:
            return mistake[1].rstrip(",")
        if NO_ANSWER in self.came or self.came == "NotImplementedError":
            return NO_ANSWER
        if self.hint:
            return self.hint.rstrip(".")
        if UNEXPLAINED.search(self.came):
            return UNKNOWN
        return " ".join(self.came.split()).rstrip(".")


def parse(feedback: str) -> Message:
    """Take apart the message of a test, as `isocenter.checks` words it.

    Parameters
    ----------
    feedback : str
        Of several lines at most; other words than those of `isocenter.checks` stay in one piece.

    Returns
    -------
    Message

    Examples
    --------
    >>> parse("size, given a cube: a float came; it is wrong. Hint: count again.").hint
    'count again.'
    """
    text = " ".join(feedback.split())
    found = WORDS.fullmatch(text)
    if found is None:
        came, _, hint = feedback.strip().partition(" Hint: ")
        return Message("", "", came, " ".join(hint.split()))
    return Message(*(part or "" for part in found.group("function", "given", "came", "hint")))
