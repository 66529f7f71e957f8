"""What test cells read from a student's figure, or from a page with pictures in it."""

import base64
import html
import io
import re
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

from isocenter.checks.expectations import require


def panels(figure, function, given):
    """Return the axes of a figure that show one slice and nothing drawn over it.

    Plain backgrounds, which are RGB images, do not count; nor do colour bars, labels and text.

    Parameters
    ----------
    figure : object
        What came, wanted to be a matplotlib Figure.
    function : function or str
        What was called.
    given : str
        The kind of input in words.

    Returns
    -------
    list of matplotlib.axes.Axes
        Those that show an image, in the figure's order.

    Raises
    ------
    AssertionError
        Not a figure, no image in it, or an image with another one, lines or contours over it.
    """
    axes = getattr(figure, "axes", None)
    # An Axes and a nilearn display have an attribute of that name too, but not a list.
    require(
        isinstance(axes, list | tuple),
        function,
        given,
        f"{type(figure).__name__} came, where a matplotlib Figure was wanted",
    )
    found = [one for one in axes if _slices(one)]
    require(bool(found), function, given, "the figure shows no image")
    for one in found:
        bare = len(_slices(one)) == 1 and not one.lines and not one.collections
        require(bare, function, given, "something is drawn over an image")
    return found


def _slices(axes):
    return [one for one in axes.images if np.ndim(one.get_array()) == 2]


def panel_values(panel):
    """Return the values that a panel shows.

    Parameters
    ----------
    panel : matplotlib.axes.Axes
        One of `panels`.

    Returns
    -------
    2D float array
        0 where the picture is masked or not finite.
    """
    values = np.ma.filled(np.ma.asarray(_slices(panel)[0].get_array()).astype(float), 0)
    return np.nan_to_num(values, nan=0, posinf=0, neginf=0)


def texts(figure):
    """Return all titles and texts of a figure.

    Parameters
    ----------
    figure : matplotlib.figure.Figure

    Returns
    -------
    list of str
    """
    found = [figure.get_suptitle(), *(one.get_text() for one in figure.texts)]
    for axes in figure.axes:
        found += [axes.get_title(loc=side) for side in ("center", "left", "right")]
        found += [one.get_text() for one in axes.texts]
    return [text for text in found if text]


def page_pictures(path):
    """Return the PNG pictures inside an HTML page, such as the one of nilearn's viewer.

    Parameters
    ----------
    path : path
        The page; it may be wrapped in an iframe.

    Returns
    -------
    dict of str to (height, width, 4) float array
        RGBA between 0 and 1, under the picture's alt text; empty where the page holds none.
    """
    page = html.unescape(Path(path).read_text(encoding="utf-8", errors="replace"))
    found = re.findall(r'data:image/png;base64,([^"]+)"\s+alt="(\w+)"', page)
    return {name: plt.imread(io.BytesIO(base64.b64decode(code))) for code, name in found}
