"""The bank of answers as the engine grades it: answers in one process, tests in another.

    python tests/bank_engine.py [ASSIGNMENT ...]

runs the solutions, the answers without work, the bank and the strangers' answers, an assignment a
processor; prints what comes out otherwise than `tests/bank.py` finds it.
"""

import contextlib
import multiprocessing
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

import bank  # noqa: E402
from bank_strangers import check_strangers  # noqa: E402

from isocenter import lessons  # noqa: E402
from isocenter.engine.rights import Limits  # noqa: E402
from isocenter.engine.running import Cell, Engine, Side  # noqa: E402
from isocenter.results import Outcome  # noqa: E402

DATA = Path(os.environ.get("ISOCENTER_DATA", bank.ROOT / "data"))
SEED = "2026"


@contextlib.contextmanager
def in_engine():
    """Let the bank's functions run their cells in the engine: setup, one answer, its tests."""
    plain = bank.run_cells
    with contextlib.ExitStack() as stack:
        engines = {}
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))

        def run_cells(cells, seconds=bank.CELL_SECONDS, environment=None, give_up_after=None):
            assert environment is give_up_after is None
            if seconds not in engines:
                engine = Engine(
                    limits=Limits(cell_seconds=seconds),
                    readable=(DATA,),
                    environment={"ISOCENTER_DATA": str(DATA)},
                    secrets={"ISOCENTER_COHORT_SEED": SEED},
                )
                engines[seconds] = stack.enter_context(engine)
            setup, answer, *tests = cells
            todo = [Cell(setup, Side.BOTH), Cell(answer, Side.STUDENT)]
            todo += [Cell(test, Side.EXAMINER, "BEGIN HIDDEN" in test) for test in tests]
            return [(_problem(one), 0.0) for one in engines[seconds].run(todo, folder)]

        bank.run_cells = run_cells
        try:
            yield
        finally:
            bank.run_cells = plain


def _problem(outcome):
    """Return what a cell says of its failure, None if it passed."""
    if outcome.outcome is Outcome.PASSED:
        return None
    if outcome.outcome is Outcome.TIMED_OUT:
        return f"the cell ran too long: {outcome.reason}"  # as the plain runner says it
    errors = [one for one in outcome.outputs if one["output_type"] == "error"]
    return " ".join([outcome.reason, *(f"{one['ename']}: {one['evalue']}" for one in errors)])


def check(assignment):
    """Return how many answers to an assignment were run, and what is wrong with them."""
    notebook, verdicts = bank.read(assignment), []
    with in_engine():
        for exercise in lessons.exercises(notebook):
            verdicts += bank.check_answers(assignment, notebook, exercise)
            verdicts += check_strangers(assignment, notebook, exercise)
    return len(verdicts), [fault for verdict in verdicts for fault in verdict.faults]


def main(assignments):
    """Run the bank in the engine; returns 1 where an answer does what it should not."""
    folders = sorted(path.name for path in (bank.ROOT / "lessons").iterdir())
    failed = False
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("fork")) as workers:
        names = assignments or folders
        for name, (count, faults) in zip(names, workers.map(check, names), strict=True):
            print(f"{name}: {count} answers, {len(faults)} not as they should be")
            for fault in faults:
                print(f"    {fault}")
            failed |= bool(faults)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
