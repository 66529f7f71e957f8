"""TeX to MathML, which browsers show without a script."""

import html
import re
from xml.etree import ElementTree

from latex2mathml.converter import convert_to_element

# What latex2mathml makes of a formula; anything else, such as a link, is left out.
TAGS = set(
    "math menclose mfrac mi mn mo mover mpadded mphantom mroot mrow mspace msqrt mstyle msub "  # noqa: SIM905 - as a list it takes 26 lines
    "msubsup msup mtable mtd mtext mtr munder munderover".split()
)
ATTRIBUTES = set(
    "accent accentunder columnalign display displaystyle fence form largeop linethickness "  # noqa: SIM905 - as a list it takes 20 lines
    "mathvariant maxsize minsize movablelimits notation rowalign separator stretchy "
    "symmetric".split()
)
SMALL = re.compile(r"-?\d?(\.\d+)?(em|ex)")
LONGEST = 3000
SIGNS = {"\u2212", "-", "+", "\u00b1"}
OPENING = {"(", "[", "{", ",", "=", "<", ">", "\u2264", "\u2265", "\u2248", "|"}


def mathml(tex: str, *, block: bool = False) -> str:
    r"""Return a formula as MathML; as it was written where that cannot be done.

    Parameters
    ----------
    tex : str
        Without the dollar signs. Nothing in it can leave the formula.
    block : bool
        Whether it stands on a line of its own.

    Returns
    -------
    str
        HTML.

    Examples
    --------
    >>> mathml(r"a < b")
    '<math><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow></math>'
    """
    try:
        if len(tex) > LONGEST:
            raise ValueError("too long to be a formula")
        made = convert_to_element(tex, display="block" if block else "inline")
        formula = _clean(made)
        text = ElementTree.tostring(formula, encoding="unicode")
        if "\\" in text:
            raise ValueError("it holds a command that is not known")
    except Exception:  # whatever latex2mathml makes of what somebody wrote
        text = f"<code>{html.escape(tex)}</code>"
    if not block:
        return text
    # What may be wider than a telephone can be scrolled, also by keyboard.
    reach = ' tabindex="0" role="group" aria-label="Formula"' if len(tex) > 30 else ""
    return f'<span class="formula"{reach}>{text}</span>'


def _clean(element: ElementTree.Element) -> ElementTree.Element:
    """Return a copy that holds known elements and attributes alone; text stays text."""
    tag = element.tag if element.tag in TAGS else "mrow"
    clean = ElementTree.Element(tag)
    for name, value in element.attrib.items():
        small = name in ("width", "lspace", "rspace") and SMALL.fullmatch(value)
        if (name in ATTRIBUTES and re.fullmatch(r"[\w. -]+", value)) or small:
            clean.set(name, value)
    if clean.get("display") == "inline":
        del clean.attrib["display"]
    clean.text = html.unescape(element.text or "")
    before = "("
    for child in element:
        made = _clean(child)
        # A sign where a number begins is no subtraction: it stands close to what follows.
        if made.tag == "mo" and made.text in SIGNS and before in OPENING:
            made.set("form", "prefix")
        before = (made.text or "") if made.tag == "mo" else ""
        clean.append(made)
    return clean
