"""`isocenter status`: where each assignment stands."""

from datetime import UTC, datetime

from conftest import ROOT, copy_course, hand_in

from isocenter import cli, course, status


def test_a_course_before_and_after_an_edit(tmp_path):
    root = copy_course(tmp_path, ["affines"])
    toml = root / "course.toml"
    head = toml.read_text().split("[assignments.affines]")[0]
    dates = "release = 2027-02-15T09:00:00\ndue = 2027-03-01T23:59:00\n"
    toml.write_text(f"{head}[assignments.affines]\npoints = 100\n{dates}")
    hand_in(root, "amy", None, "affines", "{}")
    now = datetime(2027, 2, 20, 8, tzinfo=UTC)
    (row,) = status.read(course.read(toml), now)
    assert (row.name, row.handed_in, row.graded) == ("affines", 1, 0)
    assert row.state == "up to date"
    assert row.release == "Mon 15 Feb 2027 09:00, 5 days ago"
    assert row.due == "Mon 01 Mar 2027 23:59, in 10 days"
    text = root / "lessons" / "affines" / "affines.py"
    text.write_text(text.read_text().replace("# # ", "# # New: ", 1))
    (row,) = status.read(course.read(toml), now)
    assert row.state == "lesson changed: isocenter build"


def test_the_screen_names_every_assignment(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert cli.main(["status"]) == 0
    printed = capsys.readouterr().out
    for assignment in course.find().assignments:
        assert assignment in printed
