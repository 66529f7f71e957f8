"""Run a lesson's cells and the bank of submissions in processes forked from one warm one.

    python tests/bank.py [ASSIGNMENT [GRADE_ID ...]]

prints a table per exercise and every submission that did not do what its file says.
"""

import ast
import builtins
import io
import os
import pickle
import re
import select
import signal
import sys
import time
import types
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
os.environ.setdefault("MPLBACKEND", "Agg")

import matplotlib.pyplot as plt  # noqa: E402  (after the backend is chosen)
import nilearn.datasets  # noqa: E402, F401  (imported here so that each fork finds them warm)
import nilearn.image  # noqa: E402, F401
import nilearn.masking  # noqa: E402, F401
import nilearn.plotting  # noqa: E402, F401
import nilearn.signal  # noqa: E402, F401
import scipy.linalg  # noqa: E402, F401
import scipy.ndimage  # noqa: E402, F401
import scipy.optimize  # noqa: E402, F401
import scipy.signal  # noqa: E402, F401
import scipy.spatial.transform  # noqa: E402, F401
import scipy.stats  # noqa: E402, F401

from isocenter import lessons  # noqa: E402
from isocenter.checks import running  # noqa: E402

SUBMISSIONS = ROOT / "tests" / "submissions"
KINDS = ("accepted", "wrong_answer", "run_time_error", "time_limit")
CELL_SECONDS = 20
LOOP_SECONDS = 2


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


def read(assignment):
    """Return an assignment's lesson as a notebook."""
    return lessons.read(ROOT / "lessons" / assignment / f"{assignment}.py")


class CellTimeout(BaseException):
    """A cell ran too long; not an Exception, so that an answer cannot swallow it."""


def _stop(*_):
    raise CellTimeout("the cell ran too long")


def _display(value, metadata=None):
    """Render what a notebook would render, so that its cost is counted."""
    if isinstance(value, plt.Figure):
        value.savefig(io.BytesIO(), format="png", bbox_inches="tight")
    elif hasattr(value, "_repr_html_"):
        value._repr_html_()


def _execute(source, namespace):
    tree = ast.parse(source)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, "<cell>", "exec"), namespace)
    if last is not None:
        value = eval(compile(last, "<cell>", "eval"), namespace)
        if value is not None:
            repr(value)
            _display(value)


def run_cells(cells, seconds=CELL_SECONDS, environment=None):
    """Run code cells in a forked process.

    Returns a list with one (problem, CPU seconds) a cell: the problem is None, or the text of the
    exception. A cell that the process did not live to run has the problem "not reached".
    """
    sys.stdout.flush()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            _run_in_child(cells, seconds, environment or {}, pipe)
        os._exit(0)
    os.close(writing)
    deadline = time.monotonic() + seconds * (len(cells) + 1)
    parts = []
    while (left := deadline - time.monotonic()) > 0:
        if select.select([reading], [], [], left)[0]:
            part = os.read(reading, 1 << 16)
            if not part:
                break
            parts.append(part)
    os.close(reading)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    stream, results = io.BytesIO(b"".join(parts)), []
    for _ in cells:
        try:
            results.append(pickle.load(stream))
        except (EOFError, pickle.UnpicklingError):
            results.append(("not reached", 0.0))
    return results


def _run_in_child(cells, seconds, environment, pipe):
    os.environ.update(environment)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 1), os.dup2(null, 2)
    builtins.display = _display
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    signal.signal(signal.SIGALRM, _stop)
    running.SECONDS = min(running.SECONDS, seconds)
    for source in cells:
        started = time.process_time()
        problem = None
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            _execute(source, module.__dict__)
        except BaseException as error:  # whatever a cell does is reported, not raised
            problem = f"{type(error).__name__}: {error}"
        signal.setitimer(signal.ITIMER_REAL, 0)
        plt.close("all")
        pickle.dump((problem, time.process_time() - started), pipe)
        pipe.flush()


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


def run_exercise(notebook, exercise, answer, seconds=CELL_SECONDS, environment=None):
    """Run setup, one answer and its exercise's tests; returns {grade_id: problem or None}."""
    sources = {lessons.grade_id(cell): cell.source for cell in notebook.cells}
    tests = [exercise.example, *exercise.hidden]
    setup = f"{sources['setup']}\n{_imports(notebook)}"
    cells = [setup, answer, *(sources[test] for test in tests)]
    results = run_cells(cells, seconds, environment)
    if results[0][0]:
        raise RuntimeError(f"the setup cell failed: {results[0][0]}")
    problems = {test: result[0] for test, result in zip(tests, results[2:], strict=True)}
    # The cell that a loop was killed in says so itself; those after it were never reached.
    return problems


def run_notebook(notebook, answers=None, environment=None):
    """Run all code cells of a lesson; returns a list of (grade_id, problem, CPU seconds)."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    sources = [(answers or {}).get(lessons.grade_id(cell), cell.source) for cell in cells]
    results = run_cells(sources, environment=environment)
    return [(lessons.grade_id(c), *result) for c, result in zip(cells, results, strict=True)]


def reference(notebook, exercise):
    """Return the source of an exercise's solution cell."""
    return next(c.source for c in notebook.cells if lessons.grade_id(c) == exercise.grade_id)


LAZY = '''
def _lazy(reference, way):
    """Return a function that answers as somebody would who did no work."""
    import copy, functools
    import numpy as np
    from nibabel.spatialimages import SpatialImage

    def zeros(value):
        if isinstance(value, SpatialImage):
            return type(value)(np.zeros(value.shape), value.affine, value.header)
        if isinstance(value, dict):
            return {key: zeros(item) for key, item in value.items()}
        if isinstance(value, (tuple, list)):
            return type(value)(map(zeros, value))
        if isinstance(value, (bool, int, float, complex, np.generic, np.ndarray)):
            return np.zeros(np.shape(value), np.asarray(value).dtype)[()]
        return None if value is None else type(value)() if isinstance(value, str) else 0

    first = []

    @functools.wraps(reference)
    def answer(*args, **kwargs):
        if way == "zeros":
            return zeros(reference(*args, **kwargs))
        if not first:
            first.append(reference(*args, **kwargs))
        try:
            return copy.deepcopy(first[0])
        except Exception:
            return first[0]

    return answer
'''


def trivial_answers(source):
    """Return {name: code} of answers that hold no work: each must fail every hidden test."""
    bodies = {
        "pass": "pass",
        "None": "return None",
        "raise": "raise RuntimeError('no')",
        "raise ValueError": "raise ValueError('no')",
        "not implemented": "raise NotImplementedError()",
    }
    functions = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    made = {}
    for name, body in bodies.items():
        made[name] = "\n".join(
            f"def {f.name}({ast.unparse(f.args)}):\n    {body}" for f in functions
        )
    made["first argument"] = "\n".join(
        f"def {f.name}({ast.unparse(f.args)}):\n    return {_first_argument(f)}" for f in functions
    )
    returning = {
        f.name
        for f in functions
        if any(isinstance(node, ast.Return) and node.value for node in ast.walk(f))
    }
    for way in ("zeros", "example's answer"):
        if not returning:
            continue  # a function that writes a file and returns nothing has no answer to fake
        wrapped = "\n".join(f"{f.name} = _lazy({f.name}, {way!r})" for f in functions)
        made[way] = f"{source}\n{LAZY}\n{wrapped}"
    return made


def _first_argument(function):
    arguments = [*function.args.posonlyargs, *function.args.args]
    return arguments[0].arg if arguments else f"{function.args.vararg.arg}[0]"


def judge(submission, problems):
    """Say what a submission did that its file does not say; an empty list when all is as said."""
    failed = {name for name, problem in problems.items() if problem}
    faults = []
    for name in sorted(failed - submission.fails):
        faults.append(f"{name} fails, and should pass: {problems[name]}")
    for name in sorted(submission.fails - failed):
        faults.append(f"{name} passes, and should fail")
    text = " ".join(problems[name] for name in failed)
    if submission.says and not faults and submission.says not in text:
        faults.append(f"nothing says {submission.says!r}: {text}")
    return faults


def check_exercise(assignment, notebook, exercise):
    """Run an exercise's solution, trivial answers and bank; returns (counts, list of faults)."""
    solution = reference(notebook, exercise)
    faults, counts = [], dict.fromkeys(KINDS, 0)
    for test, problem in run_exercise(notebook, exercise, solution).items():
        if problem:
            faults.append(f"the solution fails {test}: {problem}")
    for name, code in trivial_answers(solution).items():
        problems = run_exercise(notebook, exercise, code)
        for test in exercise.hidden:
            if not problems[test]:
                faults.append(f"the trivial answer {name!r} passes {test}")
    for submission in submissions(assignment, exercise.grade_id):
        counts[submission.kind] += 1
        seconds = LOOP_SECONDS if submission.kind == "time_limit" else CELL_SECONDS
        problems = run_exercise(notebook, exercise, submission.code, seconds)
        faults += [f"{submission.name}: {fault}" for fault in judge(submission, problems)]
    return counts, faults


def main(arguments):
    assignments = arguments[:1] or sorted(path.name for path in (ROOT / "lessons").iterdir())
    bad = 0
    for assignment in assignments:
        notebook = read(assignment)
        total = lessons.points(notebook)
        print(f"{assignment}: {float(total[0]):g} points by tests, {float(total[1]):g} by hand")
        for fault in lessons.problems(
            notebook, f"lessons/{assignment}/{assignment}.py", sum(total)
        ):
            bad += 1
            print(f"  {fault}")
        for exercise in lessons.exercises(notebook):
            if arguments[1:] and exercise.grade_id not in arguments[1:]:
                continue
            counts, faults = check_exercise(assignment, notebook, exercise)
            bad += len(faults)
            numbers = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
            print(
                f"  {exercise.grade_id}: {len(exercise.hidden)} hidden tests; {numbers}", flush=True
            )
            for fault in faults:
                print(f"      {fault}")
        results = run_notebook(notebook)
        for name, problem, _ in results:
            if problem:
                bad += 1
                print(f"  the solved notebook fails in {name or 'a cell of the text'}: {problem}")
        print(f"  CPU of the solved notebook's cells: {sum(r[2] for r in results):.2f} s")
        dear = sorted(zip([r[2] for r in results], range(len(results)), strict=True))[-3:]
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        for seconds, index in reversed(dear):
            first = lessons.grade_id(code[index]) or code[index].source.splitlines()[0]
            print(f"      {seconds:.2f} s: {first}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
