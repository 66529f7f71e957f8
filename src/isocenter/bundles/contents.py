"""What a grader elsewhere needs of an assignment: no student's data, and what in it is secret."""

import hashlib
import json
import os
import re
from importlib import metadata, resources
from pathlib import Path

import nbformat

from isocenter.bundles import archive, wheel
from isocenter.course import Course
from isocenter.errors import CourseError

SECRET = {
    "lessons/": "the solutions and the hidden tests",
    "source/": "the solutions and the hidden tests",
    "course.toml": "cohort_seed, from which hidden inputs grow",
}


def gather(course: Course, assignment: str) -> dict[str, bytes]:
    """Read what an assignment's grader needs.

    Parameters
    ----------
    course : Course
    assignment : str

    Returns
    -------
    dict of str to bytes
        By name in a folder that holds a course of one assignment, with the lock file and this
        package as a wheel in it.

    Raises
    ------
    CourseError
        Something is missing, or the built notebook is not what the lesson gives.
    """
    from isocenter.build import state

    course.select([assignment])
    stands = state(course, assignment)
    if stands != "built":
        raise CourseError(
            {
                "missing": f"{assignment} was never built: run `isocenter build {assignment}`",
                "text": f"the lesson of {assignment} was changed since it was built: run "
                f"`isocenter build {assignment}`",
                "notebook": f"source/{assignment}/ was edited since it was built: run "
                f"`isocenter text {assignment}`, which takes the edit into the lesson",
            }[stands]
        )
    files = {}
    for name in ("course.toml", "nbgrader_config.py", "requirements.txt"):
        files[name] = _read(course.root / name)
    for folder in ("lessons", "source"):
        files |= _folder(course.root, Path(folder, assignment))
    for image in images(course, assignment):
        files[f"data/{image.name}"] = _read(image)
    return files | {wheel.name(): wheel.build()}


def images(course: Course, assignment: str) -> list[Path]:
    """Return the images that an assignment's cells load."""
    notebook = nbformat.read(course.source(assignment), as_version=4)
    text = "\n".join(cell.source for cell in notebook.cells)
    folder = Path(os.environ.get("ISOCENTER_DATA", course.root / "data"))
    names = set(re.findall(r'(?:image|data)_file\("([^"]+)"\)', text))
    for name in sorted(names):
        if not (folder / name).is_file():
            raise CourseError(
                f"{assignment} needs the image {folder / name}, which is missing: run "
                "`isocenter data`, or set ISOCENTER_DATA to the folder that holds it"
            )
    return [folder / name for name in sorted(names)]


def _folder(root: Path, folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / folder).rglob("*"))
        if path.is_file() and not {".ipynb_checkpoints", "__pycache__"} & set(path.parts)
    }


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise CourseError(f"{path} is missing, and a grader elsewhere needs it") from None


def bundle(course: Course, assignment: str, path: Path) -> list[str]:
    """Write the archive of an assignment.

    Parameters
    ----------
    course : Course
    assignment : str
    path : Path

    Returns
    -------
    list of str
        What in it is secret, a line each.
    """
    files = gather(course, assignment)
    text = (resources.files("isocenter") / "templates" / "bundle.md").read_text(encoding="utf-8")
    readme = (
        text.replace("ASSIGNMENT", assignment)
        .replace("WHEEL", wheel.name())
        .replace("SECRET\n", "".join(f"- {line}\n" for line in secrets(files)))
    )
    files["README.md"] = readme.encode()
    files["manifest.json"] = manifest(assignment, files)
    archive.write(path, {f"{assignment}/{name}": data for name, data in files.items()})
    return secrets(files)


def manifest(assignment: str, files: dict[str, bytes]) -> bytes:
    """Return the list of a bundle's files with their digests, as JSON."""
    listed = {
        "version": 1,
        "assignment": assignment,
        "isocenter": metadata.version("isocenter"),
        "secret": [name for name in sorted(files) if _is_secret(name)],
        "sha256": {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)},
    }
    return (json.dumps(listed, indent=1) + "\n").encode()


def _is_secret(name: str) -> bool:
    return name.removeprefix("course/").startswith(tuple(SECRET))


def secrets(files: dict[str, bytes]) -> list[str]:
    """Say what in a bundle is secret."""
    return [
        f"{place}: {words}"
        for place, words in SECRET.items()
        if any(name.startswith(place) for name in files)
    ]
