"""The demo class, small: every kind of hand-in meets nbgrader, and none stops another."""

import json
import os
import subprocess
import sys

import jsonschema
import nbformat
import pytest
from conftest import ROOT, copy_course, hand_in

from isocenter import build, cli, course, demo, grading, lessons, screen
from isocenter.errors import CourseError
from isocenter.feedback import writing as feedback


def test_class_is_as_promised():
    here = course.read(ROOT / "course.toml")
    students = demo.read_class(here)
    assert len(students) == 12
    assert sum(len(student.assignments) == 5 for student in students) == 4
    assert sum(len(student.assignments) == 1 for student in students) == 8
    for assignment in here.assignments:
        wrong = {
            answer
            for student in students
            if len(student.assignments) == 5
            for answer in student.replace.get(assignment, {}).values()
            if answer.startswith("wrong_answer/")
        }
        assert len(wrong) >= 6, assignment
        for student in students:
            if assignment in student.assignments:
                demo._answers(here, student, assignment)  # each file that it names is there


GRADED = {"blank", "deep", "dies", "lacks", "old", "pasted", "picture", "skips", "twice", "zoe"}
LOST_PICTURE = "![a picture](attachment:a.png)"


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Return a course with one assignment, and the results of its class by student."""
    root = copy_course(tmp_path_factory.mktemp("demo"), ["affines"])
    here = course.read(root / "course.toml")
    build.build(here, [], solutions=False)
    released = nbformat.read(root / "release/affines/affines.ipynb", as_version=4)
    exercise = lessons.exercises(nbformat.read(here.source("affines"), as_version=4))[0]

    def write(student, change):
        notebook = nbformat.from_dict(json.loads(json.dumps(released)))
        text = change(notebook)
        hand_in(root, student, notebook, "affines", text)

    def skip_everything(notebook):
        for cell in notebook.cells:
            cell.metadata["tags"] = ["skip-execution"]

    def insert(source):
        return lambda nb: nb.cells.insert(2, nbformat.v4.new_code_cell(source))

    def paste(notebook):
        flags = {"grade": True, "solution": False, "locked": True, "points": 5, "task": False}
        flags |= {"grade_id": "of_another_lesson", "schema_version": 3}
        notebook.cells.insert(2, nbformat.v4.new_code_cell("1", metadata={"nbgrader": flags}))

    def delete(name):
        return lambda nb: demo._delete(nb, name)

    write("blank", lambda nb: None)
    write("dies", insert("import os; os._exit(1)"))
    write("torn", lambda nb: nbformat.writes(nb)[:900])
    write("lacks", delete(exercise.hidden[0]))
    write("twice", lambda nb: demo._copy(nb, exercise.grade_id))
    write("old", lambda nb: json.dumps(nbformat.convert(nb, 3)))
    write("empty", lambda nb: "")
    write("skips", skip_everything)
    write(
        "deep",
        lambda nb: json.dumps({**nb, "metadata": json.loads('{"a":' * 600 + "1" + "}" * 600)}),
    )
    write("pasted", paste)
    write("picture", lambda nb: nb.cells.insert(1, nbformat.v4.new_markdown_cell(LOST_PICTURE)))
    write("zoe", lambda nb: None)
    submitted = {path: path.read_bytes() for path in (root / "submitted").rglob("*.ipynb")}
    submissions = [(student, "affines") for student in grading.students(here.root, "affines")]
    results = {result.student: result for result in grading.grade(here.root, submissions)}
    assert submitted == {path: path.read_bytes() for path in submitted}
    return here, results


def scores(here):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{here.root}/gradebook.db") as gradebook:
        return {
            submission.student.id: submission.score
            for submission in gradebook.assignment_submissions("affines")
            if (here.root / "autograded" / submission.student.id / "affines").is_dir()
        }


def test_a_broken_hand_in_stops_no_other(graded):
    here, results = graded
    assert scores(here) == dict.fromkeys(GRADED, 0)
    assert {name for name, result in results.items() if result.is_graded} == set(scores(here))


@pytest.mark.parametrize(
    ("student", "words"),
    [
        ("torn", "is not JSON"),
        ("empty", "is empty"),
    ],
)
def test_the_reason_is_told(graded, student, words):
    result = graded[1][student]
    assert not result.is_graded
    assert result.reason.startswith(f"submitted/{student}/affines/affines.ipynb")
    assert words in result.reason


def test_tests_after_the_end_of_a_process_have_no_score(graded):
    result = graded[1]["dies"]
    assert result.is_graded
    assert not result.is_whole
    assert result.lost == 90
    reason = "the notebook's process ended by itself, with status 1"
    assert {error.feedback for error in result.errors} == {reason}
    assert "90 not graded" in screen.summary(result)


def test_the_command_says_that_some_could_not_be_graded(graded, monkeypatch, capsys):
    monkeypatch.chdir(graded[0].root)
    assert cli.main(["grade", "affines", "--student", "torn"]) == 1
    assert "not graded: submitted/torn/affines/affines.ipynb" in capsys.readouterr().out


def test_feedback_is_there_for_those_who_were_graded(graded):
    root = graded[0].root
    written = {one.student: one for one in feedback.write(root, "affines")}
    assert {path.parts[-3] for path in (root / "feedback").rglob("*.html")} == GRADED
    assert [one.student for one in written.values() if one.problem] == sorted(set(written) - GRADED)


def test_the_demo_does_not_mix_with_a_real_class(graded):
    with pytest.raises(CourseError, match="this course already has a class"):
        list(demo.run(graded[0], print))


def test_an_assignment_that_was_never_handed_in(graded, monkeypatch, capsys):
    monkeypatch.chdir(graded[0].root)
    assert cli.main(["grade", "time_series"]) == 2
    assert "no assignment 'time_series'" in capsys.readouterr().err
    assert cli.main(["grade", "affines", "--student", "nobody"]) == 2
    assert "submitted/nobody/affines does not exist" in capsys.readouterr().err


def test_demo_runs_twice_and_can_be_taken_out(tmp_path, monkeypatch, capsys):
    root = copy_course(tmp_path, ["affines"])
    monkeypatch.setattr(demo, "read_class", lambda _: CLASS)
    monkeypatch.chdir(root)
    (root / "data").symlink_to(ROOT / "data")
    for _ in range(2):
        assert cli.main(["demo"]) == 0
        printed = capsys.readouterr().out
        assert "90/90, +5 extra, 10 waiting" in printed
        assert "no answer yet" in printed
        assert "feedback/demo-a/affines/affines.html" in printed
        assert "reports/affines-gradescope-results.json" in printed
    results = json.loads((root / "reports" / "affines-gradescope-results.json").read_text())
    jsonschema.validate(results, json.loads(SCHEMA.read_text()))
    assert sum(test["score"] for test in results["tests"]) == 95
    assert cli.main(["demo", "--remove"]) == 0
    assert scores(course.read(root / "course.toml")) == {}
    assert not list((root / "submitted").iterdir())


SCHEMA = ROOT / "docs" / "gradescope-results.schema.json"
CLASS = [
    demo.Student("demo-a", "all right", ("affines",), answers="solutions"),
    demo.Student("demo-b", "blank", ("affines",)),
]


def test_a_demo_class_for_another_course_is_named(tmp_path):
    here = course.read(copy_course(tmp_path, ["affines"]) / "course.toml")
    with pytest.raises(CourseError, match="demo-half hands in 'images_and_headers', which course"):
        demo.read_class(here)


def test_nothing_is_graded_without_the_images(graded, tmp_path):
    """Each test that loads one would give 0, to the whole class."""
    done = subprocess.run(
        [sys.executable, "-m", "isocenter", "grade", "affines"],
        cwd=graded[0].root,
        env=os.environ | {"ISOCENTER_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert ".nii.gz, which is missing: run `isocenter data`" in done.stderr
