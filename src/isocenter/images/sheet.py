"""Contact sheets: an image at a glance."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import nibabel as nib
import numpy as np
from matplotlib.figure import Figure

from isocenter.errors import DataError
from isocenter.images import store
from isocenter.images.catalogue import NAMES

_COLUMNS = 8
# Row: the axis cut across, then those drawn to the right and upwards, after going to RAS.
_ROWS = (("axial", 2, 0, 1), ("coronal", 1, 0, 2), ("sagittal", 0, 1, 2))
_ENDS = (("L", "R"), ("P", "A"), ("I", "S"))
_TO_MM = {"meter": 1e3, "mm": 1.0, "micron": 1e-3, "unknown": 1.0}


def contact_sheet(path: Path) -> Figure:
    """Draw eight axial, coronal and sagittal slices of an image.

    Slices run along the voxel axes closest to S, A and R, and are drawn in neurological
    display: the patient's left on the left. Titles give the mm position of each slice's
    centre. A series is shown by its mean over time and a plot of its mean signal, a vector
    image by the vectors' lengths.

    Parameters
    ----------
    path : Path
        A 3D, 4D or 5D NIfTI file.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    DataError
        The file is missing, broken, or has fewer than three axes.
    """
    path = Path(path)
    store.load(path)
    image = nib.load(path)
    if image.ndim < 3:
        raise DataError(f"{path.name} has {image.ndim} axes: a contact sheet needs three.")
    volume, series, kind = _still(image)
    canonical = nib.as_closest_canonical(nib.Nifti1Image(volume, image.affine))
    figure = Figure(figsize=(16, 8.2 if series is not None else 7), layout="constrained")
    rows = (
        figure.subfigures(4, 1, height_ratios=(2, 1.6, 1.6, 1.1))
        if series is not None
        else (figure.subfigures(3, 1, height_ratios=(2, 1.6, 1.6)))
    )
    known = int(image.header["sform_code"]) > 0 or int(image.header["qform_code"]) > 0
    unit = _TO_MM[image.header.get_xyzt_units()[0]]
    for row, layout in zip(rows, _ROWS, strict=False):
        _draw_row(row, canonical, layout, unit, known)
    display = "neurological display: left is left" if known else "no frame: sides are unknown"
    figure.suptitle(f"{path.name}   {image.shape} {image.get_data_dtype()}   {kind}{display}")
    if series is not None:
        axes = rows[3].subplots()
        axes.plot(series, color="0.2", linewidth=1)
        axes.set(xlabel="volume", ylabel="mean signal", xlim=(0, max(len(series) - 1, 1)))
    return figure


def contact_sheets(folder: Path, out_folder: Path, names: Iterable[str] = NAMES) -> list[Path]:
    """Save the contact sheet of each image in a folder as a PNG file.

    Parameters
    ----------
    folder : Path
        As filled by `build`.
    out_folder : Path
        Made if it is not there.
    names : iterable of str
        Which files; by default all of the course.

    Returns
    -------
    list of Path
        The pages, named as the images.

    Raises
    ------
    DataError
        An image is missing or broken.
    """
    out_folder = Path(out_folder)
    out_folder.mkdir(parents=True, exist_ok=True)
    pages = []
    for name in names:
        page = out_folder / f"{name.removesuffix('.gz').removesuffix('.nii')}.png"
        contact_sheet(Path(folder) / name).savefig(page, dpi=80)
        pages.append(page)
    return pages


def _still(image):
    """One volume for the image, its mean signal over time or None, and a word on it."""
    values = image.get_fdata(caching="unchanged")
    if values.ndim == 3:
        return values, None, ""
    if int(image.header["intent_code"]) in (1006, 1007):
        return np.sqrt((values**2).sum(axis=-1))[:, :, :, 0], None, "length of vectors, "
    values = values.reshape(*values.shape[:3], -1)
    mean = values.mean(axis=-1)
    inside = mean > 0.5 * np.percentile(mean, 98)
    return mean, values[inside].mean(axis=0), "mean over time, "


def _draw_row(row, image, layout, unit, known):
    plane, across, right, up = layout
    values, affine = image.get_fdata(), image.affine
    zooms = np.sqrt((affine[:3, :3] ** 2).sum(axis=0))
    low, high, colours = _window(values)
    panels = row.subplots(1, _COLUMNS)
    middle = (np.array(values.shape) - 1) / 2
    oblique = np.count_nonzero(np.abs(affine[:3, :3]) > 1e-6) > 3
    for axes, k in zip(panels, _slices(values, across, high), strict=True):
        centre = middle.copy()
        centre[across] = k
        mm = (affine[:3, :3] @ centre + affine[:3, 3])[across] * unit
        axes.imshow(
            np.take(values, k, axis=across).T,
            origin="lower",
            cmap=colours,
            vmin=low,
            vmax=high,
            aspect=zooms[up] / zooms[right],
        )
        axes.set_title(f"{'xyz'[across]} {'≈' if oblique else '='} {round(mm)} mm", fontsize=9)
        axes.set_xticks([])
        axes.set_yticks([])
        if known:
            for at, letter in zip((0.02, 0.98), _ENDS[right], strict=True):
                axes.text(
                    at,
                    0.98,
                    letter,
                    transform=axes.transAxes,
                    color="gold",
                    fontsize=9,
                    ha="left" if at < 0.5 else "right",
                    va="top",
                )
    panels[0].set_ylabel(plane)


def _slices(values, across, high):
    """Eight indices spread over what there is to see along an axis."""
    others = tuple(axis for axis in range(3) if axis != across)
    shown = np.flatnonzero((np.abs(values) > 0.2 * high).any(axis=others))
    first, last = (shown[0], shown[-1]) if len(shown) else (0, values.shape[across] - 1)
    margin = 0.06 * (last - first)
    return [round(k) for k in np.linspace(first + margin, last - margin, _COLUMNS)]


def _window(values):
    """Grey from dark to light, or two colours about 0 where values have two signs."""
    low, high = np.percentile(values[np.isfinite(values)], (2, 99.7))
    if low < -0.1 * abs(high):
        return -max(high, -low), max(high, -low), "RdBu_r"
    return min(low, 0), high if high > 0 else values.max(), "gray"
