"""The same hand-ins graded twice: by stock nbgrader, and with our steps."""

import contextlib
import gc
import logging
import shutil
import warnings
from pathlib import Path

import nbformat
import nbgrader
import small_course
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, GenerateAssignment
from sqlalchemy.exc import SAWarning
from traitlets.config import Config

from isocenter import lessons
from isocenter.autograde import RestoreCells

PACKAGE = Path(nbgrader.__file__).parent
GUIDE = PACKAGE / "docs" / "source" / "user_guide"
FILES = PACKAGE / "tests" / "apps" / "files"
PARTS = PACKAGE / "tests" / "preprocessors" / "files"


def our_steps(**execute):
    """Return the settings of a course that has our steps in the place of nbgrader's own."""
    config = Config()
    config.Autograde.sanitize_preprocessors = [
        RestoreCells,
        *Autograde.sanitize_preprocessors.default(),
    ]
    config.Autograde.autograde_preprocessors = [
        small_course.OURS.get(step.__name__, step)
        for step in Autograde.autograde_preprocessors.default()
    ]
    config.Execute.update(execute)
    return config


def release(root, assignment):
    """Make the students' version of a source folder."""
    coursedir = small_course.coursedir(root, assignment_id=assignment)
    logging.disable()  # what is logged keeps the kernels of autotests from being collected
    with _leaving(), contextlib.chdir(root):  # where nbgrader looks for autotests
        assert small_course.run(GenerateAssignment(coursedir=coursedir)), assignment
    logging.disable(logging.NOTSET)


@contextlib.contextmanager
def _leaving():
    """Let nbgrader leave the sockets of its kernels open."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield
        gc.collect()


def copy(folder, files):
    """Copy files into a folder, under other names."""
    folder.mkdir(parents=True)
    for name, path in files.items():
        shutil.copyfile(path, folder / name)


def put(path, target, answers):
    """Write a notebook anew with other answers."""
    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    for cell in notebook.cells if answers else ():
        cell.source = answers.get(lessons.grade_id(cell), cell.source)
    if answers or path != target:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(nbformat.writes(notebook), encoding="utf-8")


def both(root, assignment, **execute):
    """Grade all hand-ins of an assignment with nbgrader's own steps, and with ours.

    Returns
    -------
    stock, ours : dict
        ``{(student, notebook, cell): (auto_score, needs_manual_grade)}``; for a student whose
        hand-in could not be graded, one entry ``(student, None, None): None``.
    """
    return by_stock(root, assignment), _by_steps(root, assignment, "ours", our_steps(**execute))


def by_stock(root, assignment):
    """Grade all hand-ins of an assignment with nbgrader's own steps alone, in a copy."""
    return _by_steps(root, assignment, "stock", Config())


def _by_steps(root, assignment, name, config):
    copy = root.with_name(f"{root.name}-{assignment}-{name}")
    shutil.copytree(root, copy, symlinks=True)
    for path in sorted((copy / "submitted").glob(f"*/{assignment}")):
        names = {"assignment_id": assignment, "student_id": path.parent.name}
        coursedir = small_course.coursedir(copy, **names)
        with _leaving():
            small_course.run(Autograde(coursedir=coursedir, config=config))
    return scores(copy, assignment)


def scores(root, assignment):
    """Return what the gradebook has of an assignment's hand-ins, as `both` does."""
    found, url = {}, small_course.coursedir(root).db_url
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)
        with Gradebook(url) as gradebook:
            for path in sorted((root / "submitted").glob(f"*/{assignment}")):
                student = path.parent.name
                if not (root / "autograded" / student / assignment).is_dir():
                    found[student, None, None] = None
                    continue
                for notebook in gradebook.find_submission(assignment, student).notebooks:
                    for grade in notebook.grades:
                        key = (student, notebook.name, grade.cell.name)
                        found[key] = (grade.auto_score, grade.needs_manual_grade)
    return found


def differences(stock, ours):
    """Return {key: (what stock nbgrader gives, what ours gives)} where these are not the same."""
    return {
        key: (stock.get(key), ours.get(key))
        for key in sorted({*stock, *ours}, key=str)
        if stock.get(key) != ours.get(key)
    }
