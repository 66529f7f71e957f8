"""What a student's figure shows, read without drawing it, and the pictures inside a page."""

import base64
import html
import io
import re
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

from isocenter.checks.expectations import describe, real_numbers, require


def picture(axes, function, given):
    """Return the last picture of an Axes as a viewer sees it.

    Reads what ``imshow``, ``matshow`` and ``pcolormesh`` leave behind, with the colours, the
    origin, the extent and the directions of the axes that were chosen.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        What the student's function returned.
    function : function or str
        What was called.
    given : str
        The kind of input in words.

    Returns
    -------
    levels : (rows, columns) float array
        Grey levels, 0 for the darkest and 1 for the lightest; rows go up, columns to the right.
    ratio : float
        Width of one pixel of the picture on the page over its height.

    Raises
    ------
    AssertionError
        There is no picture, or it is not grey.
    """
    came = f"{describe(axes)} came, where Axes were wanted"
    require(hasattr(axes, "get_images"), function, given, came)
    meshes = [drawn for drawn in axes.collections if hasattr(drawn, "get_coordinates")]
    pictures = [*meshes, *axes.get_images()]
    require(bool(pictures), function, given, "there is no picture in the Axes")
    drawn = pictures[-1]
    values = drawn.get_array()
    if hasattr(drawn, "get_extent"):
        left, right, bottom, top = drawn.get_extent()
        values = values if drawn.origin == "lower" else values[::-1]
    else:
        corners = drawn.get_coordinates()
        (left, bottom), (right, top) = corners[0, 0], corners[-1, -1]
        values = values.reshape(corners.shape[0] - 1, corners.shape[1] - 1)
    (x_start, x_stop), (y_start, y_stop) = axes.get_xlim(), axes.get_ylim()
    values = values[:, ::-1] if (right - left) * (x_stop - x_start) < 0 else values
    values = values[::-1] if (top - bottom) * (y_stop - y_start) < 0 else values

    colours = np.asarray(drawn.to_rgba(values), dtype=float)[..., :3]
    require(np.ptp(colours, axis=-1).max() < 0.05, function, given, "the picture is not grey")
    levels = colours.mean(axis=-1)
    rows, columns = levels.shape
    levels = (levels - levels.min()) / (np.ptp(levels) or 1)

    aspect = axes.get_aspect()
    if aspect == "auto":  # the Axes' own box decides
        width, height = axes.get_position().size * axes.get_figure().get_size_inches()
        box = axes.get_box_aspect() or height / width
        aspect = box * abs((x_stop - x_start) / (y_stop - y_start))
    return levels, abs((right - left) / columns) / abs((top - bottom) / rows * aspect)


def curves(axes, function, given):
    """Return what a student plotted on an Axes, by ``plot`` or by ``scatter``.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        What the student's function returned.
    function : function or str
        What was called.
    given : str
        The kind of input in words.

    Returns
    -------
    list of pairs of (n,) float arrays
        The x and y data of each line, then of each cloud of points; what is not drawn at
        numbers, but at dates or categories, is left out.

    Raises
    ------
    AssertionError
        Something else than Axes came.
    """
    came = f"{describe(axes)} came, where Axes were wanted"
    require(hasattr(axes, "get_lines"), function, given, came)
    lines = [(line.get_xdata(), line.get_ydata()) for line in axes.get_lines()]
    clouds = [np.transpose(points.get_offsets()) for points in axes.collections]
    found = [(real_numbers(x), real_numbers(y)) for x, y in lines + clouds]
    return [(x, y) for x, y in found if x is not None and y is not None]


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
        f"{describe(figure)} came, where a matplotlib Figure was wanted",
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
