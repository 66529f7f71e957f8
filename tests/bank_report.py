"""Run the whole bank on all processors; print a table, write JUnit XML."""

import argparse
import multiprocessing
import os
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from xml.etree import ElementTree

import bank
import bank_strangers

from isocenter import lessons

WRONG = ("wrong_answer", "run_time_error", "time_limit")
COLUMNS = ("accepted", "no work", "wrong", "exact", "hint", "mutants", "equivalent", "strangers")
TITLES = ("right answers that pass", "answers without work caught", "wrong answers caught",
          "wrong answers that fail exactly their cells", "wrong answers with the right hint",
          "mutants killed", "equivalent mutants, listed",
          "strangers' answers graded as judged")  # fmt: skip


def tally(verdicts):
    """Return {column: (as they should be, all)} of some verdicts; `equivalent` is for itself."""
    wrong = [verdict for verdict in verdicts if verdict.kind in WRONG]
    of = {kind: [v for v in verdicts if v.kind == kind] for kind in ("accepted", "lazy", "mutant")}
    equal = [verdict for verdict in verdicts if verdict.kind == "equivalent"]
    strangers = [verdict for verdict in verdicts if verdict.kind == "stranger"]
    found = (
        [not verdict.failed for verdict in of["accepted"]],
        [verdict.failed for verdict in of["lazy"]],
        [verdict.failed for verdict in wrong],
        [verdict.exact for verdict in wrong],
        [verdict.hinted for verdict in wrong],
        [verdict.failed for verdict in of["mutant"]],
        [not verdict.failed for verdict in equal],
        [not verdict.faults for verdict in strangers],
    )
    return {column: (sum(one), len(one)) for column, one in zip(COLUMNS, found, strict=True)}


def row(name, verdicts):
    """Return a line of the table."""
    shares = [f"{good}/{every}" for good, every in tally(verdicts).values()]
    return f"{name:24}" + "".join(f"{share:>12}" for share in shares)


def junit(suites):
    """Return JUnit XML: a suite for each exercise, a case for each answer and each mutant."""
    root = ElementTree.Element("testsuites", name="bank")
    for name, verdicts in suites.items():
        failures = sum(bool(verdict.faults) for verdict in verdicts)
        counts = {"tests": str(len(verdicts)), "failures": str(failures), "errors": "0"}
        suite = ElementTree.SubElement(root, "testsuite", name=name, **counts)
        for verdict in verdicts:
            title = {"classname": f"{name}.{verdict.kind}", "name": verdict.name}
            case = ElementTree.SubElement(suite, "testcase", **title)
            if verdict.faults:
                fault = ElementTree.SubElement(case, "failure", message=verdict.faults[0])
                fault.text = "\n".join(verdict.faults)
    ElementTree.indent(root)
    return ElementTree.ElementTree(root)


def run(task):
    """Run one task in a worker; returns verdicts and a line for the report, or None."""
    kind, assignment, grade_id = task
    notebook = bank.read(assignment)
    if kind == "lesson":
        return check_lesson(assignment, notebook)
    exercise = next(one for one in lessons.exercises(notebook) if one.grade_id == grade_id)
    of_kind = {
        "answers": (bank.check_answers, bank_strangers.check_strangers),
        "mutants": (bank.check_mutants,),
    }
    verdicts = [v for check in of_kind[kind] for v in check(assignment, notebook, exercise)]
    return verdicts, None


def check_lesson(assignment, notebook):
    """Check the text of a lesson, and run its solved notebook."""
    name = f"lessons/{assignment}/{assignment}.py"
    auto, written = lessons.points(notebook)
    faults = lessons.problems(notebook, name, auto + written)
    results = bank.run_notebook(notebook)
    for cell, problem, _ in results:
        if problem:
            faults.append(f"the solved notebook fails in {cell or 'a cell of the text'}: {problem}")
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    costs = [(seconds, n) for n, (*_, seconds) in enumerate(results)]
    dear = [
        f"{lessons.grade_id(code[n]) or code[n].source.splitlines()[0]} {seconds:.2f} s"
        for seconds, n in sorted(costs, reverse=True)[:3]
    ]
    line = (
        f"{assignment}: {float(auto):g} points by tests, {float(written):g} by hand; CPU of the "
        f"solved notebook {sum(seconds for seconds, _ in costs):.2f} s, most in {', '.join(dear)}"
    )
    return [bank.Verdict("lesson", "the solved notebook", tuple(faults), bool(faults))], line


def parse(arguments):
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="bank.py", description="Run the bank of answers.")
    parser.add_argument("assignment", nargs="?", help="one alone; all when it is not given")
    parser.add_argument("exercise", nargs="*", help="grade_ids of solution cells")
    parser.add_argument("--no-mutants", action="store_true", help="run the bank's files alone")
    parser.add_argument("--junit", metavar="FILE", help="write JUnit XML too")
    return parser.parse_args(arguments)


def tasks(options):
    """Return what is to be done, in the order of the report; names that do not exist end it."""
    folders = sorted(path.name for path in (bank.ROOT / "lessons").iterdir())
    if options.assignment not in (None, *folders):
        sys.exit(f"lessons/ has no {options.assignment}; there are {', '.join(folders)}")
    found, kinds = [], ("answers",) if options.no_mutants else ("answers", "mutants")
    for assignment in [options.assignment] if options.assignment else folders:
        known = [exercise.grade_id for exercise in lessons.exercises(bank.read(assignment))]
        for unknown in set(options.exercise) - set(known):
            sys.exit(f"{assignment} has no exercise {unknown}; it has {', '.join(known)}")
        found.append(("lesson", assignment, None))
        for exercise in options.exercise or known:
            found += [(kind, assignment, exercise) for kind in kinds]
    return found


def main(arguments):
    """Run the bank; returns 1 where anything falls short."""
    options = parse(arguments)
    started, todo, suites = time.monotonic(), tasks(options), {}
    for column, title in zip(COLUMNS, TITLES, strict=True):
        print(f"{column}: {title}")
    print("\n" + " " * 24 + "".join(f"{column:>12}" for column in COLUMNS), flush=True)
    # Forked before anything runs, so that each worker finds the libraries warm.
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=context) as workers:
        for (kind, assignment, grade_id), (verdicts, line) in zip(
            todo, workers.map(run, todo), strict=True
        ):
            name = ".".join(filter(None, (assignment, grade_id)))
            suites.setdefault(name, []).extend(verdicts)
            if kind == "lesson":
                print(line)
            if kind == "mutants" or (kind == "answers" and options.no_mutants):
                print(row(f"  {grade_id}", suites[name]))
            for fault in (fault for verdict in verdicts for fault in verdict.faults):
                print(f"      {fault}")
            sys.stdout.flush()
    every = [verdict for verdicts in suites.values() for verdict in verdicts]
    print(row("total", every))
    shortfalls = sum(len(verdict.faults) for verdict in every)
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(one.ru_utime + one.ru_stime for one in used)
    print(f"{shortfalls} shortfalls; {cpu:.0f} s of CPU, {time.monotonic() - started:.0f} s in all")
    if options.junit:
        junit(suites).write(options.junit, encoding="utf-8", xml_declaration=True)
    return 1 if shortfalls else 0
