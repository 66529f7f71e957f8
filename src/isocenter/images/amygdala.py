"""The amygdalae as a probabilistic atlas has them."""

from __future__ import annotations

import numpy as np

from isocenter.images.anatomy import Head
from isocenter.images.fields import rotation, smooth_noise, voxel_centres
from isocenter.images.nifti import Stored, quantise, stored

SHAPE = (91, 109, 91)
AFFINE = np.array([[-2.0, 0, 0, 90], [0, 2.0, 0, -126], [0, 0, 2.0, -72], [0, 0, 0, 1]])

# Centre and half-axes in MNI mm, side. What lies in white matter or fluid is cut off, so the
# mask's centres of mass come to lie at about (-22.9, -4.8, -18.7) and (23.7, -4.2, -18.5).
_ALMONDS = (
    ((-22.2, -4.0, -18.6), (8.6, 9.6, 8.4), -1),
    ((23.0, -3.3, -18.6), (9.0, 10.2, 8.8), 1),
)


def mask(head: Head) -> Stored:
    """Simulate `FSL_BAmyg_thr0.nii.gz`.

    Parameters
    ----------
    head : Head
        The subject; the mask stays within its grey matter.

    Returns
    -------
    Stored
        (91, 109, 91) uint8, percent, 2 mm, LAS, MNI mm; two almonds, the right one larger.
    """
    points = voxel_centres(SHAPE, AFFINE)
    grey = head.probability("gm", points)
    percent = np.zeros(SHAPE)
    for centre, axes, side in _ALMONDS:
        x, y, z = points - np.reshape(centre, (3, 1, 1, 1))
        turn = rotation(x=-0.45, y=0.2 * side, z=0.3 * side)
        a, b, c = (row[0] * x + row[1] * y + row[2] * z for row in turn.T)
        r = np.sqrt((a / axes[0]) ** 2 + (b / axes[1]) ** 2 + (c / axes[2]) ** 2)
        r = r + 0.06 * smooth_noise(50 + side, 6).at(points)
        percent = np.maximum(percent, 100 * np.clip(1.25 * (1 - r), 0, 1))
    percent *= grey > 0.45
    return stored(quantise(percent, "uint8"), sform=(AFFINE, 4), qform=(AFFINE, 4))
