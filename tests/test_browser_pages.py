"""Pages in a real browser: nothing runs, nothing is fetched, everybody can read them."""

import json
import os
import shutil
from pathlib import Path

import graded_class
import nbformat
import pytest
from conftest import ROOT
from graded_class import ALL, WRONG, cell, notebook
from test_feedback import MORE_ATTACKS

from isocenter.feedback import writing as feedback
from isocenter.reports import writing as reports

CHROMIUM = os.environ.get("ISOCENTER_CHROMIUM") or shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: apt-get install chromium")
WIDTHS = {"phone": 390, "desk": 1200}


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Its own sandbox needs rights that a container often lacks; the pages are ours.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def axe():
    """Return the script that looks for what people with disabilities stumble over."""
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return a course with the pages of a mixed class, and of a student who attacks."""
    root = graded_class.mixed(graded_class.build(tmp_path_factory.mktemp("tea")))
    picture = nbformat.v4.new_code_cell("plot()")
    wide = (
        "<table><tr><th></th><th>a</th></tr><tr><td>1</td><td>" + "wide" * 60 + "</td></tr></table>"
    )
    picture.outputs = [
        nbformat.v4.new_output("stream", text="a long line " * 30),
        nbformat.v4.new_output("display_data", {"text/html": wide}),
        nbformat.v4.new_output("error", ename="E", evalue="no", traceback=["\x1b[31mE\x1b[0m: no"]),
    ]
    # On a telephone some of these lines fit their box, and others just do not.
    lines = [nbformat.v4.new_code_cell("x" * length) for length in range(28, 50)]
    for one in lines:
        one.outputs = [nbformat.v4.new_output("stream", text=one.source)]
    formulas = r"#### Deep $x$" + "\n\n$$" + r"\frac{a}{b} + " * 30 + "c$$"
    extra = (cell("markdown", formulas), picture, *lines)
    graded_class.graded(
        root,
        "gina",
        WRONG,
        by_hand=ALL,
        comment="Well *done*.",
        graded_notebook=notebook(extra=extra),
    )
    hits = []
    for text in MORE_ATTACKS.values():
        one = nbformat.v4.new_code_cell("1")
        one.outputs = [
            nbformat.v4.new_output("display_data", {kind: text})
            for kind in ("text/html", "text/markdown", "image/svg+xml", "application/javascript")
        ]
        hits += [cell("markdown", text), one]
    tests = {"boil_plain": graded_class.outcome("failed", MORE_ATTACKS["script"])}
    graded_class.graded(root, "mallory", tests, graded_notebook=notebook(extra=hits))
    graded_class.record(root, "erin", status="ungraded", reason=MORE_ATTACKS["handler"])
    list(feedback.write(root, "tea"))
    reports.write(root, "tea", reports.Wanted())
    reports.write(root, "tea", reports.Wanted(html=root / "reports" / "names.html", names=True))
    return root


@pytest.fixture(scope="module")
def lesson(course):
    """Return a lesson as it is released, shown as feedback shows it, its figures drawn."""
    path = ROOT / "solutions" / "affines" / "affines.ipynb"
    graded_class.graded(course, "lesson", graded_notebook=nbformat.read(path, as_version=4))
    list(feedback.write(course, "tea", ["lesson"]))
    return course / "feedback" / "lesson" / "tea" / "tea.html"


PAGES = {
    "feedback": "feedback/gina/tea/tea.html",
    "feedback that waits": "feedback/carol/tea/tea.html",
    "class report": "reports/names.html",
}


def violations(browser, axe, path, width):
    """Return what axe finds on a page; the page's policy is set aside for the script alone."""
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    try:
        page = context.new_page()
        page.goto(path.as_uri())
        page.evaluate(axe)
        found = page.evaluate("axe.run()")
    finally:
        context.close()
    assert len(found["passes"]) > 15
    return [
        f"{one['id']}: {one['help']}: {json.dumps([n['html'][:200] for n in one['nodes'][:3]])}"
        for one in found["violations"]
    ]


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser, axe, course, name, width):
    assert violations(browser, axe, course / PAGES[name], width) == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_axe_finds_nothing_in_a_lesson(browser, axe, lesson, width):
    assert violations(browser, axe, lesson, width) == []


def visit(browser, path, width):
    """Open a page; returns it with what it asked for, and what it ran or complained of."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    page.wait_for_load_state("networkidle")
    outside = [url for url in asked if not url.startswith(("file:", "data:image/"))]
    return page, outside, said


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("name", [*PAGES, "attack"])
def test_a_page_fetches_nothing_runs_nothing_and_is_not_too_wide(browser, course, name, width):
    path = PAGES.get(name, "feedback/mallory/tea/tea.html")
    page, outside, said = visit(browser, course / path, width)
    assert (outside, said) == ([], [])
    assert page.evaluate("document.scripts.length") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_nothing_of_a_hand_in_covers_the_page(browser, course):
    page, _, _ = visit(browser, course / "feedback/mallory/tea/tea.html", 1200)
    inside = page.evaluate(
        "[...document.querySelectorAll('main *')].filter(e => "
        "['fixed', 'sticky'].includes(getComputedStyle(e).position)).length"
    )
    assert inside == 0
    for link in page.query_selector_all("a"):
        assert (link.get_attribute("href") or "").startswith(("#", "https://example.org"))
    page.close()


def test_the_first_key_leads_to_the_questions(browser, course):
    page, _, _ = visit(browser, course / PAGES["feedback"], 1200)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "questions"
    page.close()


def test_what_is_too_wide_is_scrolled_by_keyboard(browser, course):
    page, _, _ = visit(browser, course / PAGES["feedback"], 390)
    wide = page.evaluate(
        "[...document.querySelectorAll('main *')].filter(e => e.scrollWidth > e.clientWidth + 1 && "
        "['auto', 'scroll'].includes(getComputedStyle(e).overflowX)).map(e => e.tabIndex)"
    )
    assert len(wide) >= 3
    assert set(wide) == {0}
    page.close()


def test_a_page_can_be_printed(browser, course, tmp_path):
    page, _, _ = visit(browser, course / PAGES["feedback"], 1200)
    page.pdf(path=str(tmp_path / "page.pdf"), format="A4")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    page.emulate_media(media="print")
    wide = page.evaluate("getComputedStyle(document.querySelector('pre')).whiteSpace")
    assert wide == "pre-wrap"
    page.close()
