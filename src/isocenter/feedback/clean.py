"""Text and HTML of a hand-in, as they may stand in a page that somebody else opens."""

import html
import re
from collections.abc import Mapping
from typing import Any

import bleach
from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer, MarkdownWithMath

from isocenter.clean_html import TAGS
from isocenter.feedback.maths import mathml

LONGEST = 100_000
LINK = re.compile(r"(https?://|mailto:|#)", re.IGNORECASE)
PICTURE = re.compile(r"data:image/(png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=\s]*")
PLAIN = {
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "ol": {"start"},
    "img": {"alt"},
}
# Marks that stand for formulas while the rest is cleaned; a hand-in cannot hold them.
OPEN, CLOSE = "\ue000", "\ue001"


def _is_allowed(tag: str, name: str, value: str) -> bool:
    """Tell whether an attribute stays: no class, id or style can reach the page around it."""
    if tag == "a" and name == "href":
        return LINK.match(value) is not None
    if tag == "img" and name == "src":
        return PICTURE.fullmatch(value) is not None
    if tag == "img" and name in ("width", "height"):
        return re.fullmatch(r"\d{1,4}", value) is not None
    if tag == "span" and name == "class":
        return re.fullmatch(r"[a-z][a-z0-9]{0,2}", value) is not None  # Pygments' names
    return name in PLAIN.get(tag, ())


class _Renderer(IPythonRenderer):
    """Sets formulas aside, and asks for no picture of another site."""

    def __init__(self, attachments: Mapping[str, Any]) -> None:
        super().__init__(escape=False, exclude_anchor_links=True, attachments=dict(attachments))
        self.formulas: list[str] = []

    def _set_aside(self, tex: str, *, block: bool) -> str:
        self.formulas.append(mathml(tex.strip(), block=block))
        return f"{OPEN}{len(self.formulas) - 1}{CLOSE}"

    def inline_math(self, body: str) -> str:
        """Set a formula in the text aside."""
        return self._set_aside(body, block=False)

    def block_math(self, body: str) -> str:
        """Set a formula on a line of its own aside."""
        return self._set_aside(body, block=True)

    def latex_environment(self, name: str, body: str) -> str:
        """Set an environment aside, such as align."""
        return self._set_aside(f"\\begin{{{name}}}{body}\\end{{{name}}}", block=True)

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Show a picture that the notebook holds; a missing one is left out."""
        try:
            return super().image(text, url, title)
        except InvalidNotebook:
            return super().image(text, "", title)


def markdown(text: str, attachments: Mapping[str, Any] | None = None) -> str:
    """Return Markdown as clean HTML, its formulas as MathML.

    Parameters
    ----------
    text : str
    attachments : dict, optional
        The cell's own pictures.

    Returns
    -------
    str
    """
    text = text.replace(OPEN, "").replace(CLOSE, "")
    if len(text) > LONGEST:
        return as_text(text)
    renderer = _Renderer(attachments or {})
    try:
        made = fragment(MarkdownWithMath(renderer=renderer).render(text))
    except Exception:  # parsers stumble over what is nested too deeply; the words still count
        return as_text(text)
    return re.sub(f"{OPEN}(\\d+){CLOSE}", lambda found: renderer.formulas[int(found[1])], made)


def fragment(text: str) -> str:
    """Return HTML without anything that runs, loads, or reaches out of its place."""
    if len(text) > LONGEST and not PICTURE.search(text):
        return as_text("(a long piece of HTML, which is not shown here)")
    bare = re.sub(r"(?is)<(script|style|title)\b.*?</\1\s*>", "", text)  # bleach keeps their text
    clean = bleach.clean(
        bare,
        tags=TAGS,
        attributes=_is_allowed,
        protocols={"http", "https", "mailto", "data"},
        strip=True,
    )
    clean = re.sub(
        r"<img(?![^>]*\ssrc=)[^>]*>", "<em>(a picture that is not shown here)</em>", clean
    )
    clean = re.sub(r"<img(?![^>]*\salt=)", '<img alt=""', clean)
    clean = re.sub(r"<(h[1-6])>\s*</\1>", "", clean)
    clean = re.sub(r"<th[^>]*>\s*</th>", "<td></td>", clean)
    clean = re.sub(r"<a>(.*?)</a>", r"\1", clean, flags=re.DOTALL)
    clean = clean.replace(
        "<table>", '<div class="wide" tabindex="0" role="group" aria-label="Table"><table>'
    ).replace("</table>", "</table></div>")
    return clean


def as_text(text: str) -> str:
    """Return text as it is; of a very long one the beginning and the end."""
    if len(text) > LONGEST:
        half = LONGEST // 2
        left_out = len(text) - LONGEST
        text = f"{text[:half]}\n\n… {left_out} characters are left out here …\n\n{text[-half:]}"
    return f"<pre>{html.escape(text)}</pre>"


def headings_in_order(text: str, top: int) -> str:
    """Return HTML whose headings begin at a level and never skip one on the way down.

    Parameters
    ----------
    text : str
        All that stands below one heading of the page.
    top : int
        The level of the highest heading in it.

    Returns
    -------
    str

    Examples
    --------
    >>> headings_in_order("<h1>a</h1><h3>b</h3>", 3)
    '<h3>a</h3><h4>b</h4>'
    """
    last, level = top - 1, top

    def renumber(found: re.Match[str]) -> str:
        nonlocal last, level
        if not found[1]:
            level = min(int(found[2]) + top - 1, last + 1, 6)
            last = level
        return f"<{found[1]}h{level}>"

    return re.sub(r"<(/?)h([1-6])>", renumber, text)
