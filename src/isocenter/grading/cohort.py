"""Grade hand-ins: find out what has to run, have it run, write what came of it."""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from isocenter import handins
from isocenter.engine import rights
from isocenter.errors import IsocenterError, Unreadable
from isocenter.grading import assignment as assignments
from isocenter.grading import digests, standing, store
from isocenter.grading.collected import Collected
from isocenter.grading.points import all_points
from isocenter.grading.pool import Came
from isocenter.grading.settings import Settings
from isocenter.grading.standing import Submission
from isocenter.grading.work import Task, Work
from isocenter.results import UNCHANGED, Outcome, Result

DAMAGED = "what came of it before is damaged in the store, and was removed: grade again"


class Cohort:
    """The hand-ins of one assignment, and what has to be done about them.

    Parameters
    ----------
    settings : Settings
    name : str
        The assignment's.
    level : rights.Level
        To which student code's rights are lowered.
    files : digests.Files
    force : bool
        Run every hand-in, whatever is known of it.
    """

    def __init__(
        self,
        settings: Settings,
        name: str,
        level: rights.Level,
        files: digests.Files,
        *,
        force: bool = False,
    ) -> None:
        self.settings, self._files, self._force = settings, files, force
        self._root = Path(settings.root)
        self._standing = standing.read(settings.db_url, name)
        self.assignment = assignments.read(settings, name, self._standing, files)
        self._results = store.Results(self._root)
        limits = [settings.cell_seconds, settings.output_steps, str(rights.Limits())]
        self._parts = self.assignment.parts | {
            "engine": digests.of_data([digests.code(), level.name, limits]),
            "packages": digests.packages(),
        }
        config = [self._root / name for name in ("nbgrader_config.py", "course.toml")]
        self._rules = digests.of(*(path.read_bytes() for path in config if path.is_file()))
        self.todo: dict[str, list[Collected]] = defaultdict(list)
        self._done: list[tuple[Collected, dict[str, Any], dict[str, bytes]]] = []
        self._replaced: set[str] = set()
        self._writer: Any = None

    def look(self, student: str) -> Result | None:
        """Look at a hand-in; nothing is run, and nothing that takes seconds is imported.

        Returns
        -------
        Result or None
            None where something has to run, or to be written.
        """
        name = self.assignment.name
        one = Collected(
            student, handins.look(self.settings.folder(self.settings.submitted, student, name))
        )
        one.kept = store.read_json(store.graded(self._root, name, student))
        for file in [f for f in one.found.files if assignments.is_ignored(f, self.settings.ignore)]:
            del one.found.files[file]
        one.problem = one.found.problem
        self._read_dates(one)
        one.parts = {"answers": self._answers(one), **self._parts}
        one.key = digests.key(one.parts)
        if self._force:
            one.why = "asked for by --force"
        else:
            one.why = digests.why(one.kept and one.kept.get("parts"), one.parts)
        if not one.why and one.kept:
            one.why = _failed_before(one.kept) or self._not_written(one, one.kept)
            if not one.why:
                one.why = UNCHANGED
                one.seconds = one.kept["seconds"]
                there = self._standing.submissions.get(student, Submission())
                return one.result(self.assignment, one.kept, there)
        self.todo[one.key].append(one)
        return None

    def left(self) -> list[str]:
        """Return the keys of hand-ins that have to run: the store has nothing of them."""
        return [key for key in self.todo if not self._is_known(key)]

    def reuse(self) -> Iterator[None]:
        """Take from the store what only has to be written, hand-in after hand-in."""
        for key, waiting in self.todo.items():
            if all(one.problem for one in waiting):
                self.finish(Came(key, None))
            elif self._is_known(key):
                came = self._results.get(key)
                if came is None:
                    self.finish(Came(key, None, DAMAGED))
                else:
                    self._finish(waiting, *came, seconds=0.0)
            yield

    def _is_known(self, key: str) -> bool:
        problems = [one.problem for one in self.todo[key]]
        return all(problems) or (not self._force and key in self._results)

    def task(self, key: str) -> Task:
        """Return a hand-in that has to run, as workers take it."""
        found = next(one for one in self.todo[key] if not one.problem).found
        return Task(key, self.assignment.parts["assignment"], found.content(), found.refused)

    @cached_property
    def _work(self) -> Work:
        own = {name: path.read_bytes() for name, path in self.assignment.files.items()}
        steps = tuple((name, dict(settings)) for name, settings in self.settings.output_steps)
        plans = assignments.plans(self.settings, self.assignment.name)
        worth = self.assignment.points_digest
        return Work(self.assignment.parts["assignment"], plans, own, steps, worth)

    def work(self) -> Work:
        """Return what all hand-ins of the assignment have in common."""
        return self._work

    def finish(self, came: Came) -> None:
        """Take what came of running a hand-in."""
        from isocenter.grading.task import may_be_used_again, record

        waiting = self.todo[came.key]
        if came.packed is None:
            for one in waiting:
                one.is_ours = not one.problem
                one.problem = one.problem or f"{one.found.where}: {came.problem}"
            self._finish(waiting, record(), {}, came.seconds)
            return
        found, notebooks = store.unpack(came.packed)
        if may_be_used_again(found):
            self._results.put(came.key, came.packed)
        self._finish(waiting, found, notebooks, came.seconds)

    def _finish(
        self,
        waiting: list[Collected],
        record: dict[str, Any],
        notebooks: dict[str, bytes],
        seconds: float,
    ) -> None:
        for one in waiting:
            one.seconds = seconds
            self._done.append((one, record, notebooks))

    @property
    def unwritten(self) -> int:
        """How many hand-ins are done and not in the gradebook yet."""
        return len(self._done)

    def write(self) -> Iterator[Result]:
        """Write all that is done; yields what came of each."""
        done, self._done = self._done, []
        if not done:
            return
        from isocenter.grading import writer as writing  # nbgrader, which takes seconds

        if self._writer is None:
            self._writer = writing.Writer(self.settings, self.assignment)
        entries = []
        for one, record, _ in done:
            try:
                timestamp = handins.read_time(one.time) if one.time else None
            except Unreadable as error:
                timestamp, one.problem = None, one.problem or f"{one.found.where}/{error}"
            untouched = {
                (notebook, cell)
                for notebook, ran in record["notebooks"].items()
                for cell in ran["untouched"]
            }
            is_graded = not one.problem and not record["reason"]
            entries.append(
                writing.Entry(
                    one.student,
                    all_points(self.assignment, record) if is_graded else None,
                    frozenset(record["notebooks"]),
                    frozenset(untouched),
                    timestamp,
                    is_new=self._force or not one.kept or one.kept["key"] != one.key,
                )
            )
        written = self._writer.write(entries)
        for one, record, notebooks in done:
            yield self._written(one, record, notebooks, written[one.student])

    def close(self) -> None:
        """Let go of the gradebook, and of results that were replaced."""
        self._results.sweep(self._replaced)
        if self._writer is not None:
            self._writer.close()

    def _written(
        self,
        one: Collected,
        record: dict[str, Any],
        notebooks: dict[str, bytes],
        there: Submission | IsocenterError,
    ) -> Result:
        """Put a hand-in that is in the gradebook into its folder, and into the store."""
        from isocenter.grading import writer as writing

        name = self.assignment.name
        if isinstance(there, IsocenterError):  # what an earlier one got is still there, all of it
            one.problem, one.is_ours = f"{one.found.where}: {there}", True
            known = one.known(self.assignment, record)
            store.write_json(store.graded(self._root, name, one.student), known)
            return one.result(self.assignment, known, Submission())
        known = one.known(self.assignment, record)
        if known["reason"]:
            writing.remove_folder(self.settings, one.student, name)
            before = self._standing.submissions.get(one.student, Submission())
            had = [g.auto_score for g in before.grades.values() if g.auto_score is not None]
            if had:
                known["notes"].append(
                    f"an earlier hand-in's score was taken out of the gradebook: {sum(had):g}"
                )
        else:
            files = self._graded(one, record, notebooks)
            writing.write_folder(self.settings, one.student, name, files)
        store.write_json(store.graded(self._root, name, one.student), known)
        if one.kept and one.kept["key"] != known["key"]:
            self._replaced.add(one.kept["key"])
        return one.result(self.assignment, known, there)

    def _graded(
        self, one: Collected, record: dict[str, Any], notebooks: dict[str, bytes]
    ) -> Iterator[tuple[str, bytes]]:
        """Yield the files of a graded hand-in."""
        kept = self.settings.not_overwritten.get(self.assignment.name, [])
        for name, path in one.found.files.items():
            ours = name in self.assignment.files and name not in kept
            believed = self.settings.believe_timestamps or name != handins.TIME
            if not name.endswith(".ipynb") and not ours and believed:
                yield name, path.read_bytes()
        for name, path in self.assignment.files.items():
            yield name, path.read_bytes()
        worth = self.assignment.points
        for name, data in notebooks.items():
            if record["points"] != self.assignment.points_digest:
                points = {
                    cell: most for (notebook, cell), most in worth.items() if notebook == name
                }
                data = _with_points(data, points)
            yield f"{name}.ipynb", data

    def _read_dates(self, one: Collected) -> None:
        """Find out when it was handed in, and whether the hand-in or its collector says so."""
        path = one.found.files.get(handins.TIME)
        text = ""
        if path is not None and not self.settings.believe_timestamps:
            one.notes.append("its timestamp.txt is the student's, and was not believed")
        elif path is not None:
            text = path.read_bytes().decode(errors="replace").strip()
            one.time = path
        there = self._standing.submissions.get(one.student, Submission())
        by_hand = [
            [*name, grade.manual_score]
            for name, grade in sorted(there.grades.items())
            if grade.manual_score is not None
        ]
        one.dates = digests.of_data(
            [text or there.timestamp, there.extension, self._standing.due, self._rules, by_hand]
        )

    def _answers(self, one: Collected) -> str:
        """Return the digest of what was handed in."""
        given = [
            [name, self._files.digest(path)]
            for name, path in sorted(one.found.files.items())
            if name != handins.TIME
        ]
        return digests.of_data([given, sorted(one.found.refused.items()), one.problem])

    def _not_written(self, one: Collected, kept: dict[str, Any]) -> str:
        """Say why what came of a hand-in has to be written again; empty where it has not."""
        there = self._standing.submissions.get(one.student)
        if kept["dates"] != one.dates:
            return "its dates, or what a late hand-in costs, changed"
        if kept["reason"]:
            scores = [grade.auto_score for grade in (there.grades if there else {}).values()]
            return "" if not any(score is not None for score in scores) else "graded elsewhere"
        if kept["points"] != self.assignment.points_digest:
            return "the points changed"
        if there is None:
            return "the gradebook did not have it"
        for name, points in all_points(self.assignment, kept).items():
            if name not in there.grades or there.grades[name].auto_score != points.score:
                return "the gradebook had another score"
        folder = self.settings.folder(self.settings.autograded, one.student, self.assignment.name)
        if not all((folder / f"{name}.ipynb").is_file() for name in kept["notebooks"]):
            return f"{self.settings.autograded}/ did not have it"
        return ""


def _failed_before(kept: dict[str, Any]) -> str:
    """Say why a hand-in runs again though nothing changed: what may not happen twice."""
    for ran in kept["notebooks"].values():
        for cell in ran["cells"].values():
            if cell["outcome"] == Outcome.TIMED_OUT.value:
                return "a test timed out"
            if cell["outcome"] == Outcome.ERROR.value:
                return "a test could not be run to an end"
    return ""


def _with_points(notebook: bytes, points: dict[str, float]) -> bytes:
    """Return a graded notebook whose cells show what they are worth now."""
    tree = json.loads(notebook)
    for cell in tree["cells"]:
        flags = cell["metadata"].get("nbgrader", {})
        if flags.get("grade_id") in points:
            flags["points"] = points[flags["grade_id"]]
    return (json.dumps(tree, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()
