"""Class reports: what they say of each kind of hand-in, for people and for programs."""

import csv
import io
import json
import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import graded_class
import jsonschema
import pytest
import xmlschema
from graded_class import ALL, FAILED, WRONG, enrolled, graded, record

from isocenter.cli import main
from isocenter.errors import CourseError
from isocenter.reports import lms, page, questions, reading, statistics, writing
from isocenter.reports.classroom import Cell, Mark, Question, Status, Submission
from isocenter.reports.junit import junit
from isocenter.reports.machine import machine
from isocenter.reports.messages import parse
from isocenter.reports.summary import summary

SCHEMA = Path(reading.__file__).parent / "report.schema.json"
XSD = Path(__file__).parent / "junit.xsd"
ODD_NAMES = ["Zoë Müller", "d'Artagnan", 'say "hi"', "<img src=x onerror=alert(1)>", "a&b; x,y"]


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    return graded_class.mixed(graded_class.build(tmp_path_factory.mktemp("tea")))


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    return graded_class.build(tmp_path_factory.mktemp("no-tea"))


@pytest.fixture
def root(template, tmp_path):
    return Path(shutil.copytree(template, tmp_path / "course"))


@pytest.fixture
def bare(empty, tmp_path):
    return Path(shutil.copytree(empty, tmp_path / "course"))


@pytest.fixture
def results(root):
    return reading.read(root, "tea")


def by_name(results):
    return {one.person.id: one for one in results.submissions}


def test_each_student_is_of_one_kind_and_only_whole_ones_have_a_score(results):
    found = {name: (one.status.value, one.total) for name, one in by_name(results).items()}
    assert found == {
        "ada": ("graded", 6 + 3 + 3 + 2),
        "bob": ("graded", 3 + 3 + 2 - 1.5),
        "carol": ("graded", None),
        "dan": ("partly", None),
        "erin": ("ungraded", None),
        "frank": ("missing", None),
    }


def test_a_hand_in_without_a_score_says_why(results):
    found = {name: one.why_no_total for name, one in by_name(results).items() if one.total is None}
    assert found == {
        "carol": "2 written answers wait for a grader",
        "dan": "1 test could not be run to an end",
        "erin": "submitted/erin/tea/tea.ipynb: this is not JSON: ask the student to hand in again",
        "frank": "nothing was handed in",
    }


def test_questions_are_called_by_their_headings(results):
    found = [(q.title, q.points, q.extra, q.by_hand) for q in results.questions]
    assert found == [
        ("Boil water", 6, 0, False),
        ("Written question: why?", 4, 0, True),
        ("Task: draw a pot", 2, 0, True),
        ("Optional: pour", 0, 3, False),
    ]


def test_questions_are_read_without_the_source_too(root):
    shutil.rmtree(root / "source")
    titles = [question.title for question in reading.read(root, "tea").questions]
    assert titles[0] == "Boil water"
    assert len(titles) == 4


def test_a_cell_that_the_notebook_lacks_is_a_question_by_its_name():
    cells = {"left_out": Cell("tea", "left_out", 3)}
    found = questions.questions(graded_class.notebook(), cells, "tea")
    assert [(one.title, one.points) for one in found] == [("Left out", 3)]


@pytest.mark.parametrize(
    ("said", "misconception"),
    [
        (FAILED, "reading Fahrenheit"),
        ("f, given one: a float came; it is wrong.", "a wrong answer of no known kind"),
        ("f, given one: it stopped with TypeError.", "it stopped with TypeError"),
        ("f, given one: there is no answer yet (NotImplementedError).", "no answer yet"),
        ("f, given one: it returned None. Hint: is there a `return`?", "is there a `return`?"),
        ("expected 3\nbut got 4", "expected 3 but got 4"),
        ("it took longer than 10 seconds. Hint: is there a loop?", "is there a loop?"),
    ],
)
def test_misconceptions_are_read_off_the_messages(said, misconception):
    assert parse(said).misconception == misconception


def test_the_message_of_a_real_check_is_taken_apart():
    from isocenter import checks

    with pytest.raises(AssertionError) as failure:
        checks.close([1.0], [2.0], "f", "an odd one: two", mistakes={"half of it": [1.0]})
    message = parse(str(failure.value))
    assert (message.function, message.misconception) == ("f", "half of it")


def test_misconceptions_are_counted_by_student(root):
    graded(root, "gina", WRONG)
    found = statistics.misconceptions(reading.read(root, "tea"))
    assert [(one.words, one.students, one.example.given) for one in found] == [
        ("reading Fahrenheit", ("bob", "gina"), "a cold kettle")
    ]


def class_of(scores):
    """Return results of a class with two questions, from pairs of scores."""
    cells = [Cell("n", name, 10) for name in "ab"]
    asked = tuple(Question("n", cell.name, cell.name, (cell,)) for cell in cells)
    submissions = tuple(
        Submission(
            reading.Person(f"s{number:02}"),
            Status.GRADED,
            marks={("n", c.name): Mark(c, score) for c, score in zip(cells, pair, strict=True)},
        )
        for number, pair in enumerate(scores)
    )
    return reading.ClassResults("c", "a", asked, submissions)


def test_discrimination_is_the_correlation_with_the_other_questions():
    import numpy as np

    rng = np.random.default_rng(3)
    scores = [(float(a), float(b)) for a, b in rng.integers(0, 11, (30, 2))]
    got = statistics.facts(class_of(scores))[0].discrimination
    assert got == pytest.approx(np.corrcoef(np.array(scores).T)[0, 1])


@pytest.mark.parametrize(
    ("scores", "why"),
    [
        ([(1.0, 2.0)] * 19, "fewer than 20 hand-ins"),
        ([(10.0, float(n)) for n in range(20)], "all have the same points"),
        ([(float(n), 5.0) for n in range(20)], "all have the same points elsewhere"),
    ],
    ids=["too few", "no spread", "no spread elsewhere"],
)
def test_discrimination_says_why_there_is_none(scores, why):
    found = statistics.facts(class_of(scores))[0]
    assert (found.discrimination, found.why_none) == (None, why)


def test_a_question_without_scores_has_no_difficulty(bare):
    graded(bare, "carol")
    found = {one.question.name: one.share for one in statistics.facts(reading.read(bare, "tea"))}
    assert found == {"boil": 1, "why": None, "draw": None, "pour": 1}


def test_cpu_seconds_are_summed_over_a_questions_tests(results):
    boil = statistics.facts(results)[0]
    assert (boil.cpu_median, boil.cpu_most) == (0.75, 0.75)


def test_the_page_names_all_that_needs_attention(results):
    text = page.page(results)
    for words in ("erin", "this is not JSON", "broke off", "Reading Fahrenheit", "carol", "frank"):
        assert words in text
    assert text.count("<h1>") == 1
    assert not re.search(r"<script|https?://(?!www\.w3\.org)", text)


def test_no_failed_or_missing_hand_in_is_a_zero(results):
    said = machine(results)
    for one in said["submissions"]:
        if one["status"] in ("ungraded", "missing"):
            assert one["score"] is None
            assert one["reason"]
    rows = re.findall(r"<tr><th scope=\"row\">(\w+)</th><td>(.*?)</tr>", page.page(results))
    texts = {name: re.sub("<[^>]*>", " ", cells) for name, cells in rows}
    assert "no score" in texts["erin"]
    assert "no score" in texts["frank"]
    assert "6 so far" not in texts["erin"]


def test_the_json_is_after_its_schema(results):
    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    said = json.loads(json.dumps(machine(results), allow_nan=False))
    jsonschema.validate(said, schema, cls=jsonschema.Draft202012Validator)
    assert said["counts"]["could_not_be_graded"] == 1


def test_the_schema_refuses_a_zero_for_a_missing_hand_in(results):
    said = json.loads(json.dumps(machine(results)))
    said["submissions"][-1]["score"] = 0.0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(said, json.loads(SCHEMA.read_text()))


def test_the_junit_is_well_formed(results):
    text = junit(results, datetime(2027, 3, 1, tzinfo=UTC))
    xmlschema.XMLSchema(str(XSD)).validate(text)
    suites = {suite.get("name"): suite.attrib for suite in ElementTree.fromstring(text)}
    counts = ("tests", "failures", "errors", "skipped")
    assert {name: [int(s[c]) for c in counts] for name, s in suites.items()} == {
        "ada": [6, 0, 0, 0],
        "bob": [6, 2, 0, 0],
        "carol": [6, 0, 0, 2],
        "dan": [6, 0, 1, 0],
        "erin": [1, 0, 1, 0],
        "frank": [1, 0, 0, 1],
    }


def test_control_characters_do_not_break_the_junit(bare):
    tests = WRONG | {
        "boil_plain": graded_class.outcome("failed", "f\x00\x1b[31m, given \ud800 <x>")
    }
    graded(bare, "bob", tests)
    text = junit(reading.read(bare, "tea"))
    xmlschema.XMLSchema(str(XSD)).validate(text)


def read_csv(text):
    return list(csv.reader(io.StringIO(text)))


def test_the_files_for_platforms_hold_whole_scores_alone(results):
    assert read_csv(lms.canvas(results)) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Tea"],
        ["    Points Possible", "", "", "", "", "12"],
        ["Lovelace, Ada", "41", "", "ada", "", "14"],
        ["bob", "", "", "bob", "", "6.5"],
    ]
    assert read_csv(lms.moodle(results)) == [
        ["First name", "Last name", "ID number", "Email address", "Tea"],
        ["Ada", "Lovelace", "41", "", "14"],
        ["", "", "bob", "", "6.5"],
    ]


def test_who_is_left_out_of_these_files_is_said_with_the_reason(results):
    text = "\n".join(lms.remarks(results))
    for name in ("carol", "dan", "erin", "frank"):
        assert f"left out: {name}: " in text
    assert "1 of 2 students have no lms_user_id" in text


def test_a_name_is_no_formula_for_a_spreadsheet(bare):
    graded(bare, "=1+1", by_hand=ALL, first_name="@x", last_name="=cmd()")
    row = read_csv(lms.canvas(reading.read(bare, "tea")))[2]
    assert not any(value.startswith(("=", "@", "+", "-")) for value in row)


def test_the_summary_is_markdown_without_markup_of_a_hand_in(bare):
    graded(bare, "bob", WRONG)
    reason = "a <script>alert(1)</script> | **bold**\n# heading"
    record(bare, "erin", status="ungraded", reason=reason)
    text = summary(reading.read(bare, "tea"))
    assert "1 × reading Fahrenheit (Boil water)" in text
    assert "<script>" not in text
    assert "\n# heading" not in text


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names_are_reported_as_text(bare, name):
    graded(bare, name.replace("/", "_"), WRONG, by_hand=ALL, first_name=name)
    results = reading.read(bare, "tea")
    assert by_name(results)[name].total is not None
    text = page.page(results)
    assert "<img src=x" not in text
    xmlschema.XMLSchema(str(XSD)).validate(junit(results))
    assert json.loads(json.dumps(machine(results)))["submissions"][0]["student"] == name


def test_a_name_that_is_a_path_stays_where_it_is(bare, tmp_path):
    graded(bare, "ada", by_hand=ALL)
    enrolled(bare, "../../outside")
    before = sorted(tmp_path.rglob("*"))
    found = by_name(reading.read(bare, "tea"))
    assert found["../../outside"].status is Status.MISSING
    assert sorted(tmp_path.rglob("*")) == before


def test_a_damaged_file_of_the_grader_is_named(root):
    (root / ".isocenter" / "graded" / "tea" / "ada.json").write_text("{")
    one = by_name(reading.read(root, "tea"))["ada"]
    assert one.status is Status.UNGRADED
    assert "ada.json cannot be read" in one.reason
    assert "isocenter grade tea --student ada" in one.reason


def test_a_hand_in_that_nobody_graded_is_no_zero(root):
    (root / "submitted" / "gina" / "tea").mkdir(parents=True)
    one = by_name(reading.read(root, "tea"))["gina"]
    assert (one.status, one.total) == (Status.UNGRADED, None)
    assert "never graded" in one.reason


def test_scores_that_nbgrader_gave_are_read_too(root):
    (root / ".isocenter" / "graded" / "tea" / "bob.json").unlink()
    one = by_name(reading.read(root, "tea"))["bob"]
    assert (one.status, one.total) == (Status.GRADED, 6.5)
    assert one.marks["tea", "boil_plain"].outcome == "failed"


def test_an_assignment_never_graded_is_refused_and_nothing_is_touched(bare, monkeypatch, capsys):
    monkeypatch.chdir(bare)
    kept = bare / "reports" / "tea.html"
    kept.parent.mkdir()
    kept.write_text("an earlier one")
    enrolled(bare, "ada")
    for name, words in (("tea", "nobody handed in tea"), ("coffee", "coffee was never built")):
        assert main(["report", name]) == 2
        assert words in capsys.readouterr().err
    assert kept.read_text() == "an earlier one"


def test_an_unknown_platform_is_refused_before_anything_is_written(root, tmp_path):
    wanted = writing.Wanted(json=tmp_path / "a.json", csv=[("blackboard", tmp_path / "b.csv")])
    with pytest.raises(CourseError, match="canvas or moodle"):
        writing.write(root, "tea", wanted)
    assert not (tmp_path / "a.json").exists()


def test_the_command_writes_what_is_asked_for(root, monkeypatch, capsys):
    monkeypatch.chdir(root)
    assert main(["report", "tea"]) == 0
    assert "class report" in (root / "reports" / "tea.html").read_text()
    files = ["--junit", "o/j.xml", "--json", "o/r.json", "--csv", "canvas", "o/c.csv"]
    assert main(["report", "tea", "--summary", "-", *files]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("## Tea\n")
    assert "left out: erin: " in said.err
    assert sorted(path.name for path in (root / "o").iterdir()) == ["c.csv", "j.xml", "r.json"]


def test_reports_hold_pseudonyms_unless_names_are_asked_for(root, monkeypatch):
    monkeypatch.chdir(root)
    files = ["--html", "p.html", "--junit", "j.xml", "--summary", "s.md", "--json", "r.json"]
    names = re.compile(r"\b(ada|Lovelace|bob|carol|dan|erin|frank)\b")
    assert main(["report", "tea", *files]) == 0
    for file in files[1::2]:
        assert not names.search((root / file).read_text()), file
    assert main(["report", "tea", "--names", *files]) == 0
    for file in ("p.html", "j.xml", "r.json"):
        assert names.search((root / file).read_text()), file


def test_an_extra_mark_above_the_maximum_stays_in_the_picture():
    results = class_of([(10.0, 10.0)] * 3)
    marks = {key: replace(m, extra=5) for key, m in results.submissions[0].marks.items()}
    more = replace(results.submissions[0], marks=marks)
    results = replace(results, submissions=(more, *results.submissions[1:]))
    assert "3 between 90 and 100 %" in page.page(results)
