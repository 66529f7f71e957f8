"""The archive that Gradescope takes as an autograder."""

import json
from importlib import resources
from pathlib import Path

from isocenter.bundles import archive, contents, gradescope_results, wheel
from isocenter.course import Course

PROGRAMS = frozenset({"setup.sh", "run_autograder"})


def bundle(course: Course, assignment: str, path: Path) -> list[str]:
    """Write the autograder of an assignment: setup.sh and run_autograder lie at its root.

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
    files = contents.gather(course, assignment)
    secrets = contents.secrets(files)
    packed = {f"course/{name}": data for name, data in files.items()}
    for name in PROGRAMS:
        text = (resources.files("isocenter") / "templates" / "gradescope" / name).read_bytes()
        text = text.replace(b"ASSIGNMENT", assignment.encode())
        packed[name] = text.replace(b"WHEEL", wheel.name().encode())
    fallback = gradescope_results.not_graded(
        "The grader did not start: look at the output of setup.sh, and at the autograder's output."
    )
    packed["not_started.json"] = (json.dumps(fallback, indent=1) + "\n").encode()
    packed["manifest.json"] = contents.manifest(assignment, packed)
    archive.write(path, packed, PROGRAMS)
    return secrets
