"""Inputs for hidden tests: affines, images and numbers that differ from cohort to cohort."""

import functools
import os
import tomllib
import zlib
from pathlib import Path

import nibabel as nib
import numpy as np
from scipy import ndimage

SEED_VARIABLE = "ISOCENTER_COHORT_SEED"
DATA_VARIABLE = "ISOCENTER_DATA"


def _upwards(name):
    """Yield `name` in the working folder and in each folder above it."""
    here = Path.cwd()
    return (folder / name for folder in (here, *here.parents))


def cohort_seed():
    """Return the seed that a cohort's hidden inputs grow from.

    It is the environment variable ``ISOCENTER_COHORT_SEED`` if that is set (nbgrader_config.py
    sets it), else ``cohort_seed`` in the nearest ``course.toml`` above the working folder, else 0.

    Returns
    -------
    int
    """
    if SEED_VARIABLE in os.environ:
        return int(os.environ[SEED_VARIABLE])
    for path in _upwards("course.toml"):
        if path.is_file():
            return _seed_in(path, path.stat().st_mtime_ns)
    return 0


@functools.lru_cache(maxsize=1)
def _seed_in(path, _changed):
    """Return the seed that a course.toml holds; each test asks, so it is read once a change."""
    return int(tomllib.loads(path.read_text(encoding="utf-8")).get("cohort_seed", 0))


def generator(name):
    """Return a random generator that depends on the cohort and on `name` alone.

    Parameters
    ----------
    name : str
        Usually the grade_id of the test cell.

    Returns
    -------
    numpy.random.Generator
    """
    return np.random.default_rng([cohort_seed(), zlib.crc32(name.encode())])


def data_file(name):
    """Return the path of one of the course's images.

    Parameters
    ----------
    name : str
        File name, such as ``"anatomical.nii"``.

    Returns
    -------
    pathlib.Path

    Raises
    ------
    FileNotFoundError
        Where no ``data`` folder holds it; the message says what to do.
    """
    folders = [Path(os.environ[DATA_VARIABLE])] if DATA_VARIABLE in os.environ else []
    for folder in (*folders, *_upwards("data")):
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(
        f"the image {name} was not found: run `isocenter data`, or set {DATA_VARIABLE} to the "
        "folder that holds the course's images"
    )


def affine(rng, axes="RAS", turn=0.0, zooms=None, origin=None):
    """Return a voxel-to-mm affine, by default anisotropic and with its origin far from voxel 0.

    The linear part is Rz @ Ry @ Rx @ (signed permutation for `axes`) @ diag(zooms).

    Parameters
    ----------
    rng : numpy.random.Generator
    axes : str
        Where the three voxel axes point, before they are turned: ``"LAS"``, ``"PIR"``, ...
    turn : float, radians
        Each of the three rotations is between 0.6 and 1 times `turn`, of random sign; up to
        0.3 no axis comes near 45 degrees.
    zooms : (3,) array-like, mm, optional
        Voxel sizes; drawn between 1.5 and 5 mm, at least 0.6 mm apart, when not given.
    origin : (3,) array-like, mm RAS+, optional
        Position of voxel (0, 0, 0); each entry is drawn between 20 and 90 mm, of random sign.

    Returns
    -------
    (4, 4) float array
    """
    if zooms is None:
        zooms = rng.permutation([1.5, 2.6, 3.7]) + rng.uniform(0, 0.5, 3)
    if origin is None:
        origin = rng.uniform(20, 90, 3) * rng.choice([-1, 1], 3)
    ornt = nib.orientations.axcodes2ornt(axes)
    signed_permutation = np.zeros((3, 3))
    for voxel_axis, (world_axis, sign) in enumerate(ornt):
        signed_permutation[int(world_axis), voxel_axis] = sign
    angles = rng.uniform(0.6, 1, 3) * turn * rng.choice([-1, 1], 3)
    rotation = nib.eulerangles.euler2mat(*angles)
    return nib.affines.from_matvec(rotation @ signed_permutation @ np.diag(zooms), origin)


def numbers(rng, shape, dtype=np.float64):
    """Return an array of positive numbers, all different, in random order.

    Parameters
    ----------
    rng : numpy.random.Generator
    shape : tuple of int
    dtype : numpy dtype

    Returns
    -------
    array of `shape` and `dtype`, the whole numbers from 1 up
    """
    return (1 + rng.permutation(int(np.prod(shape)))).reshape(shape).astype(dtype)


def blob(shape, centre, width):
    """Return a smooth bump, 1 at its centre.

    Parameters
    ----------
    shape : tuple of three ints
    centre : (3,) array-like, voxels
    width : float or (3,) array-like, voxels
        Standard deviation along each voxel axis.

    Returns
    -------
    float array of `shape`
    """
    grid = np.moveaxis(np.indices(shape, dtype=float), 0, -1)
    return np.exp(-0.5 * np.sum(((grid - centre) / np.broadcast_to(width, 3)) ** 2, axis=-1))


def sample(img, points, order=1):
    """Return what an image shows at mm positions, and how deep inside it they lie.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D
    points : (..., 3) array-like, mm RAS+
    order : int
        Of the interpolating spline: 0 is nearest, 1 linear, 3 cubic.

    Returns
    -------
    values : (...) float array
        0 outside the image.
    depth : (...) float array, voxels
        Distance to the nearest edge plane of voxel centres; negative outside.
    """
    ijk = nib.affines.apply_affine(np.linalg.inv(img.affine), points)
    values = ndimage.map_coordinates(img.get_fdata(), np.moveaxis(ijk, -1, 0), order=order)
    depth = np.minimum(ijk, np.array(img.shape) - 1 - ijk).min(axis=-1)
    return values, depth


def pillar(shape, affine):
    """Return an upright pillar of light that tells how high each axial slice lies.

    Its brightness is 300 at the height of the grid's middle and 1 more for every mm further up;
    it fades smoothly towards the sides, so that the brightest pixel of a slice gives the height.

    Parameters
    ----------
    shape : tuple of three ints
    affine : (4, 4) array, voxel to mm RAS+

    Returns
    -------
    float array of `shape`
    """
    mm = nib.affines.apply_affine(affine, np.moveaxis(np.indices(shape), 0, -1)).reshape(-1, 3)
    x, y, z = (mm - mm.mean(axis=0)).T
    aside = np.hypot(x / x.max(), y / y.max()) / 0.6
    return ((300 + z) * np.exp(-(aside**4))).reshape(shape)


def two_sided(rng, axes="LAS", turn=0.0):
    """Return an image with two unequal blobs, one on each side of the plane x = 0 mm.

    The plane x = 0 is not the middle of the grid. No voxel centre of a blob lies within 2 mm of it.

    Parameters
    ----------
    rng : numpy.random.Generator
    axes, turn
        As in `affine`.

    Returns
    -------
    nibabel.Nifti1Image
        (20, 22, 21) float, in a template space; 0 outside the blobs, in them between 20 and 100.
    """
    shape = (20, 22, 21)
    grid = affine(rng, axes, turn, zooms=rng.permutation([2.2, 2.7, 3.2]) + rng.uniform(0, 0.4, 3))
    middle = np.array([rng.uniform(4, 6), *rng.uniform(20, 40, 2) * rng.choice([-1, 1], 2)])
    grid[:3, 3] = middle - grid[:3, :3] @ ((np.array(shape) - 1) / 2)
    mm = nib.affines.apply_affine(grid, np.moveaxis(np.indices(shape), 0, -1))
    values = np.zeros(shape)
    for x, radius in (-8.5, rng.uniform(4.5, 5)), (10.5, rng.uniform(7.5, 8)):
        centre = [x, *(middle[1:] + rng.uniform(-6, 6, 2))]
        offset = (mm - centre) / radius
        inside = np.linalg.norm(offset, axis=-1) < 1
        values[inside] = 60 + 40 * offset[inside].sum(axis=-1) / np.sqrt(3)
    return image(values, grid, code=4)


def image(data, affine, *, code=2, qform=None, dtype=None, zooms=None, units=("mm", "sec")):
    """Return a NIfTI-1 image held in memory.

    Parameters
    ----------
    data : array
        Values; the dtype on disk is theirs unless `dtype` is given.
    affine : (4, 4) array, voxel to mm RAS+
    code : int
        sform code; the qform gets the same affine and code unless `qform` says otherwise.
    qform : pair of (4, 4) array and int, optional
        Another affine and code for the qform.
    dtype : numpy dtype, optional
        Type on disk.
    zooms : sequence of float, optional
        Steps along the axes after the third, such as the repetition time.
    units : pair of str
        Spatial and temporal units of the header.

    Returns
    -------
    nibabel.Nifti1Image
    """
    # Without an affine: given one, nibabel sets both forms from it, and they are set here anyway.
    img = nib.Nifti1Image(data, None, dtype=data.dtype if dtype is None else dtype)
    img.set_sform(affine, code)
    img.set_qform(*((affine, code) if qform is None else qform))
    img.header.set_xyzt_units(*units)
    if zooms is not None:
        img.header.set_zooms((*img.header.get_zooms()[:3], *zooms))
    return img


def from_disk(img, folder, name="image.nii"):
    """Save an image and load it again, as a student's code would meet it.

    Parameters
    ----------
    img : nibabel.Nifti1Image
    folder : path
        An existing folder, usually a temporary one.
    name : str

    Returns
    -------
    nibabel.Nifti1Image
        Backed by the file.
    """
    path = Path(folder) / name
    if path.suffix == ".gz":
        nib.save(img, path)
    else:
        path.write_bytes(img.to_bytes())  # what `nib.save` writes, in half the time
    return type(img).from_filename(path)


def variants(function, off=0.0):
    """Return functions that give the same matrix as another, each in a form of its own.

    For a test of a test, which has to accept every form of a right answer.

    Parameters
    ----------
    function : function of one float that returns an array
    off : float
        One of the functions returns numbers that are off by this much, up and down.

    Returns
    -------
    dict of str to function
        The words complete "a function that returns ...".
    """

    def nearly(number):
        matrix = function(number)
        return matrix + off * (-1.0) ** np.arange(matrix.size).reshape(matrix.shape)

    def signed_zeros(number):
        matrix = function(number)
        return np.where(matrix == 0, -0.0, matrix)

    return {
        "an array": function,
        "a list of lists": lambda number: function(number).tolist(),
        "a tuple of arrays": lambda number: tuple(function(number)),
        "numbers in float32": lambda number: function(number).astype(np.float32),
        "-0.0 in place of 0": signed_zeros,
        "numbers that are slightly off": nearly,
    }
