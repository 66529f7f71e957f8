"""What several tests need: the images, and a built copy of the course."""

import os
import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
ROOT = Path(__file__).parent.parent
COURSE_FILES = ("lessons", "course.toml", "nbgrader_config.py", "demo", "source", "release")
ASSIGNMENTS = sorted(path.name for path in (ROOT / "lessons").iterdir())
# One process a core; BLAS threads would only fight over them.
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ[f"{library}_NUM_THREADS"] = "1"
os.environ["MPLBACKEND"] = "Agg"
# nbgrader starts `alembic` by name when it makes a gradebook.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])


# Files whose tests take minutes, always or with a variable that makes them run all they have.
WHOLE = {
    "test_browser_lab.py": "",
    "test_ci_templates.py": "",
    "test_gradescope.py": "",
    "test_nbgrader_own.py": "",
    "test_same_scores.py": "",
    "test_stock.py": "",
    "test_attacks.py": "ISOCENTER_ALL_ATTACKS",
}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Leave to `make test-whole` what takes minutes."""
    for item in items:
        variable = WHOLE.get(item.path.name)
        if variable == "" or (variable and os.environ.get(variable)):
            item.add_marker(pytest.mark.whole)


@pytest.fixture(scope="session", autouse=True)
def data():
    """Return the folder of images; tests and the kernels that they start find it."""
    folder = Path(os.environ.get("ISOCENTER_DATA", ROOT / "data"))
    if not (folder / "raw_fMRI_raw_bold.nii.gz").is_file():
        pytest.exit(f"no images in {folder}: run the tests with `make test`", returncode=2)
    os.environ["ISOCENTER_DATA"] = str(folder)
    return folder


def copy_course(target, names=None):
    """Copy the course's files into a folder; with names, its course.toml has these alone."""
    for name in COURSE_FILES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name)
        elif (ROOT / name).exists():
            shutil.copy(ROOT / name, target / name)
    (target / "tests").mkdir()
    for name in ("submissions", "strangers"):
        (target / "tests" / name).symlink_to(ROOT / "tests" / name)
    if names is not None:
        head, *tables = (target / "course.toml").read_text().split("[assignments.")
        kept = [table for table in tables if table.split("]")[0] in names]
        (target / "course.toml").write_text("[assignments.".join([head, *kept]))
    return target


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """Return a copy of the course that was built there, all five assignments."""
    from isocenter import build, course

    root = copy_course(tmp_path_factory.mktemp("course"))
    build.build(course.read(root / "course.toml"), [])
    return root


def hand_in(root, student, notebook, assignment, text=None):
    """Write a hand-in; returns its path."""
    import nbformat

    path = root / "submitted" / student / assignment / f"{assignment}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(notebook) if text is None else text, encoding="utf-8")
    return path
