"""Feedback pages: what students are told, and that nothing of a hand-in runs in them."""

import base64
import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import graded_class
import nbformat
import pytest
from graded_class import ALL, BROKEN, FAILED, SECRET, WRONG, cell, graded, notebook, record
from test_clean_html import ATTACKS, dangers

from isocenter.cli import main
from isocenter.errors import CourseError
from isocenter.feedback import cells, clean, writing
from isocenter.feedback.maths import mathml

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n").decode()
MORE_ATTACKS = ATTACKS | {
    "markdown link": "[hit](javascript:alert('hit'))",
    "link with a tab": '<a href="java&#9;script:alert(1)">hit</a>',
    "data link": '<a href="data:text/html;base64,PHNjcmlwdD4=">hit</a>',
    "cover": '<div style="position:fixed;inset:0" class="band">hit</div>',
    "remote picture": "![hit](https://example.org/x.png)",
    "remote style": "<style>@import url(https://example.org/x.css)</style>",
    "meta": '<meta http-equiv="refresh" content="0;url=https://example.org">',
    "base": '<base href="https://example.org/">',
    "out of the page": "</div></main></body><script>alert(1)</script>",
    "formula": r"$\text{<script>alert('hit')</script>}$",
    "formula with a link": r"$\href{javascript:alert(1)}{x}$",
    "mixed namespaces": "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "template": "{{ 7 * 7 }}{% raw %}",
}


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    return graded_class.build(tmp_path_factory.mktemp("no-tea"))


@pytest.fixture
def root(empty, tmp_path):
    return Path(shutil.copytree(empty, tmp_path / "course"))


def page(root, student):
    """Write one student's page, and return it."""
    for one in writing.write(root, "tea", [student]):
        assert one.problem == ""
        assert one.pages == (root / "feedback" / student / "tea" / "tea.html",)
    return one.pages[0].read_text(encoding="utf-8")


class Words(HTMLParser):
    """Collects what a page says outside of its style."""

    def __init__(self):
        super().__init__()
        self.words, self.quiet = [], False

    def handle_starttag(self, tag, attrs):
        self.quiet = tag == "style"

    def handle_endtag(self, tag):
        self.quiet = False

    def handle_data(self, data):
        if not self.quiet:
            self.words.append(data)


class Attributes(HTMLParser):
    """Collects the attributes of a page."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [(tag, name, value or "") for name, value in attrs]


def attributes(html):
    parser = Attributes()
    parser.feed(html)
    return parser.found


def words(html):
    parser = Words()
    parser.feed(html)
    return " ".join(" ".join(parser.words).split())


def test_a_page_says_what_was_called_what_came_and_the_hint(root):
    graded(root, "bob", WRONG, by_hand=ALL, penalty=1.5, comment="Look at the **scale**.")
    html = page(root, "bob")
    said = words(html)
    assert "6.5 of 12 points" in said
    assert "Boil water 0 of 6" in said
    assert "Called boil Given a cold kettle" in said
    assert "What came an array of float64, shape (3,) came; 2 of 3 numbers are wrong." in said
    assert "Hint This is what reading Fahrenheit would give." in said
    assert "2 tests failed in this way" in said
    assert "1.5 points are taken off: it came late" in said
    assert "3 points of extra credit are counted" in said
    assert "<strong>scale</strong>" in html
    assert "Test cell" not in said


def test_what_waits_for_a_grader_is_no_zero(root):
    graded(root, "carol")
    said = words(page(root, "carol"))
    assert "9 of 12 points so far" in said
    assert "6 points wait for your instructor" in said
    assert "Written question: why? waiting, 4 points" in said
    assert "0 of 4" not in said
    assert "0 of 2" not in said


def test_a_test_that_broke_off_is_no_zero(root):
    graded(root, "dan", BROKEN, by_hand=ALL)
    said = words(page(root, "dan"))
    assert "4 of 6 so far" in said
    assert "your instructor decides" in said
    assert "broke off" not in said  # the reason is for the instructor


def test_a_test_that_took_too_long_says_so(root):
    slow = graded_class.outcome("timed out", reason="it took longer than 30 seconds")
    graded(root, "eve", WRONG | {"boil_cold": slow})
    assert "Test stopped: it took too long" in words(page(root, "eve"))


def test_hidden_tests_are_not_in_the_page(root):
    failed = notebook()
    for one in failed.cells:
        if SECRET in one.source:
            traceback = [f"----> 1 assert boil() == '{SECRET}'"]
            error = nbformat.v4.new_output(
                "error", ename="AssertionError", evalue=FAILED, traceback=traceback
            )
            one.outputs = [error]
    graded(root, "bob", WRONG, graded_notebook=failed)
    html = page(root, "bob")
    assert SECRET not in html
    assert "HIDDEN TESTS" not in html
    assert "Looks at cold water" in html


def test_hidden_tests_are_found_by_the_marks_that_a_course_has(root):
    config = root / "nbgrader_config.py"
    config.write_text(config.read_text() + 'c.ClearHiddenTests.begin_test_delimeter = "SECRETS"\n')
    other = notebook()
    for one in other.cells:
        one.source = one.source.replace("BEGIN HIDDEN TESTS", "SECRETS")
    graded(root, "bob", WRONG, graded_notebook=other)
    assert SECRET not in page(root, "bob")


def test_a_message_of_several_lines_keeps_them(root):
    said = "Not equal\nx: 1\ny: 2"
    graded(root, "bob", {"boil_plain": graded_class.outcome("failed", said)})
    assert f"<dd>{said}</dd>" in page(root, "bob")


def test_a_hidden_part_without_an_end_is_hidden_to_the_last_line():
    assert cells.visible("# a\n### BEGIN HIDDEN TESTS\nx\n\ny") == "# a"


def publish(root, *, solutions):
    flag = root / ".isocenter" / "published" / "tea.json"
    flag.parent.mkdir(parents=True, exist_ok=True)
    flag.write_text(json.dumps({"solutions": solutions}))
    path = root / "solutions" / "tea" / "tea.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(notebook("def boil():\n    return 'the model answer'")))


@pytest.mark.parametrize("public", [False, True])
def test_model_answers_are_shown_once_solutions_are_published(root, public):
    graded(root, "bob", WRONG)
    publish(root, solutions=public)
    assert ("the model answer" in page(root, "bob")) is public


@pytest.mark.parametrize("published", [False, True])
def test_messages_carry_no_wanted_value_before_or_after(root, published):
    """The hints of `isocenter.checks` hold none today: there is none to show, or to hold back."""
    import numpy as np

    from isocenter import checks

    with pytest.raises(AssertionError) as failure:
        checks.close(np.array([1.0, 2.0]), np.array([1.0, 31.25]), "boil", "a cold kettle")
    graded(root, "bob", {"boil_plain": graded_class.outcome("failed", str(failure.value))})
    publish(root, solutions=published)
    html = page(root, "bob")
    assert "1 of 2 numbers is wrong" in html
    assert "31.25" not in html


@pytest.mark.parametrize("attack", MORE_ATTACKS.values(), ids=MORE_ATTACKS)
def test_nothing_of_a_hand_in_runs_or_leaves_its_place(root, attack):
    bare = nbformat.v4.new_code_cell("1")
    bare.outputs = [
        nbformat.v4.new_output("display_data", {"text/html": attack}),
        nbformat.v4.new_output("display_data", {"text/markdown": attack}),
        nbformat.v4.new_output("display_data", {"text/latex": attack}),
        nbformat.v4.new_output("display_data", {"application/javascript": attack}),
        nbformat.v4.new_output("stream", text=attack),
        nbformat.v4.new_output("error", ename=attack, evalue=attack, traceback=[attack]),
    ]
    extra = (cell("markdown", attack), bare)
    tests = {"boil_plain": graded_class.outcome("failed", attack)}
    graded(root, "bob", tests, graded_notebook=notebook(attack, attack, extra), comment=attack)
    html = page(root, "bob")
    graded(root, "amy", {"boil_plain": graded_class.outcome("failed", "plain")}, comment="plain")
    plain = page(root, "amy")
    # What the page itself has of them, such as its own style and its bars, and no more.
    assert {*dangers(html)} == {*dangers(plain)}
    assert dangers(html).count("style") == 1
    assert html.count("</main>") == 1
    assert html.count("<meta") == plain.count("<meta")
    for tag, name, value in attributes(html):
        assert (tag, name) != ("meta", "http-equiv") or value == "Content-Security-Policy"
        assert name not in ("style", "srcdoc", "srcset", "action", "formaction", "background")
        if name == "src":
            assert value.startswith("data:image/")
        if name == "href":
            assert re.match(r"#|https://example\.org", value), (tag, value)
    assert "<base" not in html


def test_a_page_asks_nothing_of_the_network_whatever_is_in_it(root):
    graded(root, "bob")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page(root, "bob"))[1]
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert "unsafe" not in policy


def test_an_svg_is_shown_as_a_picture(root):
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
    )
    html = cells.output(nbformat.v4.new_output("display_data", {"image/svg+xml": svg}))
    assert not dangers(html)
    assert base64.b64decode(re.search(r"base64,([^\"]*)", html)[1]).decode() == svg


@pytest.mark.parametrize(
    ("data", "metadata", "alt"),
    [
        ({"image/png": PNG}, {"image/png": {"alt": 'a "slice"'}}, "a &quot;slice&quot;"),
        (
            {"image/png": PNG, "text/plain": "<Figure size 640x480>"},
            {},
            "Figure drawn by this cell",
        ),
        ({"image/png": PNG, "text/plain": "a slice"}, {}, "a slice"),
    ],
    ids=["alt", "none", "words"],
)
def test_figures_stay_and_have_words(data, metadata, alt):
    html = cells.output(nbformat.v4.new_output("display_data", data, metadata=metadata))
    assert f'alt="{alt}"' in html
    assert PNG in html


def test_a_figure_that_is_no_picture_cannot_break_out():
    data = {"image/png": '"><script>alert(1)</script>'}
    assert not dangers(cells.output(nbformat.v4.new_output("display_data", data)))


def test_an_interactive_view_is_named_and_left_out():
    data = {
        "text/html": '<iframe srcdoc="<script src=https://example.org/x.js></script>"></iframe>'
    }
    html = cells.output(nbformat.v4.new_output("display_data", data))
    assert "example.org" not in html
    assert "An interactive view was here" in html


def test_formulas_become_mathml():
    html = clean.markdown(r"Let $a < b$ and" + "\n\n" + r"$$\begin{pmatrix}1 & 2\end{pmatrix}$$")
    assert "<mo>&lt;</mo>" in html
    assert "<mtable>" in html
    assert "$" not in html


@pytest.mark.parametrize("tex", [r"\nocommand{x}", r"\frac{", "x" * 5000, "{" * 3000])
def test_a_formula_that_is_none_is_shown_as_it_was_written(tex):
    assert mathml(tex).startswith("<code>")


def test_all_formulas_of_the_lessons_become_mathml():
    lessons = Path(__file__).parent.parent / "source"
    for path in sorted(lessons.glob("*/*.ipynb")):
        for one in nbformat.read(path, as_version=4).cells:
            if one.cell_type == "markdown":
                left = re.findall(r"<code>[^<]*\\\w+[^<]*</code>", clean.markdown(one.source))
                assert not [text for text in left if text[6:-7] not in one.source.replace("&", "")]


def test_headings_are_in_order_whatever_the_notebook_does(root):
    extra = (cell("markdown", "##### deep"), cell("markdown", "# top\n\n<h6>raw</h6>"))
    graded(root, "bob", WRONG, graded_notebook=notebook(extra=extra))
    levels = [int(level) for level in re.findall(r"<h([1-6])", page(root, "bob"))]
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False))


@pytest.mark.parametrize("name", ["Zoë Müller", "d'Artagnan", 'say "hi"', "<b>x", "a&b"])
def test_odd_names_are_text(root, name):
    graded(root, name, first_name="<script>alert(1)</script>")
    html = page(root, name)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert not [found for found in dangers(html) if found == "script"]


def test_a_very_long_output_is_cut_and_says_so():
    html = cells.output(nbformat.v4.new_output("stream", text="x" * 300_000))
    assert "200000 characters are left out here" in html


def test_what_cannot_be_parsed_is_shown_as_text():
    html = clean.markdown("<div>" * 3000 + "words" + "> " * 3000)
    assert "words" in html


def test_pages_lie_where_nbgrader_releases_them_from(root):
    graded(root, "bob")
    (root / "autograded" / "bob" / "tea" / "submission_secret.txt").write_text("s")
    page(root, "bob")
    folder = root / "feedback" / "bob" / "tea"
    names = {path.name for path in folder.iterdir()}
    assert names == {"tea.html", "timestamp.txt", "submission_secret.txt"}


def test_the_command_writes_all_pages_and_names_who_has_none(root, monkeypatch, capsys):
    monkeypatch.chdir(root)
    graded(root, "bob")
    record(root, "erin", status="ungraded", reason="it is torn")
    old = root / "feedback" / "erin" / "tea" / "tea.html"
    old.parent.mkdir(parents=True)
    old.write_text("the score of an earlier hand-in")
    assert main(["feedback", "tea"]) == 1
    said = capsys.readouterr().out
    assert "erin: no page: it is torn; the page of an earlier hand-in was removed" in said
    assert "1 page written to feedback/<student>/tea/" in said
    assert not old.exists()
    assert main(["feedback", "tea", "--student", "bob"]) == 0


def test_a_missing_notebook_is_named(root):
    graded(root, "bob")
    shutil.rmtree(root / "autograded" / "bob")
    (one,) = writing.write(root, "tea", ["bob"])
    assert "isocenter grade tea --student bob --force" in one.problem


@pytest.mark.parametrize(
    ("student", "problem"), [("nobody", "nobody handed in nothing"), (None, "nobody handed in tea")]
)
def test_wrong_use_is_said(root, student, problem):
    graded_class.enrolled(root, "frank")
    with pytest.raises(CourseError, match=problem):
        list(writing.write(root, "tea", [student] if student else None))


# nbgrader leaves timestamp.txt open.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_nbgrader_releases_the_pages(root, tmp_path):
    from nbgrader.exchange.default import ExchangeReleaseFeedback
    from traitlets.config import Config

    from isocenter import nbgrader_steps

    graded(root, "bob")
    (root / "autograded" / "bob" / "tea" / "submission_secret.txt").write_text("s")
    page(root, "bob")
    exchange = tmp_path / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    config = Config()
    config.Exchange.root = str(exchange)
    folders = nbgrader_steps.course_directory(root, assignment_id="tea", course_id="tea 101")
    step = ExchangeReleaseFeedback(
        coursedir=folders, authenticator=None, config=config, parent=None
    )
    step.root = str(exchange)
    step.start()
    assert len(list(exchange.rglob("*.html"))) == 1
