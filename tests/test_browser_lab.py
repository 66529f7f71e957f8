"""A student and an instructor in a real browser, in JupyterLab as `make lab` starts it."""

import os
import re
import shutil
from pathlib import Path
from urllib.parse import quote

import nbformat
import pytest
from browser_lab import SCREENSHOTS, TOKEN, Lab, Visitor
from conftest import ROOT, copy_course, hand_in
from nbgrader.api import Gradebook
from playwright.sync_api import expect, sync_playwright
from test_feedback import MORE_ATTACKS

from isocenter import build, course, demo

CHROMIUM = os.environ.get("ISOCENTER_CHROMIUM") or shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: apt-get install chromium")
HOSTILE = "zoë \"o'neil\" <img src=x onerror=alert('id')>"
NAME = {"first_name": "<script>alert('first')</script>", "last_name": 'O\'Neil "é" <b onclick=a>'}
WAIT = 120_000  # ms, of a machine that has other things to do
ANSWERS = ROOT / "tests" / "submissions" / "affines"


def answer(notebook, name, text):
    (cell,) = [
        one for one in notebook.cells if one.metadata.get("nbgrader", {}).get("grade_id") == name
    ]
    cell.source = text


def hostile(root):
    """Hand in what attacks whoever looks at it: in text, in outputs, and by the student's name."""
    notebook = nbformat.read(root / "release/affines/affines.ipynb", as_version=4)
    answer(notebook, "order_matters", "\n\n".join(MORE_ATTACKS.values()))
    kinds = ("text/html", "text/markdown", "image/svg+xml", "application/javascript", "text/latex")
    bundle = dict.fromkeys(kinds, "".join(MORE_ATTACKS.values()))
    shows = f"from IPython.display import display\ndisplay({bundle!r}, raw=True)\nprint('shown')"
    notebook.cells.insert(2, nbformat.v4.new_code_cell(shows))
    hand_in(root, HOSTILE, notebook, "affines")


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Return a course with one assignment, a student's folder, and an attacker's hand-in."""
    root = copy_course(tmp_path_factory.mktemp("lab"), ["affines"])
    build.build(course.read(root / "course.toml"), [], solutions=False)
    shutil.copytree(root / "release" / "affines", root / "students" / "ada" / "affines")
    hostile(root)
    return root


def gradebook(root):
    return Gradebook(f"sqlite:///{root}/gradebook.db", "isocenter")


@pytest.fixture(scope="module")
def lab(root, tmp_path_factory):
    with gradebook(root) as book:
        book.update_or_create_student("ada", first_name="Ada", last_name="Lovelace")
        book.update_or_create_student(HOSTILE, **NAME)
    with Lab(root, tmp_path_factory.mktemp("home")) as lab:
        yield lab


@pytest.fixture(scope="module")
def visitor(lab, tmp_path_factory):
    folder = Path(SCREENSHOTS) if SCREENSHOTS else tmp_path_factory.mktemp("screenshots")
    with sync_playwright() as playwright:
        # Its own sandbox needs rights that a container often lacks; the pages are ours.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        visitor = Visitor(browser, lab, folder)
        visitor.page.set_default_timeout(WAIT)
        expect.set_options(timeout=WAIT)
        yield visitor
        visitor.close()
        browser.close()


@pytest.fixture(autouse=True)
def last_seen(visitor, request):
    """Keep what was on the screen when a test ended, and what the server said."""
    yield
    visitor.picture(f"last-{request.node.name}")
    log = "".join(visitor.lab.log).replace(TOKEN, "...")
    (visitor.folder / "server.log").write_text(log, encoding="utf-8")
    assert visitor.ran == []


def test_a_student_answers_and_validates(visitor, root):
    page = visitor.page
    visitor.open("/lab/tree/students/ada/affines/affines.ipynb")
    cell = page.locator(".jp-CodeCell", has_text="def is_rotation(")
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(demo._answer(ANSWERS / "is_rotation/accepted/cross_product.py"))
    visitor.picture("student-answer")
    page.get_by_role("button", name="Validate").click()
    dialog = page.locator(".jp-Dialog")
    dialog.get_by_text("The following cell failed").first.wait_for()
    visitor.picture("student-validate")
    said = dialog.inner_text()
    assert "lps_to_ras([[10, 20, 30]])" in said
    assert "is_rotation(a quarter turn" not in said
    dialog.get_by_role("button", name="Ok").click()


def row(visitor, words):
    """Return the frame of the formgrader, and the row of its table that holds some words."""
    frame = visitor.page.frame_locator("iframe[src*='formgrader']")
    return frame, frame.locator("#main-table tr", has_text=words)


def press(visitor, student, button):
    """Press a button of one student's row, and return what the page then says."""
    frame, own = row(visitor, student)
    own.locator(f".{button} a").click()
    said = frame.locator(".modal")
    expect(said).to_have_css("opacity", "1")
    visitor.picture(f"{button}-{'ada' if student == 'ada' else 'attacker'}")
    text = said.inner_text()
    said.get_by_role("button", name="OK").click()
    expect(frame.locator(".modal, .modal-backdrop")).to_have_count(0)
    return text


def test_an_instructor_grades_and_gives_feedback(visitor, root):
    notebook = nbformat.read(root / "students/ada/affines/affines.ipynb", as_version=4)
    answer(notebook, "order_matters", "Turning first, *then* zooming, shears the brain.")
    hand_in(root, "ada", notebook, "affines")
    page = visitor.page
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.get_by_text("Formgrader", exact=True).click()
    frame, assignment = row(visitor, "affines")
    assignment.wait_for()
    visitor.picture("formgrader")
    assignment.locator(".num-submissions a").click()
    frame.get_by_text("Class report").wait_for()
    row(visitor, "ada")[1].get_by_text("needs autograding").wait_for()
    visitor.picture("submissions")
    said = press(visitor, "ada", "autograde")
    assert "Successfully autograded" in said
    assert "10 of 90 points by tests" in said
    ada = row(visitor, "ada")[1]
    ada.get_by_text("needs manual grading").wait_for()
    assert ada.locator(".score").inner_text() == "10 / 100"
    visitor.picture("graded")


def written(root, student="ada"):
    """Return the row of the gradebook that holds the points of a written answer."""
    with gradebook(root) as book:
        grade = book.find_grade("order_matters", "affines", "affines", student)
        return grade.manual_score, grade.needs_manual_grade


def test_an_instructor_grades_a_written_answer(visitor, root):
    assert written(root) == (None, True)
    frame, _ = row(visitor, "")
    frame.get_by_role("link", name="Manual Grading").click()
    row(visitor, "affines")[1].get_by_role("link").click()
    row(visitor, "affines")[1].get_by_role("link").click()
    row(visitor, "Submission #1")[1].get_by_role("link").click()
    # The page marks what needs a person once it has asked for the grades.
    frame.locator("#order_matters.needs_manual_grade").scroll_into_view_if_needed()
    score = frame.locator("#order_matters")
    with visitor.page.expect_response(re.compile(r"/formgrader/api/grade/")):
        score.fill("7")
        score.press("Tab")
    visitor.picture("by-hand")
    assert written(root) == (7, False)


def test_an_instructor_gives_feedback(visitor, root):
    frame, _ = row(visitor, "")
    frame.get_by_role("link", name="Manual Grading").click()
    frame.get_by_role("link", name="Manage Assignments").click()
    row(visitor, "affines")[1].locator(".num-submissions a").click()
    row(visitor, "ada")[1].get_by_text("graded", exact=True).wait_for()
    assert "1 page written" in press(visitor, "ada", "generate-feedback")
    path = root / "feedback" / "ada" / "affines" / "affines.html"
    with visitor.context.new_page() as page:
        page.goto(path.as_uri())
        visitor.picture("feedback", page)
        points = page.locator("p.points", has_text="7 of 10")
        points.scroll_into_view_if_needed()
        visitor.picture("feedback-by-hand", page)
        assert points.is_visible()


def test_an_instructor_opens_the_class_report(visitor):
    frame, _ = row(visitor, "")
    frame.get_by_role("link", name="Class report").click()
    report = frame.frame_locator("iframe[title='Class report']")
    report.get_by_role("heading", level=1).wait_for()
    visitor.picture("class-report")
    said = report.locator("body").inner_text()
    assert "affines" in said.lower()
    assert "Lovelace" not in said
    frame.locator(".breadcrumb").get_by_role("link", name="affines").click()
    row(visitor, "ada")[1].wait_for()


PAGES = {
    "students": "manage_students",
    "student": f"manage_students/{quote(HOSTILE, safe='')}",
    "student-notebooks": f"manage_students/{quote(HOSTILE, safe='')}/affines",
    "notebooks": "gradebook/affines/affines",
}


# Elements of the notebook's own part of a page with an attribute that could run something.
RUNS = """[...document.querySelectorAll('#notebook *')].filter(one => [...one.attributes].some(
    a => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value))).map(one => one.outerHTML)"""


def test_nothing_of_a_hostile_hand_in_runs(visitor, root):
    page = visitor.page
    visitor.open("/formgrader/manage_submissions/affines")
    page.locator("#main-table tr", has_text="neil").locator(".autograde a").click()
    expect(page.locator(".modal")).to_have_css("opacity", "1")
    visitor.picture("hostile-autograde")
    assert "Successfully autograded" in page.locator(".modal").inner_text()
    for name, path in PAGES.items():
        visitor.open(f"/formgrader/{path}")
        page.wait_for_function("models.loaded")
        visitor.picture(f"hostile-{name}")
    page.locator("#toggle_names").click()
    with gradebook(root) as book:
        own = book.find_submission_notebook("affines", "affines", HOSTILE).id
    visitor.open(f"/formgrader/submissions/{own}/")
    page.locator("#order_matters").wait_for()
    page.locator(".glyphicon.name-hidden").click()
    visitor.picture("hostile-submission")
    page.locator("#order_matters").scroll_into_view_if_needed()
    visitor.picture("hostile-written")
    assert "\nshown\n" in page.locator("#notebook").first.inner_text()
    assert page.locator("#notebook :is(script, iframe, form, object, embed, svg)").count() == 0
    assert page.evaluate(RUNS) == []
    visitor.open("/formgrader/manage_submissions/affines")
    page.locator("#main-table tr", has_text="neil").locator(".generate-feedback a").click()
    page.locator(".modal", has_text="1 page written").wait_for()
    page.goto((root / "feedback" / HOSTILE / "affines" / "affines.html").as_uri())
    page.get_by_role("heading", level=1).wait_for()
    visitor.picture("hostile-feedback")
    assert page.evaluate("document.scripts.length") == 0
    # The formgrader's own pages need nothing of another site either.
    assert visitor.asked == []
