"""Run the attacks of tests/attacks against the engine, and write docs/attacks.md.

    python tests/attack_table.py table         prints the page
    python tests/attack_table.py try NAME...   runs attacks at every level, and prints what came

What a file of tests/attacks holds is said in `Attack`.
"""

import argparse
import ast
import itertools
import json
import os
import re
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from attack_controls import CONTROLS  # noqa: E402
from attack_exam import (
    EXAM,
    LIAR,
    LOOK,
    MACHINE,
    RIGHT,
    RIGHT_CALLS,
    SETUP,
    marked,
)  # noqa: E402

HERE = Path(__file__).parent / "attacks"
PAGE = HERE.parent.parent / "docs" / "attacks.md"
GROUPS = ("grade", "protocol", "files", "network", "processes", "resources")
ON_THE_GRADE = ("grade", "protocol")
LEVELS = ("basic", "landlock", "seccomp", "strict")
# Who student code is to the machine: a user of its own, as where root grades, or the grader's user.
USERS = {"own": "a user of its own", "shared": "the grader's user"}
# Of how many attacks one is in the sample.
SAMPLE = {"grade": 3, "protocol": 3, "files": 1, "network": 1, "processes": 1, "resources": 3}
USUAL_EXAM = "equals near allclose array calls credit"
REACHED = "REACHED"


@dataclass(frozen=True)
class Attack:
    """One file: what it tries in a docstring, lines `word: text` at its end, and cells.

    A cell begins with ``# %%``: the student's. ``# %% locked``, ``# %% test`` (hidden) and
    ``# %% visible`` are the instructor's; ``# %% exam`` stands for hidden tests that a wrong answer
    fails (at the end, where nothing is said); ``# %% imports`` holds what the assignment imports in
    cells that students may edit; ``# %% or`` begins another notebook. The words:

    exam : names of `EXAM`
    uses : liar, for what rewrites the messages of the student's process
    open, own : levels at which the attack reaches what it wants, where student code is a user of
        its own; the others must block it. Only for attacks that are not on the grade.
    open, shared : the same, where student code shares the grader's user
    needs : the version of Landlock at which that level blocks it
    refused anyway : by which machines, so that open levels are not open there
    slow : what it waits for; such an attack is not run at every level
    kept : what the attack gains at every level and why, where nobody can mend it
    """

    path: Path

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"

    @property
    def group(self) -> str:
        return self.path.parent.name

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def doc(self) -> str:
        return ast.get_docstring(ast.parse(re.sub(r"^\s*[%!].*$", "pass", self.text, flags=re.M)))

    @property
    def tries(self) -> str:
        return " ".join(self.doc.split("\n\n")[0].split())

    @cached_property
    def said(self) -> dict[str, str]:
        words = "exam|uses|slow|open, own|open, shared|needs|refused anyway|kept"
        found = re.findall(rf"^({words}):((?:.|\n )*)$", self.doc, flags=re.M)
        return {word: " ".join(text.split()) for word, text in found}

    def open_at(self, user: str) -> list[str]:
        levels = self.said.get(f"open, {user}", "").replace("none", "").split()
        return [level for level in LEVELS if level in levels]

    @property
    def notebooks(self) -> list[list[tuple[str, str]]]:
        """Return the cells of each notebook, as (kind, source); kind is student, locked or test."""
        first, *others = re.split(r"^# %% or\n", self.text, flags=re.M)
        return [self._cells(text) for text in (first, *(f"# %%\n{other}" for other in others))]

    def _cells(self, text: str) -> list[tuple[str, str]]:
        parts = re.split(r"^# %%(.*)\n", text, flags=re.M)
        found = list(zip(parts[1::2], parts[2::2], strict=True))
        found = [(kind.strip() or "student", source.strip()) for kind, source in found]
        if self.group in ON_THE_GRADE and not {"exam", "test"} & {kind for kind, _ in found}:
            found.append(("exam", ""))
        cells = [("locked", "import numpy as np"), ("student", SETUP)]
        if self.group not in ON_THE_GRADE:
            cells.append(("student", MACHINE))
        if self.said.get("uses") == "liar":
            cells.append(("student", LIAR))
        names = self.said.get("exam", USUAL_EXAM).split()
        for kind, source in found:
            if kind == "exam":
                cells += [("test", marked(EXAM[name])) for name in names]
            else:
                cells.append((kind, source))
        return [*cells, ("student", LOOK)]


def exam_alone(*, right: bool) -> list[tuple[str, str]]:
    """Return a notebook of all tests of the exam, after right answers or after wrong ones."""
    cells = [("locked", "import numpy as np"), ("student", SETUP)]
    if right:
        cells.append(("student", RIGHT))
    for name, test in EXAM.items():
        if right and name in RIGHT_CALLS:
            cells.append(("student", RIGHT_CALLS[name]))
        cells.append(("test", marked(test)))
    return cells


def control(name: str) -> list[tuple[str, str]]:
    """Return the notebook of a lie that is well made."""
    lies, test = CONTROLS[name]
    before = [("locked", "import numpy as np"), ("student", SETUP), ("student", LIAR)]
    return [*before, ("student", lies), ("test", marked(test))]


def attacks() -> list[Attack]:
    return [Attack(path) for group in GROUPS for path in sorted((HERE / group).glob("*.py"))]


def choose(chosen: list[Attack], *, all_of_them: bool) -> dict[str, dict[str, list[str]]]:
    """Return what is run as which user at which level: a sample that goes round, or all.

    All, that is each attack on the machine at each level where something else may come of it than
    at another. Those on the grade find the same boundary everywhere, and those on resources the
    same supervision: they are run where student code has the most rights, and the fewest.
    """
    users = ("own", "shared") if os.getuid() == 0 else ("shared",)
    pairs = [(level, user) for level in LEVELS for user in users]
    ends = [("basic", "shared"), ("strict", users[0])]
    found: dict[str, dict[str, list[str]]] = {
        user: {level: [] for level in LEVELS} for user in USERS
    }
    turn = itertools.cycle(pairs)
    for place, attack in enumerate(chosen):
        if not all_of_them:
            mine = [] if place % SAMPLE[attack.group] else [next(turn)]
        elif attack.group in ON_THE_GRADE and "slow" in attack.said:
            mine = [("seccomp", users[0])]
        elif attack.group in ON_THE_GRADE or (
            attack.group == "resources" and not any(map(attack.open_at, USERS))
        ):
            mine = ends
        else:
            mine = pairs
        for level, user in mine:
            found[user][level].append(attack.name)
    found[users[0]]["seccomp"] += ["right", "wrong", *(f"control/{name}" for name in CONTROLS)]
    return found


# The page.

INTRODUCTION = """# What student code can do to the engine

This page is made from `tests/attacks` by `python tests/attack_table.py table`, and
`tests/test_attacks.py` compares the two. It runs a sample of the attacks; with
`ISOCENTER_ALL_ATTACKS=1`, as in CI, it runs every one: those on the machine at each level, with
student code as a user of its own (where root grades) and as the grader's user (where an ordinary
user does), the others at the weakest level and at the strictest.
What the levels are: [decision 10](decisions/0010-lowered-rights.md). What all of this promises:
[decision 11](decisions/0011-what-the-engine-promises.md).
"""

ON_GRADES = """
These gain nothing at any level: no test passes, no partial credit is given, and nothing that a
hidden test holds comes into the student's process.
"""

ON_THE_REST = """
"open" means that the attack reaches what it wants, "blocked" that the level refuses it.
The first word is for student code that is a user of its own, the second for student code that
shares the grader's user; one word is for both. At `strict` all are blocked.
"""

TITLES = {
    "grade": "On the grade, by Python",
    "protocol": "On the grade, by forged messages",
    "files": "On files",
    "network": "On the network",
    "processes": "On other processes",
    "resources": "On the machine's resources",
}


def page() -> str:
    """Return docs/attacks.md."""
    parts, rows = [INTRODUCTION], attacks()
    for group in GROUPS:
        mine = [attack for attack in rows if attack.group == group]
        parts.append(f"\n## {TITLES[group]}\n")
        if group in ON_THE_GRADE:
            lines = [f"- {attack.tries}" for attack in mine if "kept" not in attack.said]
            parts.append(ON_GRADES + "\n" + "\n".join(lines) + "\n")
            kept = [attack for attack in mine if "kept" in attack.said]
            if kept:
                parts.append("\nThese gain something, under stock nbgrader as well as here:\n\n")
                parts.append("".join(f"- {one.tries} {one.said['kept']}\n" for one in kept))
        else:
            lines = [f"| Attack | {' | '.join(LEVELS)} |", "|---|---|---|---|---|"]
            lines += [f"| {attack.tries} | {' | '.join(_words(attack))} |" for attack in mine]
            parts.append(ON_THE_REST + "\n" + "\n".join(lines) + "\n")
    return "".join(parts)


def _words(attack: Attack) -> list[str]:
    found = []
    for level in LEVELS:
        words = ["open" if level in attack.open_at(user) else "blocked" for user in USERS]
        found.append(words[0] if words[0] == words[1] else ", ".join(words))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="the attacks of tests/attacks")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("table")
    trying = commands.add_parser("try")
    trying.add_argument("names", nargs="*")
    trying.add_argument("--levels", nargs="*", default=LEVELS)
    trying.add_argument("--users", nargs="*", default=list(USERS))
    trying.add_argument("--long", action="store_true")
    given = parser.parse_args()
    if given.command == "table":
        print(page(), end="")
    else:
        names = [a.name for a in attacks() if not given.names or a.name in given.names]
        names = [a.name for a in attacks() if a.group in given.names] or names
        chosen = {
            user: {level: names if user in given.users else [] for level in given.levels}
            for user in USERS
        }
        from attack_running import launch

        for user, levels in launch(chosen).items():
            for level, came in levels.items():
                for name, one in came.items() if level in LEVELS else ():
                    if not given.long and "said" in one:
                        one = one | {"said": one["said"][-300:], "hidden": one["hidden"][-200:]}
                    print(user, level, name, json.dumps(one, indent=1))


if __name__ == "__main__":
    main()
