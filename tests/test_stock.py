"""Scores under stock nbgrader: nothing lost by a right notebook, nothing given for an empty one."""

import re
import shutil

import nbformat
import pytest
from conftest import ASSIGNMENTS, hand_in
from standins import write_standins

from isocenter import course, grading, lessons

WARNING = '\nimport sys, warnings\nwarnings.warn("deprecated")\nprint("so", file=sys.stderr)\n'


def set_up(built, target, seed=None):
    """Copy a built course, gradebook and all, and give it another cohort seed."""
    shutil.copytree(built, target, symlinks=True)
    if seed is not None:
        text = (target / "course.toml").read_text()
        text, changed = re.subn(r"^cohort_seed = \d+", f"cohort_seed = {seed}", text, flags=re.M)
        assert changed == 1
        (target / "course.toml").write_text(text)
    return course.read(target / "course.toml")


def solved(built, assignment):
    """Return the students' version with all answers filled in."""
    notebook = nbformat.read(built / "release" / assignment / f"{assignment}.ipynb", as_version=4)
    source = nbformat.read(built / "source" / assignment / f"{assignment}.ipynb", as_version=4)
    answers = {
        lessons.grade_id(cell): cell.source
        for cell in source.cells
        if lessons.grading(cell).get("solution")
    }
    for cell in notebook.cells:
        cell.source = answers.get(lessons.grade_id(cell), cell.source)
    return notebook


def grade_all(here, student, notebooks):
    for assignment, notebook in notebooks.items():
        hand_in(here.root, student, notebook, assignment)
    return list(grading.grade(here.root, [(student, assignment) for assignment in notebooks]))


def assert_full_marks(results, built):
    for result in results:
        source = nbformat.read(
            built / "source" / result.assignment / f"{result.assignment}.ipynb", as_version=4
        )
        auto, written = map(float, lessons.points(source))
        extra = sum(map(lessons.extra_credit, source.cells))
        assert result.reason == ""
        assert result.failures == ()
        assert (result.score, result.points, result.extra) == (auto, auto, extra)
        assert result.waiting == written


@pytest.mark.parametrize("seed", [2026, 1, 20271])
def test_solutions_get_every_point(built, tmp_path, seed):
    here = set_up(built, tmp_path / "course", seed)
    notebooks = {assignment: solved(built, assignment) for assignment in ASSIGNMENTS}
    assert_full_marks(grade_all(here, "alice", notebooks), built)


def test_solutions_get_every_point_on_other_images(built, tmp_path, data, monkeypatch):
    """Images of another shape, zooms and axis order under the tutorial's names."""
    monkeypatch.setenv("ISOCENTER_DATA", str(write_standins(data, tmp_path / "data")))
    here = set_up(built, tmp_path / "course")
    notebooks = {assignment: solved(built, assignment) for assignment in ASSIGNMENTS}
    results = grade_all(here, "alice", notebooks)
    assert_full_marks(results, built)
    for assignment in ASSIGNMENTS:  # the text's own cells run on them, too
        path = here.root / "autograded" / "alice" / assignment / f"{assignment}.ipynb"
        for cell in nbformat.read(path, as_version=4).cells:
            assert not any(o.output_type == "error" for o in cell.get("outputs", [])), cell.source


def test_untouched_release_scores_nothing(built, tmp_path):
    here = set_up(built, tmp_path / "course")
    notebooks = {
        assignment: nbformat.read(
            built / "release" / assignment / f"{assignment}.ipynb", as_version=4
        )
        for assignment in ASSIGNMENTS
    }
    for result in grade_all(here, "bob", notebooks):
        assert result.is_graded
        assert (result.score, result.extra, result.waiting) == (0, 0, 0)


def test_right_answers_that_warn_get_full_marks(built, tmp_path):
    """Each function prints to stderr and warns when it is called, and when it is defined."""
    here = set_up(built, tmp_path / "course")
    notebooks = {assignment: solved(built, assignment) for assignment in ("affines",)}
    for notebook in notebooks.values():
        for cell in notebook.cells:
            if lessons.is_solution(cell):
                cell.source = WARNING + cell.source.replace(
                    "    ### BEGIN SOLUTION", '    __import__("warnings").warn("old")'
                )
    results = grade_all(here, "carol", notebooks)
    assert [result.score for result in results] == [result.points for result in results]
