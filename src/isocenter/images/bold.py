"""A functional run: EPI of the same head, and what changes it over five minutes."""

from __future__ import annotations

import math

import numpy as np

from isocenter.images.anatomy import T2_STAR, Head
from isocenter.images.fields import rotation, smooth_noise, soft, transform, voxel_centres
from isocenter.images.nifti import Stored, grid, quantise, rician, stored
from isocenter.images.t1 import NATIVE_TO_MNI, bias

SHAPE = (44, 52, 32)
VOLUMES = 128
TR = 2.4
AFFINE = grid("LAS", (4.0, 4.0, 4.4), rotation(x=-0.16, y=0.03, z=0.06), (2.6, -6.5, 4.0), SHAPE)

#: Intensity of grey matter, before the coil's bias.
_GREY = 3891.0
_SIGMA = 32.0

# Where air beside the brain dephases the signal: centre and width in MNI mm, strength.
_DROPOUT = (
    ((0, 40, -26), (20, 24, 13), 2.2),
    ((54, -18, -34), (17, 22, 12), 1.7),
    ((-53, -20, -35), (17, 22, 12), 1.5),
)
# Region: centre and width in MNI mm, then the conditions it answers to.
_REGIONS = (
    ((11, -92, 2), (14, 10, 14), ("checkerboard", "see")),
    ((-9, -94, 0), (14, 10, 14), ("checkerboard", "see")),
    ((56, -18, 6), (10, 14, 9), ("hear",)),
    ((-54, -22, 7), (10, 14, 9), ("hear",)),
    ((38, -22, 56), (9, 9, 10), ("left hand",)),
    ((-38, -24, 56), (9, 9, 10), ("right hand",)),
    ((-54, -36, 0), (10, 15, 9), ("sentence",)),
    ((-34, -56, 46), (10, 12, 10), ("compute",)),
)
# The localizer's ten conditions, as what a subject does in each.
_CONDITIONS = (
    ("hear", "compute"),
    ("hear", "left hand"),
    ("hear", "right hand"),
    ("hear", "sentence"),
    ("see", "compute"),
    ("see", "left hand"),
    ("see", "right hand"),
    ("see", "sentence"),
    ("checkerboard",),
    ("checkerboard",),
)


def raw(head: Head) -> Stored:
    """Simulate `raw_fMRI_raw_bold.nii.gz`.

    Parameters
    ----------
    head : Head
        The subject, in the pose of the native T1.

    Returns
    -------
    Stored
        (44, 52, 32, 1, 128) int16, 4 × 4 × 4.4 mm, oblique LAS, scanner mm; the repetition
        time of 2.4 s stands in pixdim[5], as some old software wrote it.
    """
    series = run(head, SHAPE, AFFINE, VOLUMES, seed=201)
    return stored(
        series[:, :, :, np.newaxis],
        sform=(AFFINE, 1),
        qform=(AFFINE, 1),
        units=("mm", "sec"),
        step=TR,
        time_axis=5,
    )


def run(head: Head, shape, affine: np.ndarray, volumes: int, seed: int) -> np.ndarray:
    """Simulate a run.

    Parameters
    ----------
    head : Head
        The subject.
    shape : (3,) tuple of int
        Voxels.
    affine : (4, 4) array
        Voxels to scanner RAS mm.
    volumes : int
        Of 2.4 s each.
    seed : int
        Of thermal and physiological noise.

    Returns
    -------
    (x, y, z, t) int16 array
    """
    rng = np.random.default_rng(seed)
    points = transform(NATIVE_TO_MNI, voxel_centres(shape, affine))
    still = baseline(head, shape, affine)
    changes = [
        *_drift(points, volumes),
        *_slow_noise(points, volumes, rng),
        *_breathing(points, volumes, rng),
        *_task(head.probability("gm", points), points, volumes),
    ]
    moves = _motion(still, volumes, rng)
    series = np.empty((*shape, volumes), dtype="<i2", order="F")
    for t in range(volumes):
        volume = still.copy()
        for where, course in changes:
            volume += still * where * course[t]
        for where, course in moves:
            volume += where * course[t]
        series[..., t] = quantise(rician(np.maximum(volume, 0), _SIGMA, rng), "int16")
    return series


def baseline(head: Head, shape, affine: np.ndarray) -> np.ndarray:
    """Take the mean EPI signal without noise, each voxel the mean of eight parts.

    Parameters
    ----------
    head : Head
        The subject.
    shape : (3,) tuple of int
        Voxels.
    affine : (4, 4) array
        Voxels to scanner RAS mm.

    Returns
    -------
    (x, y, z) float64 array
    """
    total = np.zeros(shape)
    index = np.indices(shape, dtype=float)
    for corner in np.ndindex(2, 2, 2):
        part = index + np.reshape(corner, (3, 1, 1, 1)) / 2 - 0.25
        total += head.render(transform(NATIVE_TO_MNI, transform(affine, part)), T2_STAR)
    points = transform(NATIVE_TO_MNI, transform(affine, index))
    loss = sum(strength * _blob(points, c, w) for c, w, strength in _DROPOUT)
    # Less homogeneous towards the neck: everything there is a little darker.
    loss += 0.14 * soft(-points[2] - 30, 50)
    image = total / 8 * _GREY * np.exp(-loss) * bias(points, 43)
    # Odd and even lines do not quite agree: a ghost half a field of view away.
    return image + 0.015 * np.roll(image, shape[1] // 2, axis=1)


def _blob(points, centre, width):
    return np.exp(
        -0.5 * sum(((p - c) / w) ** 2 for p, c, w in zip(points, centre, width, strict=True))
    )


def _drift(points, volumes):
    """About -1 % over 128 volumes, with slow wiggles, not the same everywhere."""
    t = np.arange(volumes) * TR
    whole = VOLUMES * TR
    line = 0.5 - t / whole
    wiggle = 0.16 * np.sin(2 * math.pi * t / 151 + 0.6) + 0.08 * np.sin(2 * math.pi * t / 67)
    yield 0.0085 * (1 + 0.35 * smooth_noise(61, 30).at(points)), line
    yield 0.009 * (1 + 0.30 * smooth_noise(62, 24).at(points)), wiggle


def _slow_noise(points, volumes, rng):
    """Neural and vascular fluctuations: smooth in space, a decaying memory in time."""
    for number in range(8):
        course = np.zeros(volumes)
        last = 0.0
        for t, kick in enumerate(rng.standard_normal(volumes)):
            last = 0.8 * last + 0.6 * kick
            course[t] = last
        yield 0.0022 * smooth_noise(70 + number, 14).at(points), course


def _breathing(points, volumes, rng):
    """Breathing, every 3.7 s or so: faster than two volumes, it shows as a slower wave."""
    rate = 0.27 + 0.02 * np.cumsum(rng.standard_normal(volumes)) / math.sqrt(volumes)
    phase = np.cumsum(2 * math.pi * rate * TR)
    low = np.clip(1.2 - points[2] / 80, 0.3, 2.5)
    yield 0.0013 * low, np.sin(phase)


def _motion(still, volumes, rng):
    """Six slow rigid motions to first order: the signal's gradient times the displacement."""
    gradients = gx, gy, gz = np.gradient(still)
    index = np.indices(still.shape, dtype=float)
    x, y, z = (i - (n - 1) / 2 for i, n in zip(index, still.shape, strict=True))
    turns = (gz * y - gy * z, gx * z - gz * x, gy * x - gx * y)
    t = np.arange(volumes)
    for where, size in [(g, 0.022) for g in gradients] + [(g, 0.0009) for g in turns]:
        walk = np.cumsum(rng.standard_normal(volumes)) / math.sqrt(VOLUMES)
        # One swallow.
        walk += 1.2 * rng.standard_normal() * np.exp(-0.5 * ((t - 83) / 1.2) ** 2)
        yield where, size * walk


def _task(grey, points, volumes):
    """Responses of grey matter to eighty short events."""
    rng = np.random.default_rng(202)
    order = rng.permutation(np.repeat(np.arange(len(_CONDITIONS)), 8))
    onsets = 3.75 * np.arange(len(order)) + rng.uniform(0, 1.5, len(order))
    t = np.arange(volumes) * TR
    for centre, width, doing in _REGIONS:
        course = np.zeros(volumes)
        for condition, onset in zip(order, onsets, strict=True):
            if set(doing) & set(_CONDITIONS[condition]):
                course += _response(t - onset)
        yield 0.016 * grey * _blob(points, centre, width), course - course.mean()


def _response(t):
    """Haemodynamic response, seconds after an event: a peak of 1 near 5 s, an undershoot."""
    t = np.maximum(t, 0)
    rise = t**5 * np.exp(-t) / math.factorial(5)
    fall = t**15 * np.exp(-t) / math.factorial(15)
    return (rise - fall / 6) / 0.1754
