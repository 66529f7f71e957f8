"""What all pages share: templates, styles, the bar that shows a share."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

PACKAGE = Path(__file__).parent.parent


@cache
def environment() -> Environment:
    """Return the templates; whatever they are given is text unless it was made as HTML."""
    return Environment(
        loader=FileSystemLoader(PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def style(*names: str) -> tuple[Markup, str]:
    """Return style sheets of the package as one, and the digest that lets a page use it alone."""
    text = "\n".join((PACKAGE / name).read_text(encoding="utf-8") for name in names)
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), f"sha256-{digest}"


def number(value: float) -> str:
    """Return points as people write them: at most two decimals, none where there are none."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def bar(share: float, colour: str = "#1b6e3c") -> Markup:
    """Return a bar that is filled up to a share between 0 and 1; the text beside it says it."""
    width = round(100 * min(max(share, 0.0), 1.0), 1)
    return Markup(
        '<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        '<rect width="100" height="4" rx="1" fill="#dfe4ea"/>'
        f'<rect width="{width}" height="4" rx="1" fill="{colour}"/></svg>'
    )
