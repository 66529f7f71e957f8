"""course.toml: what it says, and what is said of one that is wrong."""

from datetime import UTC, datetime

import pytest
from conftest import ROOT

from isocenter import course
from isocenter.errors import CourseError
from isocenter.late import LatePenalty


def test_the_courses_own():
    here = course.find(ROOT / "lessons" / "affines")
    assert here.root == ROOT
    assert here.select(["affines"])[0].points > 0
    assert [item.name for item in here.select([])] == list(here.assignments)


def read(tmp_path, text):
    (tmp_path / "course.toml").write_text(text)
    return course.read(tmp_path / "course.toml")


def test_local_times_become_utc(tmp_path):
    text = 'timezone = "Europe/Amsterdam"\n[assignments.a]\npoints = 3\n'
    assert read(tmp_path, text).assignments["a"].due is None
    summer = read(tmp_path, text + "due = 2027-07-01T12:00:00")
    assert summer.assignments["a"].due == datetime(2027, 7, 1, 10, tzinfo=UTC)
    fixed = read(tmp_path, text + "due = 2027-07-01T12:00:00-05:00")
    assert fixed.assignments["a"].due == datetime(2027, 7, 1, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cohort_seed = ", "Invalid value"),
        ("cohort_sed = 1", "cohort_sed is unknown; known are assignments, cohort_seed"),
        ("cohort_seed = -1", "cohort_seed must be a whole number from 0 up, not -1"),
        ("cohort_seed = true", "cohort_seed must be a whole number"),
        ("manual = 1", "manual must be true or false, not 1"),
        ('timezone = "Utrecht"', "'Utrecht' is no time zone"),
        ('timezone = "Europe"', "'Europe' is no time zone"),
        ("late = 3", "late must be a table"),
        ("assignments = 3", "assignments must be a table"),
        ('assignments."../x".points = 3', "assignments.../x: use letters"),
        ("assignments.a.points = nan", "assignments.a.points must be a number above 0, not nan"),
        ("late.percent_per_week = 3", "late.percent_per_week is unknown"),
        ("late.percent_per_day = -3", "late.percent_per_day must be a number from 0 up"),
        ("assignments.a.points = 0", "assignments.a.points must be a number above 0, not 0"),
        ("assignments.a.due = 3", "assignments.a.points must be"),
        ('assignments.a = {points = 1, due = "soon"}', "assignments.a.due must be a time such as"),
        ("assignments.a = {points = 1, dew = 1}", "assignments.a.dew is unknown"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, text, words):
    with pytest.raises(CourseError) as caught:
        read(tmp_path, text)
    assert words in str(caught.value)
    assert "course.toml" in str(caught.value)


def test_a_path_that_nbgrader_takes_for_a_pattern(tmp_path):
    (tmp_path / "course [1]").mkdir()
    with pytest.raises(CourseError, match="nbgrader cannot work in a path with"):
        read(tmp_path / "course [1]", "")


def test_outside_a_course(tmp_path):
    with pytest.raises(CourseError, match="no course.toml in .* or above it"):
        course.find(tmp_path)


@pytest.mark.parametrize(
    ("hours", "taken"),
    [(0.2, None), (0.25, None), (0.3, 8), (24, 8), (24.1, 16), (95, 32), (97, 40), (1000, 40)],
)
def test_late_penalty(hours, taken):
    plugin = LatePenalty(grace_minutes=15, percent_per_day=10, at_most_percent=50)
    assert plugin.late_submission_penalty("amy", 80, hours * 3600) == taken
