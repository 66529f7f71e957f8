"""The bank of right and wrong answers, and what comes of them in the cells of a lesson.

    python tests/bank.py [ASSIGNMENT [GRADE_ID ...]] [--no-mutants] [--junit FILE]

runs each of them, the answers of strangers and mutants of the solutions too, on all processors;
prints a table with a line for each exercise, and what did not do as it should.
"""

import ast
import os
import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
if __name__ == "__main__":
    # One process a core; BLAS threads would only fight over them.
    os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    sys.path.insert(0, str(ROOT / "src"))
    sys.modules["bank"] = sys.modules["__main__"]  # the report imports what runs here

import equivalence  # noqa: E402
import mutation  # noqa: E402
from forked import CELL_SECONDS, LOOP_SECONDS, run_cells  # noqa: E402
from lazy import trivial_answers  # noqa: E402

from isocenter import lessons  # noqa: E402

SUBMISSIONS = ROOT / "tests" / "submissions"
EQUIVALENT = ROOT / "tests" / "mutants_equivalent.toml"
KINDS = ("accepted", "wrong_answer", "run_time_error", "time_limit")


@dataclass(frozen=True)
class Submission:
    """One file of the bank: what replaces a solution cell, and what must come of it."""

    path: Path
    kind: str
    fails: frozenset[str]
    says: str

    @property
    def code(self):
        return self.path.read_text(encoding="utf-8")

    @property
    def name(self):
        return f"{self.path.parent.parent.name}/{self.kind}/{self.path.stem}"


@dataclass(frozen=True)
class Verdict:
    """What came of one answer.

    Attributes
    ----------
    kind : str
        One of `KINDS`, "solution", "lazy" (an answer without work), "stranger", "mutant" or
        "equivalent".
    name : str
    faults : tuple of str
        What it did that it should not; empty when all is well.
    failed : bool
        A test cell that should have failed did; for a right answer, any test cell.
    exact : bool
        The cells that failed are those that should.
    hinted : bool
        One of the messages holds the words that it should.
    """

    kind: str
    name: str
    faults: tuple[str, ...]
    failed: bool
    exact: bool = True
    hinted: bool = True


def submissions(assignment, exercise):
    """Read the bank's files for one exercise; a misspelt folder or header is a ValueError."""
    folder = SUBMISSIONS / assignment / exercise
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_dir() or "__pycache__" in path.parts:
            continue
        kind = path.parent.name
        if path.parent.parent != folder or kind not in KINDS or path.suffix != ".py":
            raise ValueError(
                f"{path.relative_to(ROOT)}: the bank holds <kind>/<name>.py, kind one of {KINDS}"
            )
        doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        headers = dict(re.findall(r"^([a-z_]+): *(.+)$", doc, flags=re.MULTILINE))
        wanted = set() if kind == "accepted" else {"fails", "says"}
        if not doc or set(headers) != wanted:
            raise ValueError(
                f"{path.relative_to(ROOT)}: its docstring needs a sentence and the headers "
                f"{sorted(wanted)}"
            )
        fails = frozenset(re.split(r",\s*", headers["fails"])) if wanted else frozenset()
        found.append(Submission(path, kind, fails, headers.get("says", "")))
    return found


def equivalents():
    """Return the mutants that no test can kill: {(assignment, exercise, line, mutant): reason}."""
    listed = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))["mutants"]
    keys = ("assignment", "exercise", "line", "mutant")
    return {tuple(entry[key] for key in keys): entry["reason"] for entry in listed}


def read(assignment):
    """Return an assignment's lesson as a notebook."""
    return lessons.read(ROOT / "lessons" / assignment / f"{assignment}.py")


def _imports(notebook):
    """Return the imports that the lesson's own cells make: an answer may rely on those alone."""
    lines = []
    for cell in notebook.cells:
        if cell.cell_type == "code" and not lessons.grading(cell):
            lines += [
                ast.unparse(node)
                for node in ast.parse(cell.source).body
                if isinstance(node, ast.Import | ast.ImportFrom)
            ]
    return "\n".join(lines)


def namespace(notebook, answer):
    """Run setup and an answer in this process; returns the names that they define."""
    sources = {lessons.grade_id(cell): cell.source for cell in notebook.cells}
    names = {}
    exec(f"{sources['setup']}\n{_imports(notebook)}", names)
    exec(answer, names)
    return names


def run_exercise(notebook, exercise, answer, seconds=CELL_SECONDS, environment=None):
    """Run setup, one answer and its exercise's tests; returns {grade_id: problem or None}."""
    tests = [exercise.example, *exercise.hidden]
    return _run_tests(notebook, tests, answer, seconds, environment)


def run_mutant(notebook, exercise, source):
    """Run setup, a mutant and the hidden tests; returns the first problem, None if it survives."""
    problems = _run_tests(notebook, exercise.hidden, source, LOOP_SECONDS, give_up_after=2)
    return next((problem for problem in problems.values() if problem), None)


def _run_tests(notebook, tests, answer, seconds, environment=None, give_up_after=None):
    sources = {lessons.grade_id(cell): cell.source for cell in notebook.cells}
    setup = f"{sources['setup']}\n{_imports(notebook)}"
    cells = [setup, answer, *(sources[test] for test in tests)]
    results = run_cells(cells, seconds, environment, give_up_after)
    if results[0][0]:
        raise RuntimeError(f"the setup cell failed: {results[0][0]}")
    # The cell that a loop was killed in says so itself; those after it were never reached.
    return {test: result[0] for test, result in zip(tests, results[2:], strict=True)}


def run_notebook(notebook, answers=None, environment=None):
    """Run all code cells of a lesson; returns a list of (grade_id, problem, CPU seconds)."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    sources = [(answers or {}).get(lessons.grade_id(cell), cell.source) for cell in cells]
    results = run_cells(sources, environment=environment)
    return [(lessons.grade_id(c), *result) for c, result in zip(cells, results, strict=True)]


def reference(notebook, exercise):
    """Return the source of an exercise's solution cell."""
    return next(c.source for c in notebook.cells if lessons.grade_id(c) == exercise.grade_id)


def judge(submission, problems):
    """Say what a submission did that its file does not say; an empty list when all is as said."""
    failed = {name for name, problem in problems.items() if problem}
    faults = []
    for name in sorted(failed - submission.fails):
        faults.append(f"{name} fails, and should pass: {problems[name]}")
    for name in sorted(submission.fails - failed):
        faults.append(f"{name} passes, and should fail")
    if not faults and not _is_hinted(submission, problems):
        text = " ".join(problems[name] for name in failed)
        faults.append(f"nothing says {submission.says!r}: {text}")
    return faults


def _is_hinted(submission, problems):
    return submission.says in " ".join(filter(None, problems.values()))


def check_answers(assignment, notebook, exercise):
    """Yield the verdicts on an exercise's solution, on answers without work, and on its bank."""
    solution = reference(notebook, exercise)
    problems = run_exercise(notebook, exercise, solution)
    faults = [f"the solution fails {test}: {text}" for test, text in problems.items() if text]
    yield Verdict("solution", "the solution", tuple(faults), bool(faults))
    for name, code in trivial_answers(solution).items():
        problems = run_exercise(notebook, exercise, code)
        passed = [test for test in exercise.hidden if not problems[test]]
        faults = [f"the trivial answer {name!r} passes {test}" for test in passed]
        yield Verdict("lazy", name, tuple(faults), not faults)
    for submission in submissions(assignment, exercise.grade_id):
        seconds = LOOP_SECONDS if submission.kind == "time_limit" else CELL_SECONDS
        problems = run_exercise(notebook, exercise, submission.code, seconds)
        faults = [f"{submission.name}: {fault}" for fault in judge(submission, problems)]
        failed = {name for name, problem in problems.items() if problem}
        yield Verdict(
            submission.kind,
            submission.name,
            tuple(faults),
            bool(failed if submission.kind == "accepted" else failed & submission.fails),
            exact=failed == submission.fails,
            hinted=_is_hinted(submission, problems),
        )


def disagreements(assignment, notebook, exercise, inputs=equivalence.INPUTS):
    """Return {description: input that tells} of the listed mutants that are no equivalents."""
    solution, listed = reference(notebook, exercise), equivalents()
    mutants = {
        one.description: namespace(notebook, one.source)
        for one in mutation.mutants(solution)
        if (assignment, exercise.grade_id, one.was, one.becomes) in listed
    }
    if not mutants:
        return {}
    names = namespace(notebook, solution)
    return equivalence.differing(exercise.grade_id, names, mutants, inputs)


def check_mutants(assignment, notebook, exercise):
    """Yield the verdicts on the mutants of an exercise's solution."""
    listed = equivalents()
    differing = disagreements(assignment, notebook, exercise)
    for mutant in mutation.mutants(reference(notebook, exercise)):
        problem = run_mutant(notebook, exercise, mutant.source)
        equivalent = (assignment, exercise.grade_id, mutant.was, mutant.becomes) in listed
        faults = []
        if equivalent and problem:
            faults = [f"{mutant.description}: listed as equivalent, but a test fails: {problem}"]
        elif mutant.description in differing:
            number = differing[mutant.description]
            faults = [f"{mutant.description}: listed as equivalent, but differs on input {number}"]
        elif not equivalent and not problem:
            faults = [f"{mutant.description}: survives"]
        kind = "equivalent" if equivalent else "mutant"
        yield Verdict(kind, mutant.description, tuple(faults), bool(problem or faults))


if __name__ == "__main__":
    from bank_report import main

    sys.exit(main(sys.argv[1:]))
