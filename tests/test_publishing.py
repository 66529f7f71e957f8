"""What students were told, and what became of it."""

import datetime

import in_process
import pytest
import small_course
from damaged import answered
from test_grading_a_class import RULES, STOCK, change, grade, late, quietly

from isocenter import cli, grading, publishing
from isocenter.errors import CourseError


@pytest.fixture
def root(tmp_path, monkeypatch):
    in_process.use(monkeypatch)
    root = small_course.build(tmp_path / "course")
    (root / "nbgrader_config.py").write_text(STOCK + RULES)
    with quietly(), small_course.open_gradebook(root) as gradebook:
        due = datetime.datetime(2027, 3, 3, 10)
        gradebook.update_or_create_assignment("squares", duedate=due)
    for student in ("amy", "ben", "eva", "torn"):
        small_course.write(root, student)
    late(root, "eva", 30)
    grade(root)
    return root


def test_grades_that_are_not_the_published_ones(root):
    assert publishing.publish(root, "squares") == 4
    assert publishing.changes(root, "squares") == []
    small_course.write(root, "amy", change(answered(), "three", "three = 4"))
    with quietly(), small_course.open_gradebook(root) as gradebook:
        given = gradebook.find_grade("why", "squares", "squares", "ben")
        given.manual_score = 1
        gradebook.db.commit()
    grading.extend(root, "squares", "eva", datetime.timedelta(days=1))
    small_course.write(root, "torn", text="{")
    small_course.write(root, "zoe")
    grade(root)
    found = {one.student: one for one in publishing.changes(root, "squares")}
    assert {name: (one.before, one.now) for name, one in found.items()} == {
        "amy": (8, 6),
        "ben": (8, 9),
        "eva": (pytest.approx(6.4), pytest.approx(7.2)),
        "torn": (8, None),
        "zoe": (None, 8),
    }
    assert found["amy"].cells == ("three_test",)
    assert found["amy"].why == "what was handed in changed"
    assert found["ben"].why == "graded by hand: why"
    assert found["eva"].why == "late: -1.6 became -0.8"
    assert "is no notebook, it is not JSON" in found["torn"].why
    assert found["zoe"].why == "graded since"
    publishing.publish(root, "squares")
    assert {one.student for one in publishing.changes(root, "squares")} == set()


def test_the_commands(root, monkeypatch, capsys):
    monkeypatch.chdir(root)
    assert cli.main(["changes"]) == 2
    assert "no grades were published" in capsys.readouterr().err
    assert cli.main(["publish", "squares"]) == 0
    assert "the grades of 4 students are taken down" in capsys.readouterr().out
    assert cli.main(["changes", "squares"]) == 0
    assert "every grade is as it was published: squares" in capsys.readouterr().out
    small_course.write(root, "amy", change(answered(), "three", "three = 4"))
    grade(root)
    assert cli.main(["changes"]) == 0
    assert "what was handed in changed (three_test)" in " ".join(capsys.readouterr().out.split())


def test_an_assignment_that_nobody_was_graded_in(root):
    with pytest.raises(CourseError, match="was never published|were never published"):
        publishing.changes(root, "squares")
    with pytest.raises(CourseError, match="cubes is not in the gradebook"):
        publishing.publish(root, "cubes")
