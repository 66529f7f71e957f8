"""Small images of the same head, each with one trait of its header to meet.

Each function takes the subject and gives an image whose file stays below 60 kB.
"""

from __future__ import annotations

import numpy as np

from isocenter.images import bold
from isocenter.images.anatomy import T1, Head
from isocenter.images.fields import rotation, transform, voxel_centres
from isocenter.images.nifti import Stored, grid, quantise, rician, stored
from isocenter.images.t1 import NATIVE_TO_MNI


def epi_msec(head: Head) -> Stored:
    """Eight EPI volumes whose step of 2400 is said to be in milliseconds."""
    shape = (16, 17, 9)
    affine = grid("LAS", (9.0, 9.5, 10.0), rotation(x=-0.16), (2.6, -6.5, 4.0), shape)
    series = bold.run(head, shape, affine, 8, seed=301)
    return stored(series, sform=(affine, 1), qform=(affine, 1), units=("mm", "msec"), step=2400.0)


def scaled_int16(head: Head) -> Stored:
    """Oblique RAS in scanner space; intensity = 0.0173 × stored + 12.5."""
    shape, scaling = (26, 31, 24), (0.0173, 12.5)
    affine = grid("RAS", (6.0, 6.0, 7.5), rotation(x=0.3, z=-0.2), (1.0, -7.0, 2.0), shape)
    image = _scan(head, shape, affine, 302)
    return stored(
        quantise(image * 0.5, "int16", scaling),
        sform=(affine, 1),
        qform=(affine, 1),
        units=("mm", "sec"),
        scaling=scaling,
    )


def qform_only(head: Head) -> Stored:
    """Say the frame by the quaternion alone: sform code 0, its rows empty; oblique LPS."""
    shape = (24, 28, 20)
    affine = grid("LPS", (7.0, 7.0, 8.0), rotation(x=-0.25, y=0.1), (0.0, -6.0, 3.0), shape)
    image = _scan(head, shape, affine, 303)
    return stored(quantise(image, "int16"), sform=(None, 0), qform=(affine, 1))


def two_frames(head: Head) -> Stored:
    """Where the scanner saw it in the qform (1), where the template has it in the sform (4)."""
    shape = (27, 22, 21)
    scanner = grid("PSR", (7.5, 7.5, 8.0), rotation(x=0.12, z=0.1), (1.5, -6.0, 2.0), shape)
    image = _scan(head, shape, scanner, 304)
    mni = np.stack([*_product(NATIVE_TO_MNI, scanner), [0, 0, 0, 1]])
    return stored(quantise(image, "int16"), sform=(mni, 4), qform=(scanner, 1))


def no_frame(head: Head) -> Stored:
    """Voxel sizes and nothing else: both codes 0."""
    shape, zooms = (26, 30, 19), (6.5, 6.5, 8.0)
    affine = grid("LAS", zooms, np.eye(3), (1.0, -7.0, 3.0), shape)
    image = _scan(head, shape, affine, 305)
    return stored(quantise(image, "int16"), sform=(None, 0), qform=(None, 0), zooms=zooms)


def big_endian(head: Head) -> Stored:
    """float32 with the most significant byte first, as old workstations wrote it."""
    shape = (22, 25, 20)
    affine = grid("LAS", (8.0, 8.0, 8.0), rotation(y=0.08), (1.0, -7.0, 4.0), shape)
    image = np.round(_scan(head, shape, affine, 306), 3)
    return stored(image.astype(">f4"), sform=(affine, 1), qform=(affine, 1))


def displacement_5d(head: Head) -> Stored:
    """Give a vector a voxel: how the template was warped into this head, in mm RAS."""
    shape = (17, 20, 13)
    affine = grid("RAS", (10.0, 10.0, 12.0), np.eye(3), (0.0, -17.0, 8.0), shape)
    vectors = head.displacement(voxel_centres(shape, affine))
    array = np.moveaxis(np.round(vectors, 4), 0, -1)[:, :, :, np.newaxis]
    return stored(array.astype("<f4"), sform=(affine, 4), qform=(affine, 4), intent=(1007, "warp"))


def micron(head: Head) -> Stored:
    """Cut a block from the left hemisphere, its grid measured in micrometres."""
    shape = (30, 28, 24)
    affine = grid("RAS", (1500.0, 1500.0, 2000.0), np.eye(3), (-34e3, -22e3, 38e3), shape)
    to_mm = np.diag([1e-3, 1e-3, 1e-3, 1.0])
    image = _scan(head, shape, np.stack([*_product(to_mm, affine), [0, 0, 0, 1]]), 307)
    return stored(
        quantise(image, "int16"), sform=(affine, 2), qform=(affine, 2), units=("micron", "unknown")
    )


def unscaled_uint8(head: Head) -> Stored:
    """Slope 0: by the standard, stored values are the values."""
    shape = (28, 33, 26)
    affine = grid("LAS", (6.0, 6.0, 6.5), np.eye(3), (0.0, -15.0, 8.0), shape)
    points = voxel_centres(shape, affine)
    image = rician(_smooth(head, points, 6), 10.0, np.random.default_rng(308))
    return stored(
        quantise(image * 0.25, "uint8"), sform=(affine, 4), qform=(affine, 4), scaling=(0.0, 0.0)
    )


def _product(a, b):
    """Rows of a @ b for affines, without BLAS."""
    return [[sum(a[i][k] * b[k][j] for k in range(4)) for j in range(4)] for i in range(3)]


def _scan(head, shape, affine, seed):
    """Scan the head in scanner space on a coarse grid."""
    points = transform(NATIVE_TO_MNI, voxel_centres(shape, affine))
    width = float(np.sqrt((affine[:3, 0] ** 2).sum()))
    return rician(_smooth(head, points, width), 9.0, np.random.default_rng(seed))


def _smooth(head, points, width):
    """Mean over eight parts of each voxel, so that thick voxels blur instead of skipping."""
    total = np.zeros(points.shape[1:])
    for corner in np.ndindex(2, 2, 2):
        offset = (np.reshape(corner, (3, 1, 1, 1)) - 0.5) * width / 2
        total += head.render(points + offset, T1)
    return total / 8
