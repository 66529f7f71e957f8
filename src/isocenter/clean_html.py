"""Take out of a hand-in's text what a browser would run."""

import bleach
from nbconvert.filters import strip_files_prefix

# What Markdown makes, and what people write in it by hand.
TAGS = set(
    "a abbr b blockquote br code dd del details div "  # noqa: SIM905 - as a list it takes 55 lines
    "dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre s samp small span strong sub "
    "summary sup table tbody td tfoot th thead tr tt u ul var".split()
)
ATTRIBUTES = {
    "*": ["class", "id", "title"],
    "a": ["href"],
    "img": ["alt", "height", "src", "width"],
    "ol": ["start"],
    "td": ["align", "colspan", "rowspan"],
    "th": ["align", "colspan", "rowspan", "scope"],
}
PROTOCOLS = {"http", "https", "mailto", "data"}


def clean_markdown(html: str) -> str:
    """Return the HTML of a text cell without scripts, handlers, frames, forms and styles.

    nbconvert's own sanitizing covers the outputs of code cells alone. This takes the place of the
    filter ``strip_files_prefix``, which every template applies to text cells last.

    Parameters
    ----------
    html : str
        What Markdown gave.

    Returns
    -------
    str
    """
    return bleach.clean(
        strip_files_prefix(html), tags=TAGS, attributes=ATTRIBUTES, protocols=PROTOCOLS, strip=True
    )
