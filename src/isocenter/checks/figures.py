"""What a student's figure shows, read from its Axes without drawing it."""

import numpy as np

from isocenter.checks.expectations import _describe, _numbers, require


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
    came = f"{_describe(axes)} came, where Axes were wanted"
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
    came = f"{_describe(axes)} came, where Axes were wanted"
    require(hasattr(axes, "get_lines"), function, given, came)
    lines = [(line.get_xdata(), line.get_ydata()) for line in axes.get_lines()]
    clouds = [np.transpose(points.get_offsets()) for points in axes.collections]
    found = [(_numbers(x), _numbers(y)) for x, y in lines + clouds]
    return [(x, y) for x, y in found if x is not None and y is not None]
