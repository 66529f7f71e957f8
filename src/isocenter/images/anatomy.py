"""One head: a template's brain, and around it what a skull-stripped template lacks.

The geometry is written in MNI mm. A subject's position is first warped into the template, so
that the subject is not the template's mirror-symmetric average.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from isocenter.images import library
from isocenter.images.fields import Field, signed_distance, smooth_noise, soft

AMYGDALAE = ((-22.9, -4.8, -18.7), (23.7, -4.2, -18.5))


@dataclass(frozen=True)
class Contrast:
    """What a pulse sequence makes of each tissue, in arbitrary units.

    Where `detail` is true, the brain is the template's T1 stretched between `csf`, `gm` and
    `wm`; otherwise it is mixed from the probabilities of grey and white matter.
    """

    wm: float
    gm: float
    csf: float
    bone: float
    marrow: float
    muscle: float
    fat: float
    skin: float
    detail: bool


T1 = Contrast(
    wm=655, gm=455, csf=120, bone=45, marrow=410, muscle=300, fat=730, skin=340, detail=True
)
#: Gradient-echo EPI at a long echo time, fat suppressed.
T2_STAR = Contrast(
    wm=0.80, gm=1.0, csf=1.3, bone=0.04, marrow=0.1, muscle=0.3, fat=0.14, skin=0.2, detail=False
)

# Medians of the template's T1 where one tissue is certain.
_TEMPLATE_CSF, _TEMPLATE_GM, _TEMPLATE_WM = 62.0, 165.0, 222.0
_GRID_LOW, _GRID_SHAPE, _GRID_STEP = (-110.0, -146.0, -122.0), (111, 137, 122), 2.0


class Head:
    """The course's subject: brain, fluid, skull, scalp, neck.

    Rendering takes about a second for a million points.
    """

    def __init__(self) -> None:
        t1, self._gm, self._wm = (library.template(name) for name in ("t1", "gm", "wm"))
        brain = t1.values > 0
        filled = np.where(brain, t1.values, _TEMPLATE_CSF)
        # The template is an average of 152 heads: some of its blur is between people.
        sharp = filled + 0.9 * (filled - ndimage.gaussian_filter(filled, 1.6))
        self._t1 = Field(np.where(brain, sharp, _TEMPLATE_CSF), t1.origin, 1.0)
        self._brain = Field(ndimage.gaussian_filter(brain.astype(float), 0.7), t1.origin, 1.0)
        self._hull = _hull(self._brain)
        self._warp = tuple(smooth_noise(seed, 25) for seed in (11, 12, 13))
        self._noise = tuple(smooth_noise(seed, 16) for seed in (21, 22, 23))
        self._texture = smooth_noise(31, 3)
        self._bundles = smooth_noise(32, 8)

    def displacement(self, points: np.ndarray) -> np.ndarray:
        """Where the template shows what the subject has at a point, minus the point.

        Parameters
        ----------
        points : (3, ...) array, mm
            In the subject's MNI space.

        Returns
        -------
        (3, ...) array, mm
            A smooth warp of some 2 mm, with the usual torque of brains: the right frontal
            and the left occipital lobe reach further. Smaller at the amygdalae, which an
            atlas mask has to find.
        """
        x, y, z = points
        near = sum(
            np.exp(-((x - a) ** 2 + (y - b) ** 2 + (z - c) ** 2) / 450.0) for a, b, c in AMYGDALAE
        )
        vectors = np.stack([field.at(points) for field in self._warp])
        vectors *= 1.8 * (1 - 0.75 * np.minimum(near, 1))
        right = np.clip(x / 40, -1, 1)
        vectors[0] += 1.5 * right**2 * np.clip(y / 60, -1, 1)
        vectors[1] += 2.2 * np.where(y > 0, -right * soft(y - 35, 50), -right * soft(-y - 60, 50))
        return vectors

    def probability(self, tissue: str, points: np.ndarray) -> np.ndarray:
        """Probability of grey ('gm') or white matter ('wm') at (3, ...) points in MNI mm."""
        field = {"gm": self._gm, "wm": self._wm}[tissue]
        warped = points + self.displacement(points)
        return field.at(warped, "constant") * self._brain.at(warped, "constant") / 255

    def render(self, points: np.ndarray, contrast: Contrast) -> np.ndarray:
        """Take the noise-free intensity at points.

        Parameters
        ----------
        points : (3, ...) array, mm
            In the subject's MNI space.
        contrast : Contrast
            Intensities by tissue.

        Returns
        -------
        (...) float64 array
        """
        u = points + self.displacement(points)
        hull = self._hull.at(u)
        n1, n2, n3 = (field.at(u) for field in self._noise)
        texture = self._texture.at(u)
        bundles = self._bundles.at(u)
        image = _outside_the_skull(u, hull, (n1, n2, n3), texture, bundles, contrast)
        fluid = 2.2 + 0.5 * n1 + 1.0 * soft(u[2] - 40, 60)
        _paint_skull(image, u, hull - fluid, _skull_thickness(u, n2), texture, contrast)
        _paint(image, soft(fluid - hull, 2), contrast.csf)
        _paint_below(image, u, contrast)
        self._paint_brain(image, u, contrast)
        return image

    def _paint_brain(self, image: np.ndarray, u: np.ndarray, contrast: Contrast) -> None:
        inside = self._brain.at(u, "constant")
        if contrast.detail:
            value = np.interp(
                self._t1.at(u),
                [0, _TEMPLATE_CSF, _TEMPLATE_GM, _TEMPLATE_WM, 255],
                [0, contrast.csf, contrast.gm, contrast.wm, contrast.wm * 1.12],
            )
        else:
            gm, wm = (field.at(u, "constant") / 255 for field in (self._gm, self._wm))
            value = gm * contrast.gm + wm * contrast.wm + (1 - gm - wm) * contrast.csf
        _paint(image, inside, value)


def _hull(brain: Field) -> Field:
    """Distance to the brain with its sulci and fissures closed."""
    grid = np.indices(_GRID_SHAPE, dtype=float) * _GRID_STEP
    grid += np.reshape(_GRID_LOW, (3, 1, 1, 1))
    # The medulla would draw the skull down into the neck.
    inside = (brain.at(grid, "constant") > 0.5) & (grid[2] > -66)
    away = _GRID_STEP * ndimage.distance_transform_edt(~inside)
    # The vault bridges the fissures; the base follows each lobe.
    closed = inside | _closed(away, 9) | (_closed(away, 34) & (grid[2] > -14))
    smooth = ndimage.gaussian_filter(signed_distance(closed, _GRID_STEP), 1.6)
    return Field(smooth, _GRID_LOW, _GRID_STEP)


def _closed(away, radius):
    """Grow a region by `radius` mm and take as much off again; `away` is the distance to it."""
    return _GRID_STEP * ndimage.distance_transform_edt(away < radius) > radius


def _paint(image: np.ndarray, where: np.ndarray, value: np.ndarray | float) -> None:
    image += where * (value - image)


def _ellipsoid(u, centre, axes):
    """Roughly the distance to an ellipsoid's surface, negative inside."""
    r = sum(((c - m) / a) ** 2 for c, m, a in zip(u, centre, axes, strict=True))
    return (np.sqrt(r) - 1) * min(axes)


def _column(u, centre, axes, top):
    """Roughly the distance to an elliptic column that runs down from `top`."""
    x, y, z = u
    # It leans: further down, the neck is further back.
    y = y - 0.15 * (z + 70)
    r = np.sqrt(((x - centre[0]) / axes[0]) ** 2 + ((y - centre[1]) / axes[1]) ** 2)
    return np.maximum((r - 1) * min(axes), z - top)


def _join(a, b, width):
    """Union of two distances, the crease filled over `width` mm."""
    h = np.clip(0.5 + 0.5 * (b - a) / width, 0, 1)
    return b + h * (a - b) - width * h * (1 - h)


def _temple(u):
    """1 where the temporal muscle is thickest."""
    x, y, z = u
    return np.exp(-(((y - 12) / 26) ** 2) - ((z + 18) / 28) ** 2) * soft(np.abs(x) - 40, 30)


def _skull_thickness(u, noise):
    """Bone in mm: thick at brow and occiput, thin at the temples."""
    x, y, z = u
    ends = soft(np.abs(y + 17) - 80, 60)
    return 6.8 + 0.8 * noise + 1.8 * ends - 2.6 * _temple(u) - 1.0 * soft(np.abs(x) - 55, 20)


def _outside_the_skull(u, hull, noises, texture, bundles, contrast):
    """Skin, fat and muscle on air, filling the head's outline."""
    n1, n2, n3 = noises
    thickness = 14.0 + 0.4 * n1 + 0.6 * n2 + 0.5 * n3 + 5.5 * _temple(u)
    outline = _join(hull - thickness, _column(u, (0, -42), (59, 63), -28), 26)
    outline = _join(outline, _ellipsoid(u, (0, 26, -52), (62, 72, 62)), 18)
    ears = np.minimum(*(_ellipsoid(u, (s * 81, -30, -26 - s), (7, 12, 24)) for s in (-1, 1)))
    outline = _join(outline, ears, 5)
    # Soft to about one voxel, as a scanner would see it.
    body = soft(-outline, 2)
    depth = -outline
    fat = 3.6 + 0.7 * n3 + 4.0 * soft(-u[2] - 50, 40) * soft(-u[1], 40)
    image = contrast.muscle * (1 + 0.08 * texture)
    # Fat between the muscles of neck and cheek.
    planes = np.clip(1.1 - 2.8 * np.abs(bundles + 0.15 * texture), 0, 1) * soft(-u[2] - 20, 30)
    _paint(image, 0.35 * planes * soft(depth - 6, 6), contrast.fat)
    _paint(image, soft(fat + 1.8 - depth, 1.6), contrast.fat * (1 + 0.06 * texture))
    _paint(image, soft(1.6 - depth, 1.4), contrast.skin)
    _paint(image, soft(-ears, 3) * soft(np.abs(u[0]) - 80, 6), contrast.skin * 1.3)
    return image * body


def _paint_skull(image, u, above, thickness, texture, contrast):
    """Two dark tables with marrow between, where the bone is thick enough."""
    bone = soft(above, 1.6) * soft(thickness - above, 1.6)
    _paint(image, bone, contrast.bone)
    middle = np.abs(above - 0.52 * thickness)
    marrow = soft(0.5 * (thickness - 3.4) - middle, 1.6) * np.clip(0.8 + 0.2 * texture, 0, 1)
    _paint(image, marrow * bone, contrast.marrow)


def _paint_below(image, u, contrast):
    """Clivus, sinus, airway, ear canals, spine: what lies under the brain."""
    x, y, z = u
    clivus = _ellipsoid((x, y - 0.6 * (z + 40), z), (0, -12, -42), (13, 6, 17))
    _paint(image, soft(-clivus, 2), contrast.marrow * 1.1)
    for centre, axes in (
        ((1.5, 12, -34), (13, 12, 9)),
        ((-2, 40, -40), (15, 26, 20)),
        ((46, -24, -38), (10, 5, 4)),
        ((-47, -25, -37), (9, 5, 5)),
        ((62, -25, -37), (22, 3.4, 3.4)),
        ((-63, -26, -38), (22, 3.4, 3.4)),
        ((57, -42, -42), (8, 9, 10)),
        ((-56, -44, -43), (9, 8, 11)),
    ):
        _paint(image, soft(-_ellipsoid(u, centre, axes), 2), contrast.bone * 0.3)
    _paint(image, soft(-_column(u, (0, 8), (11, 6), -52), 2), 0.0)
    vertebra = _column(u, (0, -24), (13, 10), -66)
    _paint(image, soft(-vertebra, 2), contrast.bone)
    discs = soft(np.abs((z + 88) % 18 - 9) - 2.0, 2)
    _paint(image, soft(-vertebra - 2.5, 2) * discs, contrast.marrow)
    canal = _column(u, (0, -47), (12, 10), -60)
    _paint(image, soft(2.5 - canal, 2), contrast.bone)
    _paint(image, soft(-canal, 2), contrast.csf)
    _paint(image, soft(-_column(u, (0, -47), (6, 5), -66), 2), 0.5 * (contrast.gm + contrast.wm))
