"""The two T1 images: normalized and defaced, and native with a capsule on the temple."""

from __future__ import annotations

import numpy as np

from isocenter.images.anatomy import T1, Head
from isocenter.images.fields import rotation, smooth_noise, soft, transform, voxel_centres
from isocenter.images.nifti import Stored, grid, quantise, rician, stored

NORMALIZED_SHAPE = (95, 118, 99)
NORMALIZED_AFFINE = np.array([[-2.0, 0, 0, 94], [0, 2.0, 0, -130], [0, 0, 2.0, -90], [0, 0, 0, 1]])
#: 2048 steps below zero lie at intensity 0 exactly.
NORMALIZED_SCALING = (0.1173, float(np.float32(0.1173)) * 2048)

# Where the scanner saw the head: native RAS mm to the subject's MNI mm. The head is smaller
# than the template and lies a little crooked.
_POSE = rotation(x=0.09, y=-0.05, z=0.07)
NATIVE_TO_MNI = np.eye(4)
NATIVE_TO_MNI[:3, :3] = np.round(_POSE * np.array([1.06, 1.04, 1.07]), 6)
NATIVE_TO_MNI[:3, 3] = (-2.6, -9.0, 7.5)

NATIVE_SHAPE = (112, 100, 84)
NATIVE_AFFINE = grid(
    "PSR", (2.0, 2.0, 2.2), rotation(x=0.05, z=0.08), (1.5, -6.0, -9.0), NATIVE_SHAPE
)
#: Right temple, in MNI mm, outside the skin.
CAPSULE = (84.5, 20.0, -2.0)


def normalized(head: Head) -> Stored:
    """Simulate `normalized_T1_anat_defaced.nii.gz`.

    Parameters
    ----------
    head : Head
        The subject.

    Returns
    -------
    Stored
        (95, 118, 99) int16, 2 mm, LAS, MNI mm; the face is exactly 0.
    """
    points = voxel_centres(NORMALIZED_SHAPE, NORMALIZED_AFFINE)
    rng = np.random.default_rng(101)
    image = rician(head.render(points, T1) * bias(points, 41), 9.0, rng)
    image[_face(points)] = 0.0
    return stored(
        quantise(image, "int16", NORMALIZED_SCALING),
        sform=(NORMALIZED_AFFINE, 4),
        qform=(NORMALIZED_AFFINE, 4),
        scaling=NORMALIZED_SCALING,
    )


def native(head: Head) -> Stored:
    """Simulate `phantom_capsule_T1.nii.gz`.

    Parameters
    ----------
    head : Head
        The subject.

    Returns
    -------
    Stored
        (112, 100, 84) int16, 2 × 2 × 2.2 mm, oblique PSR as from a sagittal series, scanner
        mm; a vitamin E capsule is taped to the right temple.
    """
    scanner = voxel_centres(NATIVE_SHAPE, NATIVE_AFFINE)
    points = transform(NATIVE_TO_MNI, scanner)
    image = head.render(points, T1)
    x, y, z = points - np.reshape(CAPSULE, (3, 1, 1, 1))
    capsule = np.sqrt(x * x + np.maximum(np.abs(z) - 5, 0) ** 2 + y * y) - 4.2
    image += soft(-capsule, 2) * (900.0 - image)
    image = rician(image * bias(points, 42), 8.0, np.random.default_rng(102))
    image[_face(points)] = 0.0
    return stored(quantise(image, "int16"), sform=(NATIVE_AFFINE, 1), qform=(NATIVE_AFFINE, 1))


def bias(points: np.ndarray, seed: int) -> np.ndarray:
    """Receive coil: brighter at the back and towards the surface, some 10 %.

    Parameters
    ----------
    points : (3, ...) array, mm
        In the subject's MNI space.
    seed : int
        Of the irregular part.

    Returns
    -------
    (...) array, about 1
    """
    x, y, z = (c / 100 for c in points)
    smooth = 0.10 * (x * x + (y + 0.2) ** 2 + z * z - 0.4) - 0.05 * y + 0.03 * x - 0.04 * z
    return 1 + np.clip(smooth, -0.3, 0.3) + 0.02 * smooth_noise(seed, 45).at(points)


def _face(points: np.ndarray) -> np.ndarray:
    """Points that a defacing tool blanks: all in front of a plane from brow to jaw."""
    _, y, z = points
    return (y > 79 + 1.15 * (z + 6)) & (z < 4)
