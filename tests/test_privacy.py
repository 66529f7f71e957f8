"""Pseudonyms, and what is left of a student who is forgotten: nothing."""

import json
import re
import shutil
import stat
from pathlib import Path

import graded_class
import pytest

from isocenter import forgetting, privacy
from isocenter.cli import main
from isocenter.errors import CourseError
from isocenter.feedback import writing as feedback
from isocenter.grading import grader
from isocenter.reports import reading
from isocenter.reports import writing as reports


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    return graded_class.mixed(graded_class.build(tmp_path_factory.mktemp("tea")))


@pytest.fixture
def root(template, tmp_path):
    return Path(shutil.copytree(template, tmp_path / "course"))


def test_pseudonyms_are_stable_in_a_course_and_differ_between_courses(root, tmp_path):
    key = privacy.secret(root)
    assert privacy.secret(root) == key
    assert privacy.pseudonym(key, "ada") == privacy.pseudonym(key, "ada")
    assert privacy.pseudonym(key, "ada") != privacy.pseudonym(privacy.secret(tmp_path), "ada")


def test_the_secret_is_for_its_owner_alone(root):
    privacy.secret(root)
    file = root / ".isocenter" / "pseudonyms.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir() if path.is_file()] == ["pseudonyms.key"]


def test_a_thousand_students_have_a_thousand_pseudonyms():
    assert len({privacy.pseudonym(b"k", f"s{n}") for n in range(1000)}) == 1000


def test_a_damaged_secret_is_said(root):
    privacy.secret(root)
    (root / ".isocenter" / "pseudonyms.key").write_text("no hex")
    with pytest.raises(CourseError, match="pseudonyms.key is damaged"):
        privacy.secret(root)


def test_names_leave_texts_too_and_the_order_says_nothing(root):
    reason = "submitted/ada/tea/x.ipynb: written by Ada Lovelace <ada@uni.example>, adamant"
    graded_class.enrolled(root, "ada", email="ada@uni.example")
    graded_class.record(root, "ada", status="ungraded", reason=reason, notes=["ADA again"])
    hidden = privacy.without_names(reading.read(root, "tea"), root)
    names = [one.person.id for one in hidden.submissions]
    assert names == sorted(names)
    assert all(re.fullmatch("student-[a-z2-7]{8}", name) for name in names)
    own = privacy.pseudonym(privacy.secret(root), "ada")
    (one,) = (one for one in hidden.submissions if one.person.id == own)
    assert one.reason == f"submitted/{own}/tea/x.ipynb: written by {own} <{own}>, adamant"
    assert one.notes == (f"{own} again",)


def test_a_short_id_is_replaced_only_where_it_is_a_folder(root):
    said = "submitted/4/tea/tea.ipynb: 4 of 9 cells are broken"
    graded_class.record(root, "4", status="ungraded", reason=said)
    hidden = privacy.without_names(reading.read(root, "tea"), root)
    own = privacy.pseudonym(privacy.secret(root), "4")
    (one,) = (one for one in hidden.submissions if one.person.id == own)
    assert one.reason == f"submitted/{own}/tea/tea.ipynb: 4 of 9 cells are broken"


def everything_written(root):
    list(feedback.write(root, "tea"))
    reports.write(root, "tea", reports.Wanted())
    reports.write(root, "tea", reports.Wanted(csv=[("canvas", root / "reports" / "c.csv")]))
    files = {f"{root}/submitted/{name}/tea/tea.ipynb": [1] for name in ("ada", "bob")}
    (root / ".isocenter" / "files.json").write_text(json.dumps(files))
    store = root / ".isocenter" / "results"
    store.mkdir()
    key = json.loads((root / ".isocenter/graded/tea/ada.json").read_text())["key"]
    (store / f"{key}.zip").write_bytes(b"what ada's notebook printed")
    return root


def left(root, words):
    """Return files that hold a student's name, in their path or their bytes."""
    return [
        path
        for path in root.rglob("*")
        if path.is_file()
        and (words.search(str(path.relative_to(root))) or words.search(path.read_text("latin-1")))
    ]


def test_entries_among_others_are_taken_out(root):
    flag = root / ".isocenter" / "published" / "tea.json"
    flag.parent.mkdir()
    rows = [{"student": "ada", "score": 1}, {"student": "bob"}, "ada"]
    said = {"solutions": True, "scores": {"ada": {"boil": 6}, "bob": {"boil": 0}}, "rows": rows}
    flag.write_text(json.dumps(said))
    forgetting.forget(root, forgetting.find(root, "ada"))
    kept = {"solutions": True, "scores": {"bob": {"boil": 0}}, "rows": [{"student": "bob"}]}
    assert json.loads(flag.read_text()) == kept
    flag.write_text(json.dumps({"solutions": True}))
    with pytest.raises(CourseError, match="holds nothing"):
        forgetting.find(root, "solutions")


def test_a_forgotten_student_has_left_no_trace(root):
    everything_written(root)
    own = privacy.pseudonym(privacy.secret(root), "ada")
    words = re.compile(rf"\bada\b|Lovelace|{own}")
    assert len(left(root, words)) > 5
    forgetting.forget(root, forgetting.find(root, "ada"))
    assert not left(root, words)
    others = reading.read(root, "tea").submissions
    assert [one.person.id for one in others] == ["bob", "carol", "dan", "erin", "frank"]
    assert (root / "feedback" / "bob" / "tea" / "tea.html").is_file()


def test_nobody_is_forgotten_while_hand_ins_are_being_graded(root):
    traces = forgetting.find(root, "ada")
    with grader.alone(root), pytest.raises(CourseError, match="are being graded"):
        forgetting.forget(root, traces)
    assert forgetting.find(root, "ada") == traces


def test_forgetting_is_only_listed_unless_yes_is_said(root, monkeypatch, capsys):
    monkeypatch.chdir(everything_written(root))
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}
    before = {path: time for path, time in before.items() if ".isocenter" not in path.parts}
    assert main(["forget", "ada"]) == 0
    said = capsys.readouterr().out
    for place in ("submitted/ada", "autograded/ada", "feedback/ada", "reports/tea.html"):
        assert place in said
    assert "isocenter forget ada --yes" in said
    assert all(path.stat().st_mtime_ns == time for path, time in before.items())
    assert main(["forget", "ada", "--yes"]) == 0
    assert main(["forget", "ada"]) == 2
    assert "holds nothing of 'ada'" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../course", "/", "..", "", "a/../bob"])
def test_a_path_is_not_forgotten(root, name, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(CourseError, match="is a path"):
        forgetting.find(root, name)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["*", "b?b", "[b]ob"])
def test_a_pattern_is_a_name(root, name):
    with pytest.raises(CourseError, match="holds nothing"):
        forgetting.find(root, name)


def test_somebody_who_handed_in_nothing_is_forgotten(root):
    traces = forgetting.find(root, "frank")
    assert (traces.places, traces.in_gradebook) == ((), True)
    forgetting.forget(root, traces)
    assert "frank" not in {one.person.id for one in reading.read(root, "tea").submissions}


def test_what_a_folder_links_to_stays(root, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept")
    (root / "feedback" / "ada").mkdir(parents=True)
    (root / "feedback" / "ada" / "tea").symlink_to(outside)
    forgetting.forget(root, forgetting.find(root, "ada"))
    assert (outside / "kept.txt").read_text() == "kept"
