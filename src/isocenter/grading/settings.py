"""What grading needs to know of a course: its folders, its gradebook, how its cells are run."""

import glob
import json
import os
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from traitlets import Bool
from traitlets.config import Configurable

from isocenter import client
from isocenter.errors import CourseError
from isocenter.grading import digests, store

CONFIG = "nbgrader_config.py"
VARIABLES = client.variables()  # before a course's settings change them, which they may


class Grading(Configurable):
    """What `isocenter grade` asks of nbgrader_config.py besides nbgrader's own settings."""

    believe_timestamps = Bool(
        True,
        help="whether timestamp.txt was written by whoever collected the hand-ins: if it was "
        "copied from the students' folders, it is theirs, and decides nothing",
    ).tag(config=True)


@dataclass(frozen=True)
class Settings:
    """The settings of one course, as nbgrader_config.py gives them.

    Attributes
    ----------
    root : str
        The course's folder.
    db_url, course_id : str
    structure : str
        nbgrader's ``directory_structure``.
    source, submitted, autograded, feedback : str
        The names of nbgrader's steps in it.
    ignore : list of str
        Patterns of files that are not copied.
    excluded : list of str
        Students who are never graded.
    create_student : bool
        Whether somebody who is not in the gradebook is added to it.
    not_overwritten : dict of str to list of str
        By assignment, the files that are the student's though the instructor has them too.
    permissions : int
        Of what is written, as a number in octal digits.
    groupshared : bool
    level : str
        The rights of student code; empty for the highest level that the machine has.
    cell_seconds : int or None
    readable : list of str
        Folders that student code may read.
    environment, secrets : dict of str to str
        Variables of both sides, and of the tests' side alone.
    believe_timestamps, extra_credit, late_penalties : bool
    output_steps : list of (str, dict)
        nbgrader's preprocessors that shorten outputs, and their settings.
    foreign : list of str
        What the course does that only nbgrader itself can: such a course is not graded here.
    """

    root: str
    db_url: str
    course_id: str
    structure: str
    source: str
    submitted: str
    autograded: str
    feedback: str
    ignore: list[str]
    excluded: list[str]
    create_student: bool
    not_overwritten: dict[str, list[str]]
    permissions: int
    groupshared: bool
    level: str
    cell_seconds: int | None
    readable: list[str]
    environment: dict[str, str]
    secrets: dict[str, str]
    believe_timestamps: bool
    extra_credit: bool
    late_penalties: bool
    output_steps: list[tuple[str, dict[str, Any]]]
    foreign: list[str] = field(default_factory=list)

    def folder(self, step: str, student: str, assignment: str) -> Path:
        """Return where nbgrader keeps one hand-in at one step."""
        names = {"nbgrader_step": step, "student_id": student, "assignment_id": assignment}
        return Path(self.root, self.structure.format(**names))

    def source_folder(self, assignment: str) -> Path:
        """Return where an assignment's own files are."""
        return self.folder(self.source, ".", assignment)

    def students(self, assignment: str, step: str = "") -> list[str]:
        """Return the students with a folder at a step, who handed in unless it is given; sorted."""
        mark = "\ue000"  # stands in no path
        step = step or self.submitted
        shape = os.path.normpath(self.folder(step, mark, glob.escape(assignment)))
        name = re.escape(os.path.normpath(self.folder(step, mark, assignment)))
        pattern = re.compile(
            name.replace(mark, f"([^{re.escape(os.sep)}]+)", 1).replace(mark, r"\1")
        )
        found = map(pattern.fullmatch, map(os.path.normpath, glob.iglob(shape.replace(mark, "*"))))
        return sorted({match[1] for match in found if match} - set(self.excluded))


def find(folder: Path | None = None) -> Path:
    """Return the folder of the course that a folder lies in: the nearest with nbgrader's settings.

    Raises
    ------
    CourseError
    """
    folder = (folder or Path.cwd()).resolve()
    for place in (folder, *folder.parents):
        if (place / CONFIG).is_file():
            return place
    raise CourseError(
        f"there is no {CONFIG} in {folder} or above: run this in the folder of an nbgrader course"
    )


def load(root: Path, *, again: bool = False) -> Settings:
    """Return the settings of a course; read anew only where something they hang on has changed.

    Parameters
    ----------
    root : Path
    again : bool
        Read them anew in any case.

    Raises
    ------
    CourseError
        The file cannot be read, or asks for what only nbgrader itself does.
    """
    path = store.folder(root) / "settings.json"
    known = _fingerprint(root)
    settings = None
    if not again:
        kept = store.read_json(path)
        if kept and kept.get("fingerprint") == known:
            settings = Settings(**kept["settings"])
    if settings is None:
        settings = _read(root)
        store.write_json(path, {"fingerprint": known, "settings": asdict(settings)})
    if settings.foreign:
        raise CourseError(
            f"{root / CONFIG}: `isocenter grade` does not do what it asks for: "
            f"{', '.join(settings.foreign)}. `nbgrader autograde` does, and can run the tests with "
            "isocenter's steps: docs/differences-from-nbgrader.md"
        )
    return settings


def _fingerprint(root: Path) -> str:
    """Return a digest of what the settings hang on."""
    files = [*sorted(root.glob("*.py")), root / "course.toml"]
    texts = [path.read_bytes() for path in files if path.is_file()]
    parts = (str(root), json.dumps(VARIABLES, sort_keys=True), digests.code(), digests.packages())
    return digests.of(*texts, *(part.encode() for part in parts))


def _read(root: Path) -> Settings:
    """Ask nbgrader; that takes seconds."""
    from nbgrader.converters import Autograde
    from nbgrader.preprocessors import AssignLatePenalties

    from isocenter import nbgrader_steps
    from isocenter.autograde import Execute
    from isocenter.extra_credit import SaveExtraCredit

    try:
        config = nbgrader_steps.config(root)
    except SystemExit as error:
        raise CourseError(str(error)) from None
    except Exception as error:
        raise CourseError(f"{root / CONFIG}: {type(error).__name__}: {error}") from None
    coursedir = nbgrader_steps.course_directory(root)
    autograde = Autograde(coursedir=coursedir, config=config)
    execute = Execute(parent=autograde, config=config)
    excluded = [name.strip() for name in coursedir.student_id_exclude.split(",")]
    steps = [getattr(step, "__name__", str(step)) for step in autograde.autograde_preprocessors]
    return Settings(
        root=str(root),
        db_url=coursedir.db_url,
        course_id=coursedir.course_id,
        structure=coursedir.directory_structure,
        source=coursedir.source_directory,
        submitted=coursedir.submitted_directory,
        autograded=coursedir.autograded_directory,
        feedback=coursedir.feedback_directory,
        ignore=list(coursedir.ignore),
        excluded=[name for name in excluded if name],
        create_student=autograde.create_student,
        not_overwritten={key: list(names) for key, names in autograde.exclude_overwriting.items()},
        permissions=autograde.permissions,
        groupshared=coursedir.groupshared,
        level=execute.level,
        cell_seconds=execute.timeout,
        readable=list(execute.readable),
        environment=dict(execute.environment),
        secrets=dict(execute.secrets),
        believe_timestamps=Grading(config=config).believe_timestamps,
        extra_credit=SaveExtraCredit.__name__ in steps,
        late_penalties=AssignLatePenalties.__name__ in steps,
        output_steps=_output_steps(autograde.autograde_preprocessors, config),
        foreign=_foreign(autograde),
    )


def _output_steps(steps: list[Any], config: Any) -> list[tuple[str, dict[str, Any]]]:
    """Return the steps that shorten outputs and are switched on, with their settings."""
    settings = {
        "IgnorePattern": ("pattern", "enabled"),
        "LimitOutput": ("max_lines", "max_traceback"),
    }
    found = []
    for step in steps:
        names = settings.get(getattr(step, "__name__", ""), ())
        made = step(config=config) if names else None
        if made is not None and made.enabled:
            found.append((step.__name__, {name: getattr(made, name) for name in names}))
    return found


def _foreign(autograde: Any) -> list[str]:
    """Name what the course asks of nbgrader that is not done here."""
    from nbgrader.converters import Autograde

    ours = {"RestoreCells", "Execute", "SaveAutoGrades", "SaveExtraCredit"}
    known = {
        step.__name__
        for name in ("sanitize_preprocessors", "autograde_preprocessors")
        for step in getattr(Autograde, name).default()
    }
    found = []
    for name in ("sanitize_preprocessors", "autograde_preprocessors"):
        for step in getattr(autograde, name):
            title = getattr(step, "__name__", str(step))
            place = getattr(step, "__module__", "")
            if title == "ClearMetadataPreprocessor" and not step(config=autograde.config).enabled:
                continue
            known.discard("ClearMetadataPreprocessor")
            if title not in known | ours or not place.startswith(
                ("nbgrader.", "isocenter.", "nbconvert.")
            ):
                found.append(f"the step {title}")
    for hook in ("pre_convert_hook", "post_convert_hook"):
        if getattr(autograde, hook) is not None:
            found.append(f"the function {hook}")
    return found
