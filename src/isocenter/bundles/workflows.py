"""The files of GitHub Actions, for a student's repository and for the instructor's."""

from importlib import resources
from pathlib import Path

from isocenter.bundles import wheel
from isocenter.course import Course
from isocenter.errors import CourseError

SUPPORT = Path(".github", "isocenter")


def student(course: Course, assignments: list[str], folder: Path) -> list[Path]:
    """Write what a student's repository needs: the notebooks, and their check at each push.

    Parameters
    ----------
    course : Course
    assignments : list of str
        All of course.toml for an empty list.
    folder : Path
        A notebook that is there already stays as it is.

    Returns
    -------
    list of Path
        What was written.
    """
    if folder.resolve() == course.root or (folder / "course.toml").exists():
        raise CourseError(f"{folder} is a course's folder, with the hidden tests: name another one")
    files: dict[Path, bytes] = {
        Path(".github", "workflows", "check.yml"): _template("student-check.yml"),
        SUPPORT / wheel.name(): wheel.build(),
        SUPPORT / "requirements.txt": _lock(course),
        Path(".gitignore"): b"data/\n.ipynb_checkpoints/\n",
        Path(".gitattributes"): b"*.ipynb text eol=lf\n",
    }
    notebooks = {}
    for assignment in course.select(assignments):
        name = assignment.name
        released = course.root / "release" / name
        if not (released / f"{name}.ipynb").is_file():
            raise CourseError(f"{name} was never built: run `isocenter build {name}`")
        files[SUPPORT / "release" / f"{name}.ipynb"] = (released / f"{name}.ipynb").read_bytes()
        for path in sorted(released.rglob("*")):
            if path.is_file() and ".ipynb_checkpoints" not in path.parts:
                notebooks[Path(name) / path.relative_to(released)] = path.read_bytes()
    for old in (folder / SUPPORT).glob("isocenter-*.whl"):
        old.unlink()
    keep = {path for path in (*notebooks, Path(".gitignore")) if (folder / path).exists()}
    return _write(folder, {p: data for p, data in (files | notebooks).items() if p not in keep})


def instructor(assignments: list[str], folder: Path) -> list[Path]:
    """Write what the repository of a course needs, to grade what is in its students' repositories.

    Parameters
    ----------
    assignments : list of str
        Empty: the workflow is told at each run.
    folder : Path
        The course's own; a list of students that is there already stays as it is.

    Returns
    -------
    list of Path
        What was written.
    """
    if assignments:
        raise CourseError(
            "--instructor takes no assignment: each run of the workflow names its own"
        )
    if not (folder / "course.toml").is_file():
        raise CourseError(f"{folder} is no course: name the folder that holds course.toml")
    files = {Path(".github", "workflows", "grade.yml"): _template("instructor-grade.yml")}
    if not (folder / "students.csv").exists():
        files[Path("students.csv")] = b"student,url,branch\n"
    return _write(folder, files)


def _template(name: str) -> bytes:
    return (resources.files("isocenter") / "templates" / name).read_bytes()


def _lock(course: Course) -> bytes:
    path = course.root / "requirements.txt"
    if not path.is_file():
        raise CourseError(f"{path} is missing: it says which packages the notebooks need")
    return path.read_bytes()


def _write(folder: Path, files: dict[Path, bytes]) -> list[Path]:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return [folder / name for name in sorted(files)]
