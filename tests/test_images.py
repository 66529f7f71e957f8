"""The course's images: do they look like what they stand for, and stay what they are?"""

import gzip
import os
import shutil
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import nibabel as nib
import numpy as np
import pytest
import requests
from nilearn import datasets
from scipy import ndimage

from isocenter import images
from isocenter.errors import DataError
from isocenter.images import catalogue, folder, library, real, store
from isocenter.images.anatomy import Head

HEADER_FILES = [
    "epi_msec.nii", "scaled_int16.nii.gz", "qform_only.nii", "two_frames.nii", "no_frame.nii",
    "big_endian.nii", "displacement_5d.nii", "micron.nii", "unscaled_uint8.nii",
]  # fmt: skip

_LARGE = ["raw_fMRI_raw_bold.nii.gz", "phantom_capsule_T1.nii.gz"]


@pytest.fixture(scope="session")
def head() -> Head:
    """The subject, which takes seconds to make."""
    return Head()


@pytest.fixture(scope="session")
def data(tmp_path_factory, head) -> Path:
    """Every image, built once."""
    path = tmp_path_factory.mktemp("images") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folder, "Head", lambda: head)
        written = images.build(path)
    assert {p.name for p in written} == set(images.NAMES)
    return path


@pytest.fixture
def small(data, tmp_path, head, monkeypatch) -> Path:
    """A folder of the test's own, without the large images."""
    few = {name: digest for name, digest in catalogue.recorded().items() if name not in _LARGE}
    for module in (folder, real):
        monkeypatch.setattr(module, "recorded", lambda: few)
    monkeypatch.setattr(folder, "NAMES", tuple(few))
    monkeypatch.setattr(folder, "Head", lambda: head)
    (tmp_path / "data").mkdir()
    for name in few:
        shutil.copy(data / name, tmp_path / "data" / name)
    return tmp_path / "data"


@pytest.fixture(scope="session")
def t1(data):
    return nib.load(data / "normalized_T1_anat_defaced.nii.gz")


@pytest.fixture(scope="session")
def bold(data):
    """(image, values (x, y, z, t))."""
    image = nib.load(data / "raw_fMRI_raw_bold.nii.gz")
    return image, image.get_fdata()[:, :, :, 0]


_map = cache(library.template)


def template(name, image):
    """A map of the MNI template on an image's grid, whose world is taken as MNI."""
    points = np.moveaxis(nib.affines.apply_affine(image.affine, grid(image)), -1, 0)
    return _map(name).at(points, "constant")


def grid(image):
    return np.moveaxis(np.indices(image.shape[:3]), 0, -1)


def value_at(image, mm):
    index = nib.affines.apply_affine(np.linalg.inv(image.affine), mm)
    return ndimage.map_coordinates(image.get_fdata(), np.atleast_2d(index).T, order=1)


# -- shapes, frames, headers


@pytest.mark.parametrize(
    ("name", "shape", "dtype", "axes", "codes", "scaling", "units"),
    [
        ("normalized_T1_anat_defaced.nii.gz", (95, 118, 99), "<i2", "LAS", (4, 4),
         (0.1173, 240.2304), ("mm", "unknown")),
        ("phantom_capsule_T1.nii.gz", (112, 100, 84), "<i2", "PSR", (1, 1), (1, 0),
         ("mm", "unknown")),
        ("FSL_BAmyg_thr0.nii.gz", (91, 109, 91), "u1", "LAS", (4, 4), (1, 0), ("mm", "unknown")),
        ("raw_fMRI_raw_bold.nii.gz", (44, 52, 32, 1, 128), "<i2", "LAS", (1, 1), (1, 0),
         ("mm", "sec")),
        ("epi_msec.nii", (16, 17, 9, 8), "<i2", "LAS", (1, 1), (1, 0), ("mm", "msec")),
        ("scaled_int16.nii.gz", (26, 31, 24), "<i2", "RAS", (1, 1), (0.0173, 12.5),
         ("mm", "sec")),
        ("qform_only.nii", (24, 28, 20), "<i2", "LPS", (0, 1), (1, 0), ("mm", "unknown")),
        ("two_frames.nii", (27, 22, 21), "<i2", "PSR", (4, 1), (1, 0), ("mm", "unknown")),
        ("no_frame.nii", (26, 30, 19), "<i2", "LAS", (0, 0), (1, 0), ("mm", "unknown")),
        ("big_endian.nii", (22, 25, 20), ">f4", "LAS", (1, 1), (1, 0), ("mm", "unknown")),
        ("displacement_5d.nii", (17, 20, 13, 1, 3), "<f4", "RAS", (4, 4), (1, 0),
         ("mm", "unknown")),
        ("micron.nii", (30, 28, 24), "<i2", "RAS", (2, 2), (1, 0), ("micron", "unknown")),
        ("unscaled_uint8.nii", (28, 33, 26), "u1", "LAS", (4, 4), (0, 0), ("mm", "unknown")),
    ],
)  # fmt: skip
def test_header(data, name, shape, dtype, axes, codes, scaling, units):
    image = nib.load(data / name)
    header = store.load(data / name).header
    assert image.shape == shape
    assert image.get_data_dtype() == np.dtype(dtype)
    assert "".join(nib.aff2axcodes(image.affine)) == axes
    assert (int(header["sform_code"]), int(header["qform_code"])) == codes
    assert np.allclose([header["scl_slope"], header["scl_inter"]], scaling, rtol=1e-6)
    assert image.header.get_xyzt_units() == units


def test_zooms_and_time_steps(data):
    pixdim = {name: store.load(data / name).header["pixdim"] for name in catalogue.SIMULATED}
    assert pixdim["raw_fMRI_raw_bold.nii.gz"][1:6] == pytest.approx([4, 4, 4.4, 1.0, 2.4])
    assert pixdim["epi_msec.nii"][4] == 2400
    assert pixdim["micron.nii"][1:4] == pytest.approx([1500, 1500, 2000])
    assert pixdim["phantom_capsule_T1.nii.gz"][1:4] == pytest.approx([2, 2, 2.2])


@pytest.mark.parametrize("name", catalogue.SIMULATED)
def test_frames_agree_unless_they_are_meant_not_to(data, name):
    image = nib.load(data / name)
    sform, sform_code = image.get_sform(coded=True)
    qform, qform_code = image.get_qform(coded=True)
    if sform_code and qform_code:
        same = np.allclose(sform, qform, atol=1e-3)
        assert same == (name != "two_frames.nii")


@pytest.mark.parametrize(
    "name", ["scaled_int16.nii.gz", "qform_only.nii", "raw_fMRI_raw_bold.nii.gz"]
)
def test_oblique(data, name):
    assert np.rad2deg(nib.affines.obliquity(nib.load(data / name).affine)).max() > 5


def test_vectors_are_the_fifth_axis(data):
    image = nib.load(data / "displacement_5d.nii")
    assert int(image.header["intent_code"]) == 1007
    lengths = np.linalg.norm(image.get_fdata()[:, :, :, 0], axis=-1)
    assert 0.5 < np.median(lengths) < 5


@pytest.mark.parametrize("name", HEADER_FILES)
def test_header_files_are_small_and_hold_a_head(data, name):
    path = data / name
    assert path.stat().st_size < 60_000
    values = nib.load(path).get_fdata()
    # A picture: neighbours resemble each other, which noise does not.
    first, second = values[:-1].ravel(), values[1:].ravel()
    assert np.corrcoef(first, second)[0, 1] > 0.6


def test_all_fit_in_30_megabytes(data):
    assert sum(path.stat().st_size for path in data.iterdir()) < 30e6


# -- the T1 images


def test_t1_contrast_of_grey_and_white_matter(t1):
    values = t1.get_fdata()
    grey, white = (values[template(name, t1) > 240].mean() for name in ("gm", "wm"))
    assert 0.6 < grey / white < 0.9


def test_t1_is_not_mirror_symmetric(t1):
    # x = 0 is the middle of the grid.
    assert t1.affine[0, 0] * (t1.shape[0] - 1) / 2 + t1.affine[0, 3] == 0
    values, mirrored = t1.get_fdata(), t1.get_fdata()[::-1]
    brain = template("t1", t1) > 0
    assert np.corrcoef(values.ravel(), mirrored.ravel())[0, 1] < 0.98
    assert 0.4 < np.corrcoef(values[brain], mirrored[brain])[0, 1] < 0.9


def test_t1_scalp_is_closed_above_the_brow(t1):
    """Air must not leak to the brain through anything darker than half of scalp fat."""
    upper = slice(round((8 - t1.affine[2, 3]) / 2), None)
    dark = t1.get_fdata()[:, :, upper] < 300
    regions, _ = ndimage.label(dark)
    air = regions == regions[0, 0, -1]
    assert air.sum() > 1e5
    assert not (air & (template("t1", t1)[:, :, upper] > 0)).any()


@pytest.mark.parametrize("direction", [(1, 0, 0), (-1, 0, 0), (0, -1, 0), (0, 1, 0)])
def test_t1_layers_from_outside_in(t1, direction):
    """Air, bright scalp, dark skull and fluid, brain: on the way from the head's edge inwards."""
    ray = np.arange(130, 20, -1.0)[:, None] * direction + [6, -17, 30]
    line = value_at(t1, ray)
    edge = int(np.argmax(line > 250))
    scalp = edge + int(np.argmax(line[edge : edge + 12]))
    skull = scalp + int(np.argmin(line[scalp : scalp + 14]))
    brain = line[skull : skull + 25].max()
    assert line[: edge - 6].max() < 60
    assert line[scalp] > 500
    assert line[skull] < 200
    assert brain > 400


def test_t1_face_is_blanked_and_nothing_else(t1):
    mm = nib.affines.apply_affine(t1.affine, grid(t1))
    y, z = mm[..., 1], mm[..., 2]
    values = t1.get_fdata()
    eyes_nose_mouth = (y > 50) & (z < -34) & (z > -80)
    assert not values[eyes_nose_mouth].any()
    assert (values[z > 10] > 0).mean() > 0.97
    # The frontal and temporal poles are still there.
    white = template("wm", t1) > 240
    assert (values[white] > 300).mean() > 0.995


def test_t1_noise_and_bias_are_mild(t1):
    values = t1.get_fdata()
    deep = ndimage.binary_erosion(template("wm", t1) > 245, iterations=2)
    residue = values - ndimage.median_filter(values, 3)
    assert 4 < residue[deep].std() < 15
    smooth = ndimage.gaussian_filter(values * deep, 8) / (
        ndimage.gaussian_filter(deep * 1.0, 8) + 1e-9
    )
    assert 0.02 < np.ptp(np.percentile(smooth[deep], [2, 98])) / values[deep].mean() < 0.3
    corner = values[:8, :, -9:]
    # Rayleigh: the mean is 1.91 standard deviations.
    assert 1.8 < corner.mean() / corner.std() < 2.0


def test_capsule_is_on_the_right_and_alone(data):
    image = nib.load(data / "phantom_capsule_T1.nii.gz")
    mm = nib.affines.apply_affine(image.affine, grid(image))
    blobs, count = ndimage.label(image.get_fdata() > 400)
    sizes = ndimage.sum_labels(np.ones(image.shape), blobs, range(1, count + 1))
    volumes = sizes * abs(np.linalg.det(image.affine[:3, :3]))
    # Alone in the air beside the head.
    candidates = [
        where
        for where, volume in enumerate(volumes, 1)
        if 300 < volume < 2500 and np.abs(mm[blobs == where][:, 0]).min() > 70
    ]
    assert len(candidates) == 1
    centre = mm[blobs == candidates[0]].mean(axis=0)
    assert centre[0] > 70
    assert value_at(image, centre)[0] > 700
    assert value_at(image, centre * [-1, 1, 1])[0] < 400


# -- the amygdalae


def test_amygdalae_are_two_unequal_and_where_they_belong(data):
    image = nib.load(data / "FSL_BAmyg_thr0.nii.gz")
    values = image.get_fdata()
    assert (values.min(), values.max()) == (0, 100)
    mm = nib.affines.apply_affine(image.affine, np.argwhere(values > 0))
    left, right = mm[mm[:, 0] < 0], mm[mm[:, 0] > 0]
    assert len(left) + len(right) == len(mm), "no voxel on the mid-plane"
    assert left.mean(axis=0) == pytest.approx([-22.9, -4.8, -18.7], abs=0.4)
    assert right.mean(axis=0) == pytest.approx([23.7, -4.2, -18.5], abs=0.4)
    assert 1.1 < len(right) / len(left) < 1.6
    assert ndimage.label(values > 0, np.ones((3, 3, 3)))[1] == 2


def test_amygdalae_lie_in_grey_matter(data, t1):
    image = nib.load(data / "FSL_BAmyg_thr0.nii.gz")
    inside = image.get_fdata() > 0
    assert np.mean(template("gm", image)[inside] > 127) > 0.9
    mm = nib.affines.apply_affine(image.affine, np.argwhere(inside))
    grey, white = (t1.get_fdata()[template(n, t1) > 240].mean() for n in ("gm", "wm"))
    assert value_at(t1, mm).mean() == pytest.approx(grey, abs=0.4 * (white - grey))


# -- the run


def brain(volumes):
    mean = volumes.mean(axis=-1)
    return mean > 0.5 * np.percentile(mean, 98)


def test_bold_drifts_down_by_about_a_percent_with_wiggles(bold):
    _, volumes = bold
    signal = volumes[brain(volumes)].mean(axis=0)
    assert signal[:8].mean() == pytest.approx(3640, abs=12)
    assert signal[-8:].mean() == pytest.approx(3600, abs=12)
    time = np.arange(128)
    line = np.polyval(np.polyfit(time, signal, 1), time)
    assert -1.35 < 100 * (line[-1] - line[0]) / signal.mean() < -0.75
    slow = ndimage.gaussian_filter1d(signal - line, 5)
    assert 1.5 < slow.std() < 10


def test_bold_noise_is_that_of_a_magnitude_image(bold):
    _, volumes = bold
    air = volumes[:3, :4, :6]
    assert 1.85 < air.mean() / air.std() < 2.0
    inside = volumes[brain(volumes)]
    assert 50 < np.median(inside.mean(axis=-1) / inside.std(axis=-1)) < 120


def test_bold_contrast_and_dropout(data, bold):
    image, volumes = bold
    mean = nib.Nifti1Image(volumes.mean(axis=-1), image.affine)
    # The small head's pose, as a registration would find it: scanner to MNI.
    two = nib.load(data / "two_frames.nii")
    to_mni = two.get_sform() @ np.linalg.inv(two.get_qform())
    in_mni = nib.Nifti1Image(mean.get_fdata(), to_mni @ image.affine)
    mm = nib.affines.apply_affine(in_mni.affine, grid(in_mni))
    slab = (mm[..., 2] > 5) & (mm[..., 2] < 40)
    values = mean.get_fdata()
    grey = values[slab & (template("gm", in_mni) > 220)].mean()
    white = values[slab & (template("wm", in_mni) > 245)].mean()
    ventricle = value_at(in_mni, [[-5, 2, 17], [6, 4, 17], [0, -50, 8]]).max()
    assert 0.7 < white / grey < 0.92
    assert ventricle > grey
    for hole in ([0, 42, -26], [54, -18, -36], [-53, -20, -37]):
        assert value_at(in_mni, hole)[0] < 0.4 * grey
    assert value_at(in_mni, [0, 42, 12])[0] > 0.7 * grey


def test_bold_answers_to_the_task_in_visual_cortex(data, bold):
    """Occipital voxels share a course that voxels of frontal white matter lack."""
    image, volumes = bold
    two = nib.load(data / "two_frames.nii")
    to_mni = two.get_sform() @ np.linalg.inv(two.get_qform())
    mm = nib.affines.apply_affine(to_mni @ image.affine, grid(image))
    time = np.arange(volumes.shape[-1])

    def course(centre):
        near = np.linalg.norm(mm - centre, axis=-1) < 11
        signal = volumes[near].mean(axis=0)
        return (signal - np.polyval(np.polyfit(time, signal, 1), time)) / signal.mean()

    left, right, elsewhere = course([-9, -94, 0]), course([11, -92, 2]), course([26, 30, 20])
    assert np.corrcoef(left, right)[0, 1] > 0.6
    assert abs(np.corrcoef(left, elsewhere)[0, 1]) < 0.4
    assert 0.003 < left.std() < 0.02


# -- from the libraries


@pytest.mark.parametrize("name", library.COPIES)
def test_copies_are_exact(data, name):
    assert (data / name).read_bytes() == library.packaged(*library.COPIES[name]).read_bytes()


def test_library_without_its_data_says_what_to_install():
    with pytest.raises(DataError, match="nibabel is installed without its file tests/none.nii"):
        library.packaged("nibabel", "tests/none.nii")


# -- the same every time


def test_built_images_have_the_recorded_digests(data):
    assert images.verify(data) == []
    assert set(catalogue.recorded()) == set(images.NAMES)


def test_second_build_writes_nothing(data):
    said: list[str] = []
    assert images.build(data, progress=said.append) == []
    assert said == []


_SMALL = ["FSL_BAmyg_thr0.nii.gz", "epi_msec.nii", "scaled_int16.nii.gz", "displacement_5d.nii"]


def test_digests_do_not_depend_on_the_processor():
    """Again, without what newer processors have: the digests stay."""
    script = (
        "import sys\n"
        "from isocenter.images.anatomy import Head\n"
        "from isocenter.images import catalogue, store\n"
        "head, wanted = Head(), catalogue.recorded()\n"
        "for name in sys.argv[1:]:\n"
        "    assert store.digest_of(catalogue.SIMULATED[name](head)) == wanted[name], name\n"
    )
    older = {
        "NPY_DISABLE_CPU_FEATURES": " ".join(_features()),
        "OPENBLAS_CORETYPE": "Nehalem",
        "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-AVX512F",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-c", script, *_SMALL],
        env=os.environ | older, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def _features():
    """What numpy found here beyond its baseline; it warns when asked to disable anything else."""
    found = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    return [name for name in found if name.startswith(("X86_V", "AVX"))]


def test_file_bytes_are_stable_and_carry_no_name_or_time(data, tmp_path):
    name = "scaled_int16.nii.gz"
    original = store.load(data / name)
    store.write(tmp_path / "other.nii.gz", original, catalogue.recorded()[name])
    written = (tmp_path / "other.nii.gz").read_bytes()
    assert written == (data / name).read_bytes()
    assert written[3] == 0, "no name in the gzip header"
    assert written[4:8] == bytes(4), "no time in the gzip header"


def test_digest_ignores_compression_and_sees_byte_order(data, tmp_path):
    packed = tmp_path / "packed.nii.gz"
    packed.write_bytes(gzip.compress((data / "big_endian.nii").read_bytes(), 1))
    assert images.digest(packed) == images.digest(data / "big_endian.nii")
    little = nib.load(data / "big_endian.nii").as_reoriented(np.array([[0, 1], [1, 1], [2, 1]]))
    swapped = nib.Nifti1Image(little.get_fdata(dtype=np.float32), little.affine)
    nib.save(swapped, tmp_path / "little.nii")
    assert images.digest(tmp_path / "little.nii") != images.digest(data / "big_endian.nii")


def test_renew_records_what_is_recorded(data, tmp_path, monkeypatch):
    """The renewing command writes the file that is read, here from images already made."""
    made = {name: (lambda head, n=name: store.load(data / n)) for name in catalogue.SIMULATED}
    monkeypatch.setattr(catalogue, "SIMULATED", made)
    monkeypatch.setattr(catalogue, "Head", lambda: None)
    catalogue.renew(tmp_path / "digests.toml")
    assert (tmp_path / "digests.toml").read_text().splitlines()[-len(images.NAMES) :] == [
        f'"{name}" = "{digest}"' for name, digest in catalogue.recorded().items()
    ]


# -- what stands in the folder


def _change_a_voxel(path):
    image = store.load(path)
    array = np.array(image.array)
    array.flat[array.size // 2] += 1
    raw = bytearray(path.read_bytes())
    raw[352:] = array.tobytes(order="F")
    path.write_bytes(raw)


def _change_the_header(path):
    raw = bytearray(path.read_bytes())
    raw[252:254] = (3).to_bytes(2, "little")  # qform_code
    path.write_bytes(raw)


def _real_one(path):
    nib.save(nib.Nifti1Image(np.ones((5, 6, 7), np.int16), np.diag([3, 3, 3, 1])), path)


@pytest.mark.parametrize("change", [_change_a_voxel, _change_the_header, _real_one])
def test_another_image_is_named_and_kept(small, change):
    path = small / "unscaled_uint8.nii"
    change(path)
    theirs = path.read_bytes()
    assert images.verify(small) == [
        "unscaled_uint8.nii is not the image that the course builds; it is kept as it is."
    ]
    said = []
    assert images.build(small, progress=said.append) == []
    assert said == images.verify(small)
    assert path.read_bytes() == theirs


def test_force_replaces_what_would_be_kept(small, monkeypatch):
    one = "unscaled_uint8.nii"
    monkeypatch.setattr(folder, "recorded", lambda: {one: catalogue.recorded()[one]})
    _real_one(small / one)
    assert images.build(small) == []
    assert images.build(small, force=True) == [small / one]
    assert images.verify(small) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("unscaled_uint8.nii", lambda raw: raw[:5000]),
        ("unscaled_uint8.nii", lambda raw: raw[:200]),
        ("unscaled_uint8.nii", lambda raw: b""),
        ("unscaled_uint8.nii", lambda raw: b"<html>not found</html>" * 40),
        ("scaled_int16.nii.gz", lambda raw: raw[:5000]),
        ("motor_tmap.nii.gz", lambda raw: raw[:-4000]),
    ],
    ids=["data cut", "header cut", "empty", "web page", "gzip cut", "copy cut"],
)
def test_broken_file_is_named_and_rebuilt(small, name, content):
    whole = (small / name).read_bytes()
    (small / name).write_bytes(content(whole))
    broken = f"{name} is truncated or is not a NIfTI image."
    assert images.verify(small) == [broken]
    with pytest.raises(DataError, match="truncated or is not a NIfTI image"):
        images.digest(small / name)
    said = []
    assert images.build(small, progress=said.append) == [small / name]
    assert said == [f"{name} built. What stood there is truncated or is not a NIfTI image."]
    assert (small / name).read_bytes() == whole


def test_image_of_an_earlier_edition_is_replaced(small):
    path = small / "micron.nii"
    image = store.load(path)
    store.write(path, store.Stored(image.header, np.flip(image.array, 0)), "0" * 64)
    assert images.verify(small) == ["micron.nii was built by another edition of the course."]
    assert images.build(small) == [path]
    assert images.verify(small) == []


def test_image_built_with_other_libraries_is_left_and_explained(small):
    path = small / "micron.nii"
    image = store.load(path)
    wanted = catalogue.recorded()["micron.nii"]
    store.write(path, store.Stored(image.header, image.array + np.int16(1)), wanted)
    assert images.build(small) == []
    (sentence,) = images.verify(small)
    assert "micron.nii is intact but differs" in sentence
    assert "numpy" in sentence


def test_missing_files_are_named(tmp_path):
    assert images.verify(tmp_path) == [f"{name} is missing." for name in catalogue.recorded()]


def test_nothing_half_written_stays(tmp_path):
    def fail():
        with store.whole(tmp_path / "image.nii") as file:
            file.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DataError, match="cannot be written"):
        images.build(tmp_path / "file" / "data")


# -- the archive


def test_archive_holds_all_and_nothing_else(data, tmp_path):
    mine = Path(shutil.copytree(data, tmp_path / "data"))
    (mine / "notes.txt").write_text("mine")
    first = images.archive(mine, tmp_path / "one.zip")
    second = images.archive(data, tmp_path / "two.zip")
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as packed:
        assert packed.testzip() is None
        assert set(packed.namelist()) == {f"data/{name}" for name in images.NAMES}
        assert b"Copyright (C) 1993-2009 Louis Collins" in packed.comment
        packed.extractall(tmp_path / "student")
    assert images.verify(tmp_path / "student" / "data") == []


@pytest.mark.parametrize("content", [None, b"cut"])
def test_archive_refuses_a_gap(small, tmp_path, content):
    path = small / "micron.nii"
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(DataError, match=r"micron.nii is .*\. Build the images first\."):
        images.archive(small, tmp_path / "data.zip")
    assert not (tmp_path / "data.zip").exists()


# -- real data


def _offline(*args, **kwargs):
    raise requests.exceptions.ConnectionError("HTTPSConnectionPool: Max retries exceeded")


def test_offline_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(datasets, "fetch_localizer_contrasts", _offline)
    with pytest.raises(DataError) as caught:
        images.fetch_real(tmp_path)
    sentence = str(caught.value)
    assert sentence.startswith("The real images could not be fetched from osf.io:")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert ". " not in sentence
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def online(tmp_path, monkeypatch):
    """Servers that answer, with one small image for everything."""
    there = tmp_path / "nilearn_data"
    there.mkdir()
    _real_one(there / "plain.nii")
    _real_one(there / "packed.nii.gz")
    (there / "events.tsv").write_text("onset\tduration\ttrial_type\n")
    plain, packed, events = (str(there / n) for n in ("plain.nii", "packed.nii.gz", "events.tsv"))

    def contrasts(contrasts, n_subjects=None, get_anats=False, verbose=1):
        assert get_anats
        return {"cmaps": [packed], "anats": [packed]}

    monkeypatch.setattr(datasets, "fetch_localizer_contrasts", contrasts)
    monkeypatch.setattr(
        datasets,
        "fetch_localizer_first_level",
        lambda verbose=1: {"epi_img": plain, "events": events},
    )
    found = {"images": [packed]}
    monkeypatch.setattr(
        datasets, "fetch_neurovault_ids", lambda image_ids=(), verbose=3: dict(found)
    )
    return found


def test_real_images_replace_simulated_ones_and_are_kept(small, online):
    names = {
        "normalized_T1_anat_defaced.nii.gz", "FSL_BAmyg_thr0.nii.gz", "localizer_bold.nii.gz",
        "localizer_events.tsv",
    }  # fmt: skip
    assert {path.name for path in images.fetch_real(small)} == names
    for name in names - {"localizer_events.tsv"}:
        assert nib.load(small / name).shape == (5, 6, 7)
    assert images.build(small) == []
    assert len(images.verify(small)) == 2
    said = []
    assert images.fetch_real(small, progress=said.append) == []
    assert sum("is kept" in sentence for sentence in said) == 4


def test_server_that_finds_nothing(tmp_path, online):
    online["images"] = []
    with pytest.raises(DataError, match="neurovault"):
        images.fetch_real(tmp_path)


# -- contact sheets


def _letters(figure):
    return {text.get_text() for axes in figure.axes for text in axes.texts}


def test_contact_sheet_of_a_volume(data):
    figure = images.contact_sheet(data / "FSL_BAmyg_thr0.nii.gz")
    assert len(figure.axes) == 24
    assert _letters(figure) == {"L", "R", "P", "A"}
    assert "neurological" in figure.get_suptitle()
    titles = [axes.get_title() for axes in figure.axes]
    assert all(title.endswith(" mm") for title in titles)
    # Slices go where there is something to see; some sagittal ones pass between the two.
    assert all(axes.images[0].get_array().max() > 0 for axes in figure.axes[:16])


def test_contact_sheet_puts_the_patients_left_on_the_left(tmp_path):
    values = np.zeros((12, 10, 8), np.int16)
    values[1:3] = 100  # index 0 is the rightmost: LAS
    affine = np.diag([-4.0, 4, 4, 1])
    affine[:3, 3] = 22, -18, -14
    nib.save(nib.Nifti1Image(values, affine), tmp_path / "las.nii")
    axial = images.contact_sheet(tmp_path / "las.nii").axes[0].images[0].get_array()
    assert axial[:, :6].max() == 0
    assert axial[:, 6:].max() == 100


def test_contact_sheet_of_a_series_plots_its_mean(data):
    figure = images.contact_sheet(data / "epi_msec.nii")
    assert len(figure.axes) == 25
    (line,) = figure.axes[24].lines
    assert len(line.get_ydata()) == 8
    assert "mean over time" in figure.get_suptitle()


def test_contact_sheet_without_a_frame_claims_no_sides(data):
    figure = images.contact_sheet(data / "no_frame.nii")
    assert _letters(figure) == set()
    assert "unknown" in figure.get_suptitle()


def test_contact_sheets_are_saved(data, tmp_path):
    names = ["displacement_5d.nii"]
    pages = images.contact_sheets(data, tmp_path / "sheets", names)
    assert [page.name for page in pages] == ["displacement_5d.png"]
    assert all(page.read_bytes().startswith(b"\x89PNG") for page in pages)
    with pytest.raises(DataError, match="absent.nii cannot be opened"):
        images.contact_sheets(data, tmp_path, ["absent.nii"])
