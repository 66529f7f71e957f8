"""The cells of a graded notebook as HTML, without what students are not to see."""

import base64
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from nbconvert.filters import Highlight2HTML, ansi2html
from nbformat import NotebookNode

from isocenter import lessons
from isocenter.feedback import clean
from isocenter.feedback.maths import mathml

# As wide as a telephone shows it; what is wider can be scrolled, also by keyboard.
NARROW = 32
MARKS = ("BEGIN HIDDEN TESTS", "END HIDDEN TESTS")
BASE64 = re.compile(r"[A-Za-z0-9+/=\s]+")


@dataclass(frozen=True)
class Shown:
    """One cell, ready for the page.

    Attributes
    ----------
    name : str
        Its grade_id; empty for a cell of the text.
    kind : str
        'text', 'code', 'answer', 'written', 'task' or 'test'.
    source, outputs : str
        Clean HTML.
    """

    name: str
    kind: str
    source: str
    outputs: str = ""


def shown(cell: NotebookNode, marks: tuple[str, str] = MARKS) -> Shown:
    """Return a cell of a graded notebook as it may be shown to its student.

    Parameters
    ----------
    cell : NotebookNode
    marks : tuple of two str
        What stands in the lines before and after hidden tests, as the course has it.

    Returns
    -------
    Shown
        Of a test with hidden lines neither these nor its output: a traceback would quote them.
    """
    name, kind = lessons.grade_id(cell) or "", _kind(cell)
    if cell.cell_type == "markdown":
        attachments = cell.get("attachments") or {}
        if attachments:
            return Shown(name, kind, clean.markdown(cell.source, attachments))
        return Shown(name, kind, _markdown(cell.source))
    if cell.cell_type != "code":
        return Shown(name, kind, clean.as_text(cell.source))
    source = visible(cell.source, marks) if kind == "test" else cell.source
    is_secret = kind == "test" and source != cell.source
    outputs = "" if is_secret else "".join(map(output, cell.get("outputs", [])))
    shown = _remarks(source) if is_secret else ""
    return Shown(name, kind, shown or code(source.strip("\n")), outputs)


def _remarks(source: str) -> str:
    """Return a test's comments as a paragraph; empty where there is code among them."""
    lines = [line.strip() for line in source.strip().split("\n")]
    if not all(line.startswith("#") for line in lines):
        return ""
    text = " ".join(line.lstrip("#").strip() for line in lines)
    return f'<p class="looks">{html.escape(text)}</p>'


def _kind(cell: NotebookNode) -> str:
    flags = lessons.grading(cell)
    if flags.get("task"):
        return "task"
    if lessons.is_written(cell):
        return "written"
    if lessons.is_test(cell):
        return "test"
    if lessons.is_solution(cell):
        return "answer"
    return "text" if cell.cell_type == "markdown" else "code"


def visible(source: str, marks: tuple[str, str] = MARKS) -> str:
    r"""Return a test's source without its hidden lines; an end mark that is missing hides the rest.

    Examples
    --------
    >>> visible("# Looks at zero.\n### BEGIN HIDDEN TESTS\nassert f(0) == 1")
    '# Looks at zero.'
    """
    begin, end = marks
    kept, hidden = [], False
    for line in source.split("\n"):
        if begin in line:
            hidden = True
        elif end in line:
            hidden = False
        elif not hidden:
            kept.append(line)
    return "\n".join(kept)


# The lesson's own cells are the same for the whole class: the first page makes them.
@lru_cache(maxsize=2000)
def _markdown(text: str) -> str:
    return clean.markdown(text)


@lru_cache(maxsize=2000)
def code(source: str) -> str:
    """Return Python code as HTML, in colours."""
    if not source.strip():
        return ""
    if len(source) > clean.LONGEST:
        return clean.as_text(source)
    made = Highlight2HTML(pygments_lexer="ipython3")(source)
    return made.replace("<pre>", _pre(source, "Code"), 1)


def _pre(text: str, label: str) -> str:
    if max(map(len, text.split("\n")), default=0) <= NARROW:
        return "<pre>"
    return f'<pre tabindex="0" role="group" aria-label="{label}">'


def output(one: NotebookNode) -> str:
    """Return one output of a cell as clean HTML."""
    if one.output_type == "stream":
        kind = "said warning" if one.name == "stderr" else "said"
        return f'<div class="{kind}">{_text(_joined(one.text))}</div>'
    if one.output_type == "error":
        lines = one.get("traceback") or [f"{one.get('ename')}: {one.get('evalue')}"]
        text = _text(_joined(lines, "\n"))
        return f'<div class="said warning">{text}</div>'
    return _display(one.get("data", {}), one.get("metadata", {}))


def _joined(text: str | list[str], between: str = "") -> str:
    return text if isinstance(text, str) else between.join(map(str, text))


def _text(text: str) -> str:
    """Return what was printed, in the colours it has, cut where it is very long."""
    if len(text) > clean.LONGEST:
        return clean.as_text(text)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    # A page lets no styles in but its own; quotes of the text itself are escaped here.
    coloured = re.sub(r' style="[^"]*"', "", ansi2html(text))
    return f"{_pre(plain, 'Output')}{coloured}</pre>"


def _display(data: Mapping[str, Any], metadata: Mapping[str, Any]) -> str:
    """Return the first form of what was displayed that can be shown without running anything."""
    for kind in ("image/png", "image/jpeg", "image/gif", "image/svg+xml"):
        if kind in data:
            return _figure(kind, _joined(data[kind]), metadata.get(kind), data.get("text/plain"))
    if "text/html" in data:
        made = clean.fragment(_joined(data["text/html"]))
        if re.sub(r"<[^>]*>", "", made).strip() or "<img" in made:
            return f'<div class="said">{made}</div>'
        return '<p class="aside">An interactive view was here: run the cell to see it.</p>'
    if "text/latex" in data:
        return mathml(_joined(data["text/latex"]).strip().strip("$"), block=True)
    if "text/markdown" in data:
        return f'<div class="said">{clean.markdown(_joined(data["text/markdown"]))}</div>'
    if "text/plain" in data:
        return f'<div class="said">{_text(_joined(data["text/plain"]))}</div>'
    return ""


def _figure(kind: str, picture: str, about: Any, words: Any) -> str:
    """Return a figure; as a picture not even an SVG can run or load anything."""
    if kind == "image/svg+xml":
        picture = base64.b64encode(picture.encode()).decode()
    if not BASE64.fullmatch(picture):
        return '<p class="aside">A figure was here that cannot be read.</p>'
    alt = about.get("alt") if isinstance(about, Mapping) else None
    if not isinstance(alt, str) or not alt.strip():
        said = _joined(words or "")
        alt = "Figure drawn by this cell" if said[:1] in ("", "<") else said[:500]
    size = "".join(
        f' {side}="{about[side]:.0f}"'
        for side in ("width", "height")
        if isinstance(about, Mapping) and isinstance(about.get(side), int | float)
    )
    source = f"data:{kind};base64,{''.join(picture.split())}"
    return f'<img src="{source}" alt="{html.escape(alt)}"{size}>'
