"""Nothing in a hand-in runs in the browser of somebody who looks at it."""

from html.parser import HTMLParser

import nbformat
import pytest
from conftest import ROOT
from nbgrader.converters import GenerateFeedback
from traitlets.config.loader import PyFileConfigLoader

from isocenter.clean_html import clean_markdown

ATTACKS = {
    "script": "<script>alert('hit')</script>",
    "handler": '<img src="x" onerror="alert(\'hit\')">',
    "svg": "<svg onload=\"alert('hit')\"><script>alert('hit')</script></svg>",
    "link": "<a href=\"javascript:alert('hit')\">hit</a>",
    "frame": "<iframe src=\"javascript:alert('hit')\"></iframe>",
    "style": "<style>body {display: none}</style>",
    "form": '<form action="https://example.org"><button>hit</button></form>',
}


class Dangers(HTMLParser):
    """Collects what a browser would run, between two marks in a page."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "iframe", "svg", "form", "style", "object", "embed"):
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"{tag} {name}")


def dangers(html):
    parser = Dangers()
    parser.feed(html)
    return parser.found


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_text_cells_are_cleaned(attack):
    assert dangers(attack)
    assert not dangers(clean_markdown(attack))


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Title</h2>",
        "<p>Some <em>text</em>, <code>code</code> and $a &lt; b$.</p>",
        "<table><thead><tr><th>a</th></tr></thead></table>",
        '<img alt="a plot" src="data:image/png;base64,AAAA">',
        '<a href="https://example.org">there</a>',
    ],
)
def test_what_markdown_makes_stays(html):
    assert clean_markdown(html) == html


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_feedback_pages_run_nothing_of_a_hand_in(attack):
    """The page is made by nbgrader's own exporter, with the course's settings."""
    config = PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
    exporter = GenerateFeedback(config=config).exporter_class(config=config)
    assert page_dangers(exporter, attack) == page_dangers(exporter, "plain")


def page_dangers(exporter, text):
    cell = nbformat.v4.new_code_cell("1")
    cell.outputs = [nbformat.v4.new_output("display_data", {"text/html": text})]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(text), cell])
    html, _ = exporter.from_notebook_node(notebook)
    return dangers(html)
