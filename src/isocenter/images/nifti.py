"""NIfTI-1 headers with every field said, and what the course's scans share."""

from __future__ import annotations

from dataclasses import dataclass

import nibabel as nib
import numpy as np


@dataclass(frozen=True)
class Stored:
    """An image as its file holds it.

    Attributes
    ----------
    header : nibabel.Nifti1Header
        With scl_slope and scl_inter, which nibabel would blank.
    array : array
        Stored values, not yet scaled.
    """

    header: nib.Nifti1Header
    array: np.ndarray


def stored(
    array: np.ndarray,
    *,
    sform: tuple[np.ndarray | None, int],
    qform: tuple[np.ndarray | None, int],
    units: tuple[str, str] = ("mm", "unknown"),
    step: float | None = None,
    scaling: tuple[float, float] = (1.0, 0.0),
    intent: tuple[int, str] = (0, ""),
    time_axis: int = 4,
    zooms: tuple[float, ...] | None = None,
) -> Stored:
    """Describe an array by a header.

    Parameters
    ----------
    array : array
        As it will be stored, in the byte order of its dtype.
    sform, qform : (affine, code)
        (4, 4) affine, or None where the code is 0. A qform has no shear.
    units : (str, str)
        Of space and time, in nibabel's words.
    step : float, optional
        Written to pixdim[time_axis], in the units of time.
    scaling : (float, float)
        Slope and intercept; both are stored as float32.
    intent : (int, str)
        Code and name.
    time_axis : int
        The entry of pixdim that holds `step`.
    zooms : (3,) float, optional
        For an image without a qform affine.

    Returns
    -------
    Stored
    """
    endianness = ">" if array.dtype.byteorder == ">" else "<"
    header = nib.Nifti1Header(endianness=endianness)
    header.set_data_dtype(array.dtype)
    header.set_data_shape(array.shape)
    header.set_xyzt_units(*units)
    header["pixdim"][4:8] = 1.0 if array.ndim > 3 else 0.0
    if zooms is not None:
        header["pixdim"][1:4] = zooms
    if qform[0] is not None:
        header.set_qform(qform[0], qform[1])
        for field in ("quatern_b", "quatern_c", "quatern_d"):
            # The decomposition leaves ±1e-17 for 0, not the same on each processor. What is not
            # near 0 keeps every digit: a quaternion longer than 1 is an error.
            header[field] = 0.0 if abs(header[field]) < 1e-7 else header[field]
        header["pixdim"][1:4] = np.round(header["pixdim"][1:4], 5)
    header["qform_code"] = qform[1]
    if sform[0] is not None:
        header.set_sform(np.round(sform[0], 6) + 0.0, sform[1])
    if step is not None:
        header["pixdim"][time_axis] = step
    header["scl_slope"], header["scl_inter"] = scaling
    header["intent_code"] = intent[0]
    header["intent_name"] = intent[1].encode()
    header["vox_offset"] = 352
    return Stored(header, array)


def quantise(values: np.ndarray, dtype: str, scaling: tuple[float, float] = (1.0, 0.0)):
    """Round to the stored integers of a slope and an intercept.

    Values are first rounded to a millionth of a step, which hides what differs between
    processors in the last bits.

    Parameters
    ----------
    values : array
        In the image's units.
    dtype : str
        An integer dtype; values beyond its range are clipped.
    scaling : (float, float)
        Slope and intercept.

    Returns
    -------
    array of `dtype`
    """
    slope, inter = (float(np.float32(s)) for s in scaling)
    limits = np.iinfo(dtype)
    steps = np.rint(np.round((values - inter) / slope, 6))
    return np.clip(steps, limits.min, limits.max).astype(dtype)


def rician(signal: np.ndarray, sigma: float, rng: np.random.Generator) -> np.ndarray:
    """Add the noise of a magnitude image: the length of a complex signal with Gaussian noise.

    Parameters
    ----------
    signal : array
        Without noise, 0 or above.
    sigma : float
        Standard deviation in each channel; the background's mean is sigma * sqrt(pi / 2).
    rng : numpy.random.Generator
        Source of the noise.

    Returns
    -------
    array of the signal's shape
    """
    real = signal + sigma * rng.standard_normal(signal.shape)
    imaginary = sigma * rng.standard_normal(signal.shape)
    return np.sqrt(real * real + imaginary * imaginary)


def grid(axes: str, zooms, turn: np.ndarray, centre, shape) -> np.ndarray:
    """Build an affine from what a radiographer chooses.

    Parameters
    ----------
    axes : str
        Where each voxel axis points before it is turned, as 'LAS'.
    zooms : (3,) float, mm
        Voxel sizes.
    turn : (3, 3) array
        Rotation in world RAS.
    centre : (3,) float, mm
        World position of the grid's centre.
    shape : (3,) int
        Number of voxels.

    Returns
    -------
    (4, 4) float64 array
    """
    affine = np.eye(4)
    for column, (letter, zoom, n) in enumerate(zip(axes, zooms, shape[:3], strict=True)):
        row, sign = {
            "R": (0, 1),
            "L": (0, -1),
            "A": (1, 1),
            "P": (1, -1),
            "S": (2, 1),
            "I": (2, -1),
        }[letter]
        affine[:3, column] = sign * zoom * turn[:, row]
        if column == 0:
            affine[:3, 3] = centre
        affine[:3, 3] -= (n - 1) / 2 * affine[:3, column]
    return np.round(affine, 6) + 0.0
