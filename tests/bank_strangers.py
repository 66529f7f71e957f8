"""Answers that strangers to the course gave, kept as they wrote them, and what comes of them."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from bank import ROOT, Verdict, reference, run_exercise

from isocenter import lessons

STRANGERS = ROOT / "tests" / "strangers"
JUDGED = STRANGERS / "judged.toml"
VERDICTS = ("right", "wrong", "open")


@dataclass(frozen=True)
class Answer:
    """What a stranger put into one solution cell; `verdict` is one of `VERDICTS`."""

    path: Path
    claim: str
    verdict: str

    @property
    def name(self):
        return f"{self.path.parent.name}/{self.path.stem}"


def judged():
    """Return {file: verdict} of the answers that are something else than their writer thought."""
    entries = tomllib.loads(JUDGED.read_text(encoding="utf-8"))["answers"]
    for entry in entries:
        known = entry["verdict"] in VERDICTS and (STRANGERS / entry["file"]).is_file()
        if set(entry) != {"file", "verdict", "reason"} or not entry["reason"] or not known:
            raise ValueError(
                f"{JUDGED.relative_to(ROOT)}: the entry of {entry['file']} is not right"
            )
    return {entry["file"]: entry["verdict"] for entry in entries}


def answers(assignment, exercise):
    """Read the strangers' answers to one exercise; their first line says what they claim to be."""
    verdicts, found = judged(), []
    for path in sorted((STRANGERS / assignment / exercise).glob("*.py")):
        claim = re.match(r"# (right|wrong)\b", path.read_text(encoding="utf-8"))
        if not claim:
            raise ValueError(
                f"{path.relative_to(ROOT)}: begins with neither '# right' nor '# wrong'"
            )
        verdict = verdicts.get(path.relative_to(STRANGERS).as_posix(), claim[1])
        found.append(Answer(path, claim[1], verdict))
    return found


def check_strangers(assignment, notebook, exercise, chosen=None):
    """Yield the verdicts on the strangers' answers to an exercise, or on those that are chosen.

    Each is graded as in a notebook whose other answers are right: a stranger may call them.
    """
    others = [one for one in lessons.exercises(notebook) if one.grade_id != exercise.grade_id]
    right = "\n\n".join(reference(notebook, one) for one in others)
    for answer in answers(assignment, exercise.grade_id) if chosen is None else chosen:
        code = answer.path.read_text(encoding="utf-8")
        problems = run_exercise(notebook, exercise, f"{right}\n\n{code}")
        failed = {name: problem for name, problem in problems.items() if problem}
        graded = failed.keys() & set(exercise.hidden)
        faults = []
        if answer.verdict == "right":
            faults = [f"{answer.name}: {name} rejects it: {text}" for name, text in failed.items()]
        elif answer.verdict == "wrong" and not graded:
            faults = [f"{answer.name}: no graded cell rejects it"]
        yield Verdict("stranger", answer.name, tuple(faults), bool(failed))
