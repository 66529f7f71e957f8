"""Inputs for the mutants that are listed as equivalent, as the contracts allow them.

One function for each exercise, named as its grade_id: from a random generator it makes one input,
a pair of the name of the function to call and its arguments.
"""

import nibabel as nib
import numpy as np

from isocenter import checks

ORDERS = ("RAS", "LAS", "LPI", "PIR", "SAL", "IRA")
# These take the path of a file in place of the image.
TAKE_A_PATH = {"header_facts"}
# The contracts of these fix shape, affine, dtype and values of an image, and no more.
LEAVE_THE_HEADER_OPEN = {"mask_to"}


def _turn(rng, most=np.pi):
    return nib.eulerangles.euler2mat(*rng.uniform(-most, most, 3))


def _affine(rng, turn=0.3):
    return checks.affine(rng, str(rng.choice(ORDERS)), float(rng.choice([0, turn])))


def _loaded(img):
    """Return an image as it is after saving and loading."""
    return type(img).from_bytes(img.to_bytes())


def _image(rng, shape=None, dtype=np.int16, same=True):
    """Return an image from a file, with an sform, a qform, or both."""
    shape = rng.integers(2, 6, 3) if shape is None else shape
    affine = _affine(rng)
    sform, qform = [(4, 1), (2, 2), (0, 1), (3, 0)][rng.integers(4)]
    other = affine if same or not sform else _affine(rng)
    img = checks.image(checks.numbers(rng, shape, dtype), affine, code=sform, qform=(other, qform))
    if np.dtype(dtype).kind == "i" and rng.random() < 0.5:
        img.header.set_slope_inter(0.5, -20)
    return _loaded(img)


def is_rotation(rng):
    turn = _turn(rng)
    slight = rng.choice([-1, 1]) * rng.uniform(0.002, 0.9)
    sheared = np.eye(3)
    sheared[tuple(rng.permutation(3)[:2])] = slight
    mirror = np.diag(rng.permutation([-1, 1, 1]))
    forms = (turn, turn.astype(np.float32), turn.round(7), turn @ mirror, mirror @ turn.round(7))
    forms += (
        turn @ sheared,
        turn @ np.diag(1 + slight * np.eye(3)[0]),
        turn @ np.diag([2, 0.5, 1]),
    )
    return "is_rotation", (forms[rng.integers(len(forms))],)


def take_apart(rng):
    affine = _affine(rng)
    affine[:3, :3] = _turn(rng) @ affine[:3, :3]
    if rng.random() < 0.5:
        sizes = nib.affines.voxel_sizes(affine)
        shear = np.eye(3)
        shear[tuple(rng.permutation(3)[:2])] = rng.choice([-1, 1]) * rng.uniform(0.002, 1)
        affine[:3, :3] = affine[:3, :3] / sizes @ shear @ np.diag(sizes)
    elif rng.random() < 0.5:
        affine = affine.astype(np.float32).astype(float)
    return "take_apart", (affine,)


def is_rotation_x(rng):
    low = rng.uniform(-2 * np.pi, 2 * np.pi - 0.31)
    entry = tuple(rng.integers(0, 3, 2))
    way = rng.choice(["right", "float32", "list", "rounded", "off", "shape", "nothing", "raises"])

    def candidate(angle):
        matrix = nib.eulerangles.euler2mat(x=float(angle))
        if way == "rounded":
            return matrix + 9e-6
        if way in ("float32", "list"):
            return matrix.astype(np.float32) if way == "float32" else matrix.tolist()
        if way == "right" or not low < angle < low + 0.301:
            return matrix
        if way == "off":
            matrix[entry] += 0.011
            return matrix
        if way == "raises":
            raise ArithmeticError
        return matrix[np.newaxis] if way == "shape" else None

    return "is_rotation_x", (candidate,)


def lps_to_ras(rng):
    shape = [(3,), (0, 3), (3, 3), (4, 3), (2, 5, 3)][rng.integers(5)]
    points = rng.uniform(-90, 90, shape)
    return "lps_to_ras", (points if rng.random() < 0.5 else points.astype(int),)


def voxel_sizes(rng):
    img = _image(rng, shape=(2, 3, 2, 2)[: rng.integers(3, 5)], same=False)
    img.header.set_xyzt_units(str(rng.choice(["mm", "meter", "micron", "unknown"])), "sec")
    return "voxel_sizes", (img,)


def header_facts(rng):
    return "header_facts", (_image(rng, dtype=rng.choice([np.int16, np.float32]), same=False),)


def sides(rng):
    if rng.random() < 0.3:
        return "points_left", (_image(rng),)
    affine = _affine(rng)
    ijk = rng.integers(0, 9, 3)
    affine[0, 3] = rng.uniform(-6, 6) - affine[0, :3] @ ijk  # half of the voxels on the midline
    img = checks.image(np.zeros((9, 9, 9), np.uint8), affine, code=int(rng.integers(0, 6)))
    return "side_of", (img, ijk)


def translate(rng):
    return "translate", (_image(rng, same=False), rng.uniform(-20, 20, 3))


def flip_left_right(rng):
    return "flip_left_right", (_image(rng),)


def reorder_left_right(rng):
    return "reorder_left_right", (_image(rng),)


def rotate_about_centre(rng):
    return "rotate_about_centre", (_image(rng), str(rng.choice(list("xyz"))), rng.uniform(-3, 3))


def crop(rng):
    img = _image(rng)
    start = [int(rng.integers(0, n)) for n in img.shape]
    stop = [int(rng.integers(first + 1, n + 1)) for first, n in zip(start, img.shape, strict=True)]
    return "crop", (img, start, stop)


def mask_to(rng):
    dtype = [np.uint8, np.int16, np.int32, np.float32][rng.integers(4)]
    mask = checks.image(rng.integers(0, 9, (5, 4, 6)).astype(dtype), _affine(rng))
    grid = _affine(rng)
    shape = rng.integers(3, 7, 3)
    middle = nib.affines.apply_affine(mask.affine, rng.uniform(1, 3, 3))
    grid[:3, 3] = middle - grid[:3, :3] @ (shape / 2)
    return "mask_to", (_loaded(mask), _loaded(checks.image(checks.numbers(rng, shape), grid)))


def undo_shift(rng):
    img = _image(rng)
    return "undo_shift", (img, [int(rng.integers(1 - n, n)) for n in img.shape])


def align(rng):
    away, middle = rng.integers(-8, 9, 3), rng.uniform(-30, 30, 3)
    images, shape = [], np.array([8, 8, 8])
    for centre in middle - away / 2, middle + away / 2:
        grid = checks.affine(rng, str(rng.choice(ORDERS)), 0.2, zooms=rng.uniform(4.4, 4.8, 3))
        grid[:3, 3] = middle - grid[:3, :3] @ ((shape - 1) / 2)
        mm = nib.affines.apply_affine(grid, np.moveaxis(np.indices(shape), 0, -1)) - centre
        head = np.exp(-np.sum((mm / [4.6, 5.4, 5]) ** 2, axis=-1) / 2)
        images.append(_loaded(checks.image(head.astype(np.float32), grid)))
    return "align", tuple(images)


def amygdala_centres(rng):
    grid = _affine(rng)
    values = rng.choice([-1, 0, 0.3, 1], (6, 5, 7))
    grid[0, 3] = -grid[0, :3] @ np.array(values.shape) / 2 + 0.1
    x = nib.affines.apply_affine(grid, np.argwhere(values > 0))[:, 0]
    if not (x.min() < 0 < x.max() and np.abs(x).min() > 1e-6):
        return amygdala_centres(rng)
    return "amygdala_centres", (checks.image(values, grid, code=4),)


def as_4d(rng):
    shape = (*rng.integers(1, 5, 3), *((1,) if rng.random() < 0.8 else (2,)), 3)
    stored = checks.numbers(rng, shape, np.int16)
    units = ("mm", str(rng.choice(["sec", "msec"])))
    img = checks.image(stored, _affine(rng), zooms=(1.0, rng.uniform(0.5, 3)), units=units)
    img.header["intent_code"] = rng.choice([0, 0, 2001, 1006, 1007])
    if rng.random() < 0.5:
        img.header.set_slope_inter(0.5, -20)
    return "as_4d", (_loaded(img),)


def _film(rng):
    return rng.uniform(100, 2000, (3, 4, 2, 1)) + rng.normal(0, 20, (3, 4, 2, rng.integers(2, 12)))


def brain_mask(rng):
    film = _film(rng)
    film[rng.random(film.shape[:3]) < 0.2] = 0
    return "brain_mask", (film, float(rng.choice([0, rng.uniform(0, 1)])))


def _signals(rng):
    shape = [(), (3,), (2, 3)][rng.integers(3)]
    time = np.arange(rng.integers(2, 40))
    slope = rng.uniform(-3, 3, (*shape, 1))
    return 500 + slope * time + rng.normal(0, 9, (*shape, time.size))


def drift(rng):
    return "drift", (_signals(rng).reshape(-1, 1)[:40].ravel(), rng.uniform(0.5, 3))


def detrend(rng):
    return "detrend", (_signals(rng),)


def tsnr(rng):
    film = _film(rng)
    film[0] = rng.uniform(-900, 900, (4, 2, 1))
    film[1] *= 10 ** rng.uniform(-12, 3, (4, 2, 1))
    film[2, 0] = 700.1 * (1 + 1e-11 * rng.choice([-1, 1], film.shape[-1]))
    film[2, 1] = 0
    return "tsnr", (film,)
