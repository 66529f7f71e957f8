"""Grading a class: what runs, what does not run again, and what the gradebook has afterwards."""

import contextlib
import datetime
import json
import shutil
import sqlite3
import threading
import time
import warnings

import in_process
import nbformat
import pytest
import small_course
from damaged import answered, delete, find, released
from sqlalchemy.exc import SAWarning

from isocenter import grading
from isocenter.grading import Grading, store
from isocenter.results import Outcome

STOCK = "c = get_config()\n"
RULES = (
    "from isocenter.late import LatePenalty\n"
    "c.AssignLatePenalties.plugin_class = LatePenalty\nc.LatePenalty.percent_per_day = 10\n"
)
DUE = datetime.datetime(2027, 3, 3, 10)
TABLES = {
    "student": "SELECT id, first_name, last_name, email, lms_user_id FROM student",
    "submitted_assignment": "SELECT a.name, s.student_id, s.timestamp, s.extension "
    "FROM submitted_assignment s JOIN assignment a ON s.assignment_id = a.id",
    "submitted_notebook": "SELECT s.student_id, n.name, b.flagged, b.late_submission_penalty "
    "FROM submitted_notebook b JOIN submitted_assignment s ON b.assignment_id = s.id "
    "JOIN notebook n ON b.notebook_id = n.id",
    "grade": "SELECT s.student_id, c.name, c.type, g.auto_score, g.manual_score, g.extra_credit, "
    "g.needs_manual_grade FROM grade g JOIN submitted_notebook b ON g.notebook_id = b.id "
    "JOIN submitted_assignment s ON b.assignment_id = s.id JOIN base_cell c ON g.cell_id = c.id",
    "comment": "SELECT s.student_id, c.name, c.type, o.auto_comment, o.manual_comment "
    "FROM comment o JOIN submitted_notebook b ON o.notebook_id = b.id "
    "JOIN submitted_assignment s ON b.assignment_id = s.id JOIN base_cell c ON o.cell_id = c.id",
}


def rows(root):
    """Return the gradebook's tables, with names for ids."""
    with sqlite3.connect(root / "gradebook.db") as database:
        return {name: sorted(map(repr, database.execute(ask))) for name, ask in TABLES.items()}


def change(notebook, name, text):
    notebook.cells[find(notebook, name)].source = text
    return notebook


def late(root, student, hours):
    time_ = DUE + datetime.timedelta(hours=hours)
    path = root / "submitted" / student / "squares" / "timestamp.txt"
    path.write_text(f"{time_:%Y-%m-%d %H:%M:%S} UTC\n")


def hand_in_all(root):
    small_course.write(root, "right")
    small_course.write(root, "wrong", change(answered(), "square", "def square(x):\n    return 4"))
    small_course.write(root, "blank", released())
    without = answered()
    delete("three_test", "square_hidden")(without)
    small_course.write(root, "without", without)
    late(root, small_course.write(root, "late").parent.parent.name, 30)
    late(root, small_course.write(root, "early").parent.parent.name, -30)
    (root / "submitted" / "right" / "squares" / "table.csv").write_text("1,2")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = small_course.build(tmp_path_factory.mktemp("class"))
    (root / "nbgrader_config.py").write_text(STOCK)
    with small_course.open_gradebook(root) as gradebook:
        gradebook.update_or_create_assignment("squares", duedate=DUE)
        gradebook.add_student("nobody", lms_user_id="7")
    return root


@pytest.fixture
def root(built, tmp_path):
    return shutil.copytree(built, tmp_path / "course")


@pytest.fixture
def ran(monkeypatch):
    return in_process.use(monkeypatch)


def grade(root, *students, **how):
    names = students or grading.students(root, "squares")
    results = grading.grade(root, [(student, "squares") for student in names], Grading(**how))
    return {result.student: result for result in results}


@pytest.fixture
def graded(root, ran):
    """Return a class that has been graded."""
    hand_in_all(root)
    grade(root)
    ran.clear()
    return root


def test_the_same_rows_as_stock_nbgrader_writes(root, ran, tmp_path):
    hand_in_all(root)
    stock = shutil.copytree(root, tmp_path / "stock")
    config = "c.OverwriteCells.add_missing_cells = True\n"
    (stock / "nbgrader_config.py").write_text(STOCK + config)
    small_course.stock(stock, "squares")
    results = grade(root)
    assert rows(root) == rows(stock)
    assert {student: result.status for student, result in results.items()} == dict.fromkeys(
        ["blank", "early", "late", "right", "without", "wrong"], "graded"
    )
    assert (results["right"].score, results["right"].points, results["right"].waiting) == (8, 8, 2)
    assert (results["wrong"].score, results["blank"].score) == (6, 4)
    files = {path.relative_to(stock).as_posix() for path in (stock / "autograded").rglob("*")}
    ours = {path.relative_to(root).as_posix() for path in (root / "autograded").rglob("*")}
    assert ours == files


def test_scores_given_by_hand_stay_and_ask_for_a_review(root, ran, tmp_path):
    hand_in_all(root)
    grade(root)
    stock = shutil.copytree(root, tmp_path / "stock")
    for folder in (root, stock):
        with quietly(), small_course.open_gradebook(folder) as gradebook:
            for cell, score in (("why", 0.5), ("square_hidden", 1.5)):
                given = gradebook.find_grade(cell, "squares", "squares", "wrong")
                given.manual_score, given.needs_manual_grade = score, False
                given.extra_credit = 0.25
            comment = gradebook.find_comment("why", "squares", "squares", "wrong")
            comment.manual_comment = "Think of zero."
            gradebook.db.commit()
        small_course.write(folder, "wrong", change(answered(), "three", "three = 4"))
    ran.clear()
    grade(root)
    assert len(ran) == 1
    config = "c.OverwriteCells.add_missing_cells = True\n"
    (stock / "nbgrader_config.py").write_text(STOCK + config)
    small_course.stock(stock, "squares", "wrong")
    assert rows(root) == rows(stock)


@contextlib.contextmanager
def quietly():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)
        yield


def test_nothing_unchanged_runs_twice(graded, ran, monkeypatch):
    before = rows(graded)
    monkeypatch.setattr("isocenter.grading.writer.Writer", None)  # nor is anything written
    results = grade(graded)
    assert ran == []
    assert {result.why for result in results.values()} == {"unchanged"}
    assert (results["wrong"].score, results["wrong"].failures[0].grade_id) == (6, "square_hidden")
    assert rows(graded) == before


def test_only_what_changed_runs_and_it_is_said_why(graded, ran):
    small_course.write(graded, "wrong", change(answered(), "three", "three = 4"))
    with_outputs = released()
    for cell in with_outputs.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [nbformat.v4.new_output("stream", text="x")], 7
    small_course.write(graded, "blank", with_outputs)
    results = grade(graded)
    assert len(ran) == 1
    assert results["wrong"].why == "what was handed in changed"
    assert results["blank"].why == "unchanged"
    grade(graded, force=True)
    assert len(ran) == 1 + 5  # "late" and "early" handed in the same as another one


def test_hand_ins_that_are_the_same_run_once(root, ran):
    for student in ("a", "b", "c"):
        small_course.write(root, student)
    late(root, "c", 30)
    results = grade(root)
    assert len(ran) == 1
    assert [results[student].score for student in "abc"] == [8, 8, 8]
    small_course.write(root, "d")
    assert grade(root)["d"].score == 8
    assert len(ran) == 1


def test_other_points_need_no_run(graded, ran):
    path = graded / "source" / "squares" / "squares.ipynb"
    source = nbformat.read(path, as_version=4)
    source.cells[find(source, "square_hidden")].metadata.nbgrader.points = 5
    path.write_text(nbformat.writes(source))
    with quietly():
        small_course.generate(graded)
    results = grade(graded)
    assert ran == []
    assert results["right"].score == 11
    assert results["right"].why == "the points changed"
    shown = small_course.graded(graded, "right")
    assert shown.cells[find(shown, "square_hidden")].metadata.nbgrader.points == 5
    assert grade(graded)["right"].why == "unchanged"


def test_another_test_makes_all_run(graded, ran):
    path = graded / "source" / "squares" / "squares.ipynb"
    source = nbformat.read(path, as_version=4)
    change(source, "three_test", "assert three == 4")
    path.write_text(nbformat.writes(source))
    with quietly():
        small_course.generate(graded)
    results = grade(graded)
    assert len(ran) == 5
    assert results["right"].why == "the assignment's cells changed"
    assert results["right"].score == 6


@pytest.mark.parametrize("lost", ["gradebook", "autograded", "both"])
def test_what_is_lost_is_made_again_from_the_store(graded, ran, lost):
    before = rows(graded)
    notebook = small_course.graded(graded, "wrong")
    if lost != "gradebook":
        shutil.rmtree(graded / "autograded")
    if lost != "autograded":
        (graded / "gradebook.db").unlink()
        with quietly():
            small_course.generate(graded)
        with small_course.open_gradebook(graded) as gradebook:
            gradebook.update_or_create_assignment("squares", duedate=DUE)
            gradebook.add_student("nobody", lms_user_id="7")
    results = grade(graded)
    assert ran == []
    assert "unchanged" not in {result.why for result in results.values()}
    assert rows(graded) == before
    assert small_course.graded(graded, "wrong") == notebook


def test_a_damaged_result_runs_again(graded, ran):
    shutil.rmtree(graded / "autograded")
    for path in (graded / ".isocenter" / "results").glob("*.zip"):
        path.write_bytes(path.read_bytes()[:100])
    before = rows(graded)
    grade(graded)
    assert len(ran) == 5
    assert rows(graded) == before


def test_more_time_changes_the_penalty_alone(root, ran):
    (root / "nbgrader_config.py").write_text(STOCK + RULES)
    small_course.write(root, "late")
    late(root, "late", 30)
    assert grade(root)["late"].penalty == pytest.approx(1.6)
    with quietly(), small_course.open_gradebook(root) as gradebook:
        given = gradebook.find_grade("why", "squares", "squares", "late")
        given.manual_score, given.needs_manual_grade = 1, False
        gradebook.db.commit()
    grading.extend(root, "squares", "late", datetime.timedelta(days=1))
    ran.clear()
    result = grade(root)["late"]
    assert ran == []
    assert result.why == "its dates, or what a late hand-in costs, changed"
    assert result.penalty == pytest.approx(0.9)
    assert result.waiting == 1  # the task; the answer is graded, and nobody has to look again
    assert grade(root)["late"].why == "unchanged"


def test_points_given_by_hand_count_for_the_penalty(root, ran):
    (root / "nbgrader_config.py").write_text(STOCK + RULES)
    small_course.write(root, "late")
    late(root, "late", 3)
    assert grade(root)["late"].penalty == pytest.approx(0.8)
    with quietly(), small_course.open_gradebook(root) as gradebook:
        given = gradebook.find_grade("why", "squares", "squares", "late")
        given.manual_score, given.needs_manual_grade = 1, False
        gradebook.db.commit()
    assert grade(root)["late"].penalty == pytest.approx(0.9)
    assert len(ran) == 1


def test_a_hand_in_that_cannot_be_graded_stops_no_other(root, ran):
    small_course.write(root, "right")
    small_course.write(root, "torn", text="{")
    small_course.write(root, "when").with_name("timestamp.txt").write_text("yesterday")
    results = grade(root)
    assert results["right"].status == "graded"
    assert results["torn"].reason.startswith("submitted/torn/squares/squares.ipynb is no notebook")
    assert "timestamp.txt holds no time" in results["when"].reason
    assert [results[name].status for name in ("torn", "when")] == ["ungraded", "ungraded"]
    again = grade(root)
    assert {result.why for result in again.values()} == {"unchanged"}
    assert again["torn"].reason == results["torn"].reason


def test_an_error_is_never_a_zero_and_runs_again(root, ran):
    said = small_course.outcome(Outcome.ERROR, reason="the student's process died")
    in_process.Pool.engine.told["assert three == 3"] = said
    small_course.write(root, "amy")
    result = grade(root)["amy"]
    assert (result.status, result.score, result.lost) == ("partly", 6, 2)
    assert small_course.scores(root, "amy")["three_test"] == (None, True)
    in_process.Pool.engine.told.clear()
    result = grade(root)["amy"]
    assert (result.status, result.score) == ("graded", 8)
    assert result.why == "a test could not be run to an end"
    assert len(ran) == 2


def test_a_student_who_is_not_in_the_gradebook(root, ran):
    (root / "nbgrader_config.py").write_text(STOCK + "c.Autograde.create_student = False\n")
    small_course.write(root, "stranger")
    small_course.write(root, "nobody")
    results = grade(root)
    assert "the gradebook has no student 'stranger'" in results["stranger"].reason
    assert results["nobody"].status == "graded"
    with small_course.open_gradebook(root) as gradebook:
        assert [student.id for student in gradebook.students] == ["nobody"]


def test_the_gradebook_may_be_open_elsewhere(root, ran):
    small_course.write(root, "amy")
    holding = sqlite3.connect(root / "gradebook.db", check_same_thread=False)
    holding.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(7, holding.rollback)  # longer than SQLite waits by itself
    timer.start()
    began = time.monotonic()
    assert grade(root)["amy"].score == 8
    assert time.monotonic() - began > 5
    timer.join()
    holding.close()


def test_one_that_cannot_be_written_leaves_the_others_in(root, ran, monkeypatch):
    """Hand-ins are written in groups; what fails is written alone, and said."""
    for student in "abc":
        small_course.write(root, student, change(answered(), "why", f"I am {student}."))
    with sqlite3.connect(root / "gradebook.db") as database:
        database.execute(
            "CREATE TRIGGER refuse BEFORE INSERT ON student WHEN NEW.id = 'b' "
            "BEGIN SELECT RAISE(ABORT, 'no b'); END"
        )
    results = grade(root)
    assert [results[student].status for student in "abc"] == ["graded", "ungraded", "graded"]
    assert "no b" in results["b"].reason
    with sqlite3.connect(root / "gradebook.db") as database:
        database.execute("DROP TRIGGER refuse")
    assert grade(root)["b"].score == 8
    assert len(ran) == 3


def test_one_that_cannot_be_written_keeps_what_an_earlier_one_got(root, ran):
    small_course.write(root, "amy")
    grade(root)
    before, notebook = rows(root), small_course.graded(root, "amy")
    small_course.write(root, "amy", change(answered(), "three", "three = 4"))
    with sqlite3.connect(root / "gradebook.db") as database:
        database.execute(
            "CREATE TRIGGER refuse BEFORE UPDATE ON grade BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    result = grade(root)["amy"]
    assert "the gradebook could not be written" in result.reason
    assert result.notes == ()
    assert rows(root) == before
    assert small_course.graded(root, "amy") == notebook
    with sqlite3.connect(root / "gradebook.db") as database:
        database.execute("DROP TRIGGER refuse")
    assert grade(root)["amy"].score == 6


def test_students_are_found_by_the_course_s_own_folders(tmp_path, ran):
    root = tmp_path / "course"
    layout = (
        STOCK + "c.CourseDirectory.directory_structure = '{student_id}/{nbgrader_step}/"
        "{assignment_id}'\nc.CourseDirectory.submitted_directory = 'in'\n"
        "c.CourseDirectory.autograded_directory = 'out'\n"
        "c.CourseDirectory.student_id_exclude = 'eve'\n"
    )
    small_course.build(root)
    (root / "nbgrader_config.py").write_text(layout)
    for student in ("amy", "eve"):
        folder = root / student / "in" / "squares"
        folder.mkdir(parents=True)
        (folder / "squares.ipynb").write_text(nbformat.writes(answered()))
    assert grading.students(root, "squares") == ["amy"]
    assert grade(root)["amy"].score == 8
    assert (root / "amy" / "out" / "squares" / "squares.ipynb").is_file()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("c.Autograde.post_convert_hook = print", "the function post_convert_hook"),
        (
            "from nbconvert.preprocessors import TagRemovePreprocessor\n"
            "c.Autograde.autograde_preprocessors.append(TagRemovePreprocessor)",
            "the step TagRemovePreprocessor",
        ),
        ("raise ValueError('no')", "nbgrader_config.py: ValueError: no"),
    ],
)
def test_a_course_that_asks_for_what_only_nbgrader_does(root, ran, line, words):
    steps = "from nbgrader.converters import Autograde\n" if "append" in line else ""
    line = line.replace(
        "c.Autograde.autograde_preprocessors.append(TagRemovePreprocessor)",
        "c.Autograde.autograde_preprocessors = [*Autograde.autograde_preprocessors.default(), "
        "TagRemovePreprocessor]",
    )
    (root / "nbgrader_config.py").write_text(STOCK + steps + line)
    small_course.write(root, "amy")
    with pytest.raises(grading.grader.CourseError, match=words):
        grade(root)


def test_what_the_store_says_of_a_hand_in(graded):
    kept = json.loads(store.graded(graded, "squares", "wrong").read_text())
    assert (kept["version"], kept["status"], kept["reason"]) == (1, "graded", "")
    assert set(kept["parts"]) == {"answers", "assignment", "files", "engine", "packages"}
    said = kept["notebooks"]["squares"]["cells"]
    assert said["square_hidden"]["outcome"] == "failed"
    assert set(said["square_hidden"]) == {
        "outcome", "value", "reason", "feedback", "cpu_seconds", "wall_seconds",
    }  # fmt: skip
    assert (graded / ".isocenter").stat().st_mode & 0o777 == 0o700


def test_a_result_that_was_replaced_is_removed_unless_it_is_another_s_too(root, ran):
    small_course.write(root, "amy")
    small_course.write(root, "ben")
    grade(root)
    small_course.write(root, "amy", change(answered(), "three", "three = 4"))
    grade(root)
    assert len(list((root / ".isocenter" / "results").iterdir())) == 2
    small_course.write(root, "amy", change(answered(), "three", "three = 5"))
    grade(root)
    assert len(list((root / ".isocenter" / "results").iterdir())) == 2
