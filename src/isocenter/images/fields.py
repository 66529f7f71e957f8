"""Scalar fields on regular grids: smooth noise, distances, soft edges, sampling."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy import ndimage


@dataclass(frozen=True)
class Field:
    """A sampled function of position on an axis-aligned grid.

    Attributes
    ----------
    values : (x, y, z) array
        The samples.
    origin : (3,) tuple of float, mm
        Position of sample (0, 0, 0).
    step : float, mm
        Distance between samples, the same along each axis.
    """

    values: np.ndarray
    origin: tuple[float, float, float]
    step: float

    def at(self, points: np.ndarray, outside: str = "nearest") -> np.ndarray:
        """Sample linearly.

        Parameters
        ----------
        points : (3, ...) array, mm
            Positions in the frame of `origin`.
        outside : {'nearest', 'constant'}
            Beyond the grid: the nearest sample, or 0.

        Returns
        -------
        (...) float64 array
        """
        shape = (3,) + (1,) * (points.ndim - 1)
        index = (points - np.reshape(self.origin, shape)) / self.step
        return ndimage.map_coordinates(
            self.values, index, order=1, mode=outside, cval=0.0, output=np.float64
        )


def smooth_noise(seed: int, scale: float, low=(-112, -148, -124), high=(112, 128, 128)) -> Field:
    """Draw Gaussian noise with a correlation length.

    Parameters
    ----------
    seed : int
        Of numpy's PCG64.
    scale : float, mm
        Standard deviation of the Gaussian that smooths white noise.
    low, high : (3,) sequence of float, mm
        Corners of the region.

    Returns
    -------
    Field
        Mean near 0, standard deviation 1.
    """
    step = max(scale / 3, 2.0)
    shape = tuple(int((b - a) // step) + 2 for a, b in zip(low, high, strict=True))
    white = np.random.default_rng(seed).standard_normal(shape)
    values = ndimage.gaussian_filter(white, scale / step, mode="wrap")
    return Field(values / values.std(), tuple(map(float, low)), step)


def signed_distance(inside: np.ndarray, step: float) -> np.ndarray:
    """Measure the distance to a surface, negative inside it, in mm."""
    outward = ndimage.distance_transform_edt(~inside)
    inward = ndimage.distance_transform_edt(inside)
    # The surface runs half a voxel outside the last voxel that is inside.
    return step * (np.where(inside, 0.5 - inward, outward - 0.5))


def soft(x: np.ndarray, width: float) -> np.ndarray:
    """Rise from 0 to 1 over `width` around x = 0: the partial volume of an edge."""
    return np.clip(0.5 + x / width, 0.0, 1.0)


def rotation(x: float = 0.0, y: float = 0.0, z: float = 0.0) -> np.ndarray:
    """Rz @ Ry @ Rx as (3, 3), angles in radians, right-handed."""
    (cx, sx), (cy, sy), (cz, sz) = ((math.cos(a), math.sin(a)) for a in (x, y, z))
    return np.array(
        [
            [cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx],
            [sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx],
            [-sy, cy * sx, cy * cx],
        ]
    )


def transform(affine: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Apply a (4, 4) affine to (3, ...) points.

    Written out, because a BLAS may add in another order on another processor.
    """
    x, y, z = points
    return np.stack([row[0] * x + row[1] * y + row[2] * z + row[3] for row in affine[:3]])


def voxel_centres(shape: tuple[int, ...], affine: np.ndarray) -> np.ndarray:
    """Positions of all voxels, (3, x, y, z), in mm of the affine's frame."""
    return transform(affine, np.indices(shape[:3], dtype=float))
