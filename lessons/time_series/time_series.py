# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Time series
#
# A functional run is a film of the head: the same volume, taken again every second or two or
# three, for several minutes. Each voxel of it holds a recording, its *time series*. What the brain
# does changes that recording by about one per cent. So does the machine, and more slowly; this
# notebook is about telling what the recording shows from what the scanner adds.
#
# By the end you will be able to
#
# - mend a film whose time axis stands in the wrong place, and date each of its volumes in seconds,
# - find the voxels that hold brain, and average over them and nothing else,
# - measure a drift with a least-squares line, in units that somebody else can compare,
# - take the drift out and leave everything else as it was,
# - express a signal in per cent, so that two voxels, or two scanners, can be compared.
#
# **Conventions**, as in every notebook of the course: voxel coordinates are $(i, j, k)$; scanner
# or template coordinates are $(x, y, z)$ in millimetres, RAS+. An array of a film is indexed
# `[i, j, k, volume]`: time is the last axis, and volumes count from 0.
#
# Run the next cell first. It finds the course's images.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import io
import os
from pathlib import Path

import matplotlib.pyplot as plt
import nibabel as nib
import numpy as np

folders = [os.environ.get("ISOCENTER_DATA", "data"), "../../data", "../data", "data"]
image_folders = [Path(folder).resolve() for folder in folders]


def image_file(name):
    """Return the path of one of the course's images."""
    for folder in image_folders:
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(
        f"{name} was not found. Unpack the archive of images that came with the course so that a "
        "folder named data lies beside the folder of this notebook, then run this cell again."
    )


def show(figure, alt, **saving):
    """Display a figure, with a sentence for those who cannot see it, and close it."""
    picture = io.BytesIO()
    figure.savefig(picture, format="png", pil_kwargs={"compress_level": 1}, **saving)
    forms = {"image/png": picture.getvalue(), "text/plain": alt}
    display(forms, raw=True, metadata={"image/png": {"alt": alt}})
    plt.close(figure)


# %% [markdown]
# ## One axis too many
#
# Here is a functional run. Look at its shape before anything else.

# %%
bold_img = nib.load(image_file("raw_fMRI_raw_bold.nii.gz"))
print("shape:", bold_img.shape)
print("step along each axis:", [round(float(step), 3) for step in bold_img.header.get_zooms()])
print("units of space and time:", bold_img.header.get_xyzt_units())

# %% [markdown]
# A NIfTI file may have up to seven axes. The first three are space, the fourth is time, and the
# fifth is for files that hold several numbers per voxel, such as the three components of a vector.
# Some software nevertheless writes a film as `(x, y, z, 1, t)`: one point in time, with `t` numbers
# at each voxel. If you see five lengths above, you have met one. nibabel did not misread it; it
# reports what the file says.
#
# Three cures come to mind, and each has a trap. Try them on a small film of a single slice.

# %%
one_slice = nib.Nifti1Image(np.zeros((4, 5, 1, 1, 6), dtype=np.int16), np.diag([4, 4, 4, 1]))
one_slice.header.set_zooms((4, 4, 4, 1, 2.4))  # 6 volumes, 2.4 s apart

print("shape of the film:        ", one_slice.shape)
print("nib.squeeze_image(img):   ", nib.squeeze_image(one_slice).shape)
print("img.get_fdata().squeeze():", one_slice.get_fdata().squeeze().shape)
print("img.get_fdata()[..., 0]:  ", one_slice.get_fdata()[..., 0].shape)

# %% [markdown]
# `squeeze_image` takes away axes of length 1 only from the end, and ours is not at the end.
# A bare `squeeze` takes away *every* axis of length 1, the third axis of space too. `[..., 0]` keeps
# the axis of length 1 and drops five of the six volumes: the dots stand for all axes but the last.
#
# The header needs mending as well. Its field `pixdim` holds one step per axis, and the repetition
# time (TR), the seconds from one volume to the next, is the step along the time axis. Give an array
# of the right shape the old header, and see which step lands there:

# %%
copied = nib.Nifti1Image(np.zeros((4, 5, 1, 6), dtype=np.int16), one_slice.affine, one_slice.header)
print("steps before:", [float(step) for step in one_slice.header.get_zooms()])
print("steps after: ", [float(step) for step in copied.header.get_zooms()])

# %% [markdown]
# A TR of one second, and nobody has complained: the step of the axis that is gone has taken the
# place of the TR. Every frequency, every delay, every drift per second computed from this file
# would be wrong by the same factor. (The odd tail of 2.4 is harmless: a header stores its steps in
# single precision, where 2.4 is only nearly 2.4.)
#
# And not every file with five axes is a film. This one says, in the header's *intent code*, what its
# fifth axis is for: 1006 means displacement vectors and 1007 vectors in general, and the three
# numbers at a voxel are components along x, y and z, not three moments.

# %%
field_img = nib.load(image_file("displacement_5d.nii"))
print("shape:", field_img.shape, "  intent code:", int(field_img.header["intent_code"]))


# %% [markdown]
# ### Exercise: as 4D (8 minutes)
#
# Make an ordinary film, with time as the fourth axis, of a film stored as `(x, y, z, 1, t)`. Refuse
# what the docstring names.

# %% nbgrader={"grade": false, "grade_id": "as_4d", "locked": false, "schema_version": 3, "solution": true, "task": false}
def as_4d(img):
    """Return a film that is stored with five axes as an image with four.

    What is returned can be saved and loaded again, and then has the values of `img` within half a
    quantisation step (half the slope in the file of `img`), its affine, its dtype on disk, its sform
    and qform codes and its units.

    Parameters
    ----------
    img : nibabel.Nifti1Image of shape (x, y, z, 1, t), t >= 1
        The repetition time stands in pixdim[5], in the header's unit of time. It is left as it was.

    Returns
    -------
    nibabel.Nifti1Image of shape (x, y, z, t)
        The repetition time stands in pixdim[4], in the same unit.

    Raises
    ------
    ValueError
        `img` does not have five axes, its fourth axis is not of length 1, or its intent code is
        that of a vector, 1006 or 1007.
    """
    ### BEGIN SOLUTION
    header = img.header
    if len(img.shape) != 5 or img.shape[3] != 1 or header["intent_code"] in (1006, 1007):
        raise ValueError(f"not a film stored as (x, y, z, 1, t): shape {img.shape}")
    film = nib.Nifti1Image(np.asanyarray(img.dataobj)[:, :, :, 0], img.affine, header)
    x, y, z, _, repetition_time = header.get_zooms()
    film.header.set_zooms((x, y, z, repetition_time))
    return film
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "as_4d_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: two volumes of 3 x 4 x 2 voxels, 2.5 s apart.
values = np.arange(48, dtype=np.float32).reshape(3, 4, 2, 1, 2)
stored = nib.Nifti1Image(values, np.diag([4.0, 4.0, 5.0, 1.0]))
stored.header.set_zooms((4, 4, 5, 1, 2.5))
film = as_4d(stored)
assert isinstance(film, nib.Nifti1Image), f"as_4d(img): got a {type(film).__name__}, wanted an image"
assert film.shape == (3, 4, 2, 2), f"as_4d(img of shape {values.shape}): got shape {film.shape}, wanted (3, 4, 2, 2)"
step = float(film.header.get_zooms()[3])
assert step == 2.5, f"as_4d(img, volumes 2.5 s apart): got pixdim[4] = {step}, wanted 2.5"

# %% nbgrader={"grade": true, "grade_id": "as_4d_plain", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at the values, the affine and pixdim[4] of films of float32 and int16, one of a single volume, saved and loaded again.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def as_4d_plain(rng):
    for dtype, count in (np.float32, 6), (np.int16, 6), (np.int16, 1):
        given = f"a film of {np.dtype(dtype)}" if count > 1 else "a film of one volume"
        values = checks.numbers(rng, (5, 4, 3, 1, count), dtype)
        tr = rng.uniform(1.5, 3)
        img = checks.image(values, checks.affine(rng), zooms=(1.0, tr))
        film = checks.expect_image(as_4d, img, given=given)
        wrong = {
            "leaving all five axes": values,
            "taking [..., 0], one volume in place of one axis,": values[..., 0],
            "putting time first instead of dropping an axis": values[:, :, :, 0].transpose(3, 0, 1, 2),
            "reading the numbers in another order": values.reshape(count, -1).T.reshape(5, 4, 3, count),
        }
        if count == 1:
            wrong = {"taking away the axis of time, because it has length 1,": values[..., 0, 0]}
        checks.close(film.get_fdata(), values[:, :, :, 0], as_4d, given, atol=0.01, mistakes=wrong)
        checks.close(film.affine, img.affine, as_4d, f"{given}: its affine", atol=1e-3)
        step = film.header.get_zooms()[3]
        wrong = {"a copied header, whose pixdim[4] belonged to the axis of length 1,": 1.0}
        checks.close(step, tr, as_4d, f"{given}: pixdim[4] of what came", mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "as_4d_header", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at an oblique film of one slice, in milliseconds, its int16 scaled, its two codes different.
### BEGIN HIDDEN TESTS
import tempfile

from isocenter import checks


@checks.run
def as_4d_header(rng):
    given = "an oblique film of one slice, in milliseconds, scaled int16, read from its file"
    oblique = checks.affine(rng, "LAS", turn=0.3)
    stored = rng.integers(-9000, 9000, (6, 7, 1, 1, 5)).astype(np.int16)
    img = checks.image(stored, oblique, code=4, qform=(oblique, 1), zooms=(1, 720), units=("mm", "msec"))
    slope, intercept = 0.25, 3000.5
    img.header.set_slope_inter(slope, intercept)
    with tempfile.TemporaryDirectory() as folder:
        img = checks.from_disk(img, folder)
        film = checks.expect_image(as_4d, img, given=given, unchanged=True)
        want = slope * stored[:, :, :, 0].astype(float) + intercept
        wrong = {
            "squeezing every axis of length 1": want[:, :, 0],
            "the numbers on disk, before slope and intercept,": stored[:, :, :, 0],
        }
        half_a_step = 0.51 * slope
        checks.close(film.get_fdata(), want, as_4d, given, rtol=0, atol=half_a_step, mistakes=wrong)
        film = checks.expect_image(as_4d, img, given=given, like=img)
    checks.close(film.affine, oblique, as_4d, f"{given}: its affine", atol=1e-3)
    wrong = {"a copied header": 1, "seconds in a header that says milliseconds": 0.72}
    step = film.header.get_zooms()[3]
    checks.close(step, 720, as_4d, f"{given}: pixdim[4] of what came", mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "as_4d_refuses", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at what must be refused, beside a film that must not be: other shapes, vectors.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def as_4d_refuses(rng):
    def stored(shape, intent):
        img = checks.image(checks.numbers(rng, shape, np.float32), checks.affine(rng))
        img.header.set_intent(intent)
        return img

    img = stored((4, 3, 5, 1, 3), "time series")
    film = checks.expect_image(as_4d, img, given="a film of three volumes, its intent a time series")
    want = img.get_fdata()[:, :, :, 0]
    checks.close(film.get_fdata(), want, as_4d, "a film of three volumes, its intent a time series")
    for given, shape, intent in (
        ("a field of displacement vectors", (4, 3, 5, 1, 3), "displacement vector"),
        ("a field of vectors", (4, 3, 5, 1, 3), "vector"),
        ("five axes, the fourth of length 2", (4, 3, 5, 2, 3), "none"),
        ("an image that has four axes already", (4, 3, 5, 6), "none"),
        ("a single volume", (4, 3, 5), "none"),
    ):
        hint = "is this a film stored as (x, y, z, 1, t)"
        checks.expect_error(as_4d, stored(shape, intent), raises=ValueError, given=given, hint=hint)


### END HIDDEN TESTS

# %% [markdown]
# ## When each volume was taken
#
# From here on the film is an array with four axes. Load it once; the next cell takes the numbers
# in the order in which they come, whatever the file makes of its axes.

# %%
bold = bold_img.get_fdata()
bold = bold.reshape(*bold.shape[:3], -1)
tr = float(bold_img.header.get_zooms()[-1])
print("shape of the film:", bold.shape, "  TR:", round(tr, 3), bold_img.header.get_xyzt_units()[1])


def draw_slice(axes, volume, place=0, title="", **how):
    """Draw the middle axial slice of a volume of the run, x to the right, y up, at a place in a row."""
    upright = nib.as_closest_canonical(nib.Nifti1Image(volume, bold_img.affine))
    width, height, _ = upright.shape * nib.affines.voxel_sizes(upright.affine)
    middle, left = upright.dataobj[:, :, upright.shape[2] // 2], 1.15 * place * width
    drawn = axes.imshow(middle.T, origin="lower", extent=(left, left + width, 0, height), **how)
    axes.text(left + width / 2, 1.05 * height, title, ha="center")
    axes.set(xlim=(0, left + width), ylim=(0, height))
    axes.set_axis_off()
    return drawn


# %%
last = bold.shape[3] - 1
bright = np.percentile(bold[..., 0], 99.5)
difference = bold[..., last] - bold[..., 0]

figure = plt.figure(figsize=(8, 2.2))
axes = figure.add_axes([0, 0.03, 0.87, 0.85])
for place, volume in enumerate((0, last // 2, last)):
    draw_slice(axes, bold[..., volume], place, f"volume {volume}", cmap="gray", vmin=0, vmax=bright)
changes = draw_slice(axes, difference, 3, "last − first", cmap="PuOr", vmin=-bright / 10, vmax=bright / 10)
scale = figure.colorbar(changes, cax=figure.add_axes([0.88, 0.1, 0.02, 0.7]), ticks=[-bright / 10, 0, bright / 10], format="%.0f")
scale.set_label("change (scanner units)")
show(figure, "Three volumes of the run, first, middle and last, look the same; their difference is small.")

# %% [markdown]
# The middle axial slice at the beginning, in the middle and at the end of the run; the patient's
# left is on the left (a neurological display). The three look alike, and that is the first thing to
# know about functional images: what changes in them is far too small to see. The last panel shows
# the end minus the beginning, on a scale that goes only to a tenth of the brightness.
#
# To speak of change over time one needs the time. Volume 0 begins at 0 s, volume 1 one TR later, and
# so on; a volume's slices are in turn taken one after the other, or a few at a time, within the TR,
# a matter that *slice-timing correction* deals with and that we leave aside. The TR is the header's
# fourth step, and the header also says in which unit it is meant:

# %%
for name in "functional.nii", "epi_msec.nii":
    film_header = nib.load(image_file(name)).header
    print(f"{name}: {film_header.get_data_shape()[3]} volumes, step {film_header.get_zooms()[3]}, unit {film_header.get_xyzt_units()[1]}")

# %% [markdown]
# Two small traps. A run of $n$ volumes *lasts* $n$ TR, but its last volume *begins* after $n - 1$ of
# them: a fence of $n$ posts has $n - 1$ gaps. And `np.arange` with a step that is not a whole number
# may give one post too many, because decimal fractions are rounded in binary:

# %%
print("three volumes, 0.1 s apart:", np.arange(0, 3 * 0.1, 0.1))


# %% [markdown]
# ### Exercise: time axis (4 minutes)
#
# Give the time at which each volume of a film begins.

# %% nbgrader={"grade": false, "grade_id": "time_axis", "locked": false, "schema_version": 3, "solution": true, "task": false}
def time_axis(img):
    """Return the time at which each volume of a film begins.

    Parameters
    ----------
    img : nibabel.Nifti1Image of shape (x, y, z, t)
        pixdim[4] holds the repetition time; the header's unit of time is 'sec', 'msec'
        (milliseconds) or 'usec' (microseconds). It is left as it was.

    Returns
    -------
    (t,) floats, seconds
        The first is 0.
    """
    ### BEGIN SOLUTION
    unit = {"sec": 1, "msec": 1e-3, "usec": 1e-6}[img.header.get_xyzt_units()[1]]
    repetition_time = float(img.header.get_zooms()[3]) * unit
    return repetition_time * np.arange(img.shape[3])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "time_axis_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: four volumes, 2 s apart.
film = nib.Nifti1Image(np.zeros((3, 5, 2, 4), dtype=np.float32), np.diag([4.0, 4.0, 5.0, 1.0]))
film.header.set_zooms((4, 4, 5, 2))
film.header.set_xyzt_units("mm", "sec")
seconds = time_axis(film)
assert np.shape(seconds) == (4,), f"time_axis(4 volumes, 2 s apart): got shape {np.shape(seconds)}, wanted (4,)"
assert np.allclose(seconds, [0, 2, 4, 6]), f"time_axis(4 volumes, 2 s apart): got {seconds}, wanted [0 2 4 6]"

# %% nbgrader={"grade": true, "grade_id": "time_axis_seconds", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at films in seconds: several TRs, below and above one second, several lengths.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def time_axis_seconds(rng):
    for shape, tr in ((5, 2, 4, 3), 0.1), ((4, 5, 3, 7), 0.72), ((6, 3, 4, 6), rng.uniform(1.3, 1.9)), ((3, 5, 4, 20), 2.4):
        film = checks.image(np.zeros(shape, np.int16), checks.affine(rng, turn=0.3), zooms=(tr,))
        volume = np.arange(shape[3])
        checks.expect(
            time_axis,
            film,
            gives=tr * volume,
            given="a film in seconds",
            mistakes={
                "counting volumes": volume,
                "a first volume at one TR": tr * (volume + 1),
                "n posts over n gaps, a last volume at the end of the run,": np.linspace(0, shape[3] * tr, shape[3]),
                "the middle of each TR": tr * (volume + 0.5),
                "a time for each slice along the first axis": tr * np.arange(shape[0]),
                "the size of a voxel": float(film.header.get_zooms()[2]) * volume,
                "np.arange with a step that is no whole number": np.arange(0, shape[3] * tr, tr),
            },
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "time_axis_units", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at films whose headers speak of milliseconds and of microseconds, ones in seconds between them; short TRs; the image unchanged.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def time_axis_units(rng):
    volume = np.arange(9)
    for unit, factor in ("msec", 1e3), ("sec", 1), ("usec", 1e6):
        for tr, space in (0.8, "mm"), (rng.uniform(1.8, 3.1), "micron"), (0.08, "mm"):
            film = checks.image(
                np.zeros((5, 4, 3, 9), np.int16), checks.affine(rng), zooms=(factor * tr,), units=(space, unit)
            )
            by_size = "guessing the unit from the size of the number"
            no_unit = by_size if tr < 0.1 else "reading every header as seconds"
            by_code = "comparing a code that holds the unit of space too"
            no_unit = by_code if space == "micron" else no_unit
            checks.expect(
                time_axis,
                film,
                gives=tr * volume,
                given=f"a film whose unit of time is {unit}",
                mistakes={
                    no_unit: factor * tr * volume,
                    "multiplying where one divides": factor**2 * tr * volume,
                    "reading every header as milliseconds": factor * tr * volume / 1e3,
                    "counting volumes": volume,
                },
                unchanged=True,
            )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "time_axis_edges", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at a film read from its file, and at films of one and of two volumes; the image unchanged.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def time_axis_edges(rng):
    real = nib.load(checks.data_file("functional.nii"))
    unit = {"msec": 1e-3, "usec": 1e-6}.get(real.header.get_xyzt_units()[1], 1)
    cases = [("a film read from its file", real, unit * float(real.header.get_zooms()[3]))]
    for count, given in (1, "a film of one volume"), (2, "a film of two volumes"):
        tr = rng.uniform(1.1, 3)
        film = checks.image(np.zeros((2, 3, 4, count), np.float32), checks.affine(rng, "PIR"), zooms=(tr,))
        cases.append((given, film, tr))
    for given, film, tr in cases:
        checks.expect(time_axis, film, gives=tr * np.arange(film.shape[3]), given=given, unchanged=True)


### END HIDDEN TESTS

# %% [markdown]
# ## Field of view and brain
#
# Average all voxels of each volume and you have averaged the *field of view*, the whole box: brain,
# skull, neck and the air around them. Often more than half of it is air. The air is not 0 either:
# an image is a magnitude, and the magnitude of noise is always positive. To speak of the brain one
# must first say which voxels those are.
#
# Functional images are blurred and bright enough for a simple rule to work: take the mean of each
# voxel over time, and keep the voxels whose mean exceeds some threshold. The threshold has to hang
# on the image, because the units of an MR image are arbitrary: 1000 may be brain on one scanner and
# air on another. A fraction of the brightest voxel? The cell below tries all fractions, and compares
# each mask with that of nilearn's `compute_epi_mask`, which looks for the gap in the histogram and
# tidies up what it finds. The measure of agreement is Dice's,
#
# $$\mathrm{Dice}(A, B) = \frac{2\,|A \cap B|}{|A| + |B|},$$
#
# which is 1 for equal masks and 0 for masks that share no voxel.

# %%
from nilearn.masking import compute_epi_mask

# %%
temporal_mean = bold.mean(axis=-1)  # a volume: (x, y, z)
nilearn_mask = compute_epi_mask(nib.Nifti1Image(temporal_mean, bold_img.affine)).get_fdata() > 0


def dice(one, other):
    """Return Dice's overlap of two masks of the same shape."""
    return 2 * np.sum(one & other) / (np.sum(one) + np.sum(other))


fractions = np.linspace(0.02, 0.8, 40)
overlaps = [dice(temporal_mean > f * temporal_mean.max(), nilearn_mask) for f in fractions]
print(f"nilearn's mask holds {100 * nilearn_mask.mean():.0f} % of the voxels in the field of view")
print(f"best agreement: Dice {max(overlaps):.3f}, at {fractions[np.argmax(overlaps)]:.2f} of the maximum")

figure = plt.figure(figsize=(8, 2.4))
left, middle, right = (figure.add_axes([x, 0.21, 0.26, 0.68]) for x in (0, 0.34, 0.72))
masked = np.where(nilearn_mask, temporal_mean, np.nan)
draw_slice(left, temporal_mean, cmap="gray")
draw_slice(left, masked, title="nilearn's mask", cmap="YlOrBr_r", vmin=0, vmax=temporal_mean.max(), alpha=0.6)
middle.hist(temporal_mean.ravel(), bins=80, histtype="stepfilled", color="0.5", log=True)
middle.axvline(temporal_mean.max(), color="C1")
middle.set_title("the line: the maximum", color="C1", fontsize=10)
middle.set_yticks([1, 100, 10000], ["1", "100", "10,000"])
middle.minorticks_off()
middle.locator_params(axis="x", nbins=4)
middle.set(xlabel="mean over time (scanner units)", ylabel="voxels", ylim=(0.5, None))
right.plot(fractions, overlaps, color="C0")
right.set(xlabel="threshold / maximum", ylabel="Dice", xticks=[0, 0.4, 0.8], yticks=[0, 0.5, 1], ylim=(0, 1))
right.set_title("agreement with nilearn's mask", fontsize=10)
show(figure, "A slice with nilearn's mask over the brain; the histogram of temporal means; Dice against the threshold.")


# %% [markdown]
# Over a range of fractions the two masks agree well, and that range is what one wants to be in. But
# look at the histogram: at its right end stand a few voxels, and the maximum is the very last of
# them, perhaps a vessel, perhaps a spike. Had that one voxel been twice as bright, every fraction in
# the right panel would have meant something else. A high *percentile* is a steadier anchor, for it
# does not ask how bright the brightest voxels are, only how many there are.
#
# ### Exercise: brain mask (7 minutes)
#
# Write the rule with the 98th percentile in place of the maximum. When it runs, you may draw the curve
# above once more with your own mask, in a cell of your own.

# %% nbgrader={"grade": false, "grade_id": "brain_mask", "locked": false, "schema_version": 3, "solution": true, "task": false}
def brain_mask(bold, fraction):
    """Return the voxels of a film that are bright on average.

    Parameters
    ----------
    bold : (x, y, z, t) array of float64
        A film; it is left as it was.
    fraction : float
        The threshold, as a fraction of the 98th percentile, over all voxels, of the map of
        temporal means (linear between neighbours, as `np.percentile` has it by default).

    Returns
    -------
    (x, y, z) array of bool
        True where the voxel's mean over time exceeds the threshold.
    """
    ### BEGIN SOLUTION
    temporal_mean = bold.mean(axis=-1)
    return temporal_mean > fraction * np.percentile(temporal_mean, 98)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "brain_mask_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a row of six voxels, the first half dark, the second half bright.
film = np.array([10.0, 20, 30, 900, 1000, 1100]).reshape(6, 1, 1, 1) * np.ones(4)
mask = brain_mask(film, 0.5)
assert np.shape(mask) == (6, 1, 1), f"brain_mask(film of shape (6, 1, 1, 4), 0.5): got shape {np.shape(mask)}, wanted (6, 1, 1)"
assert np.asarray(mask).dtype == bool, f"brain_mask(film, 0.5): got an array of {np.asarray(mask).dtype}, wanted bool"
found = np.ravel(mask).tolist()
assert found == [False] * 3 + [True] * 3, f"brain_mask(means 10 20 30 900 1000 1100, 0.5): got {found}, wanted the last three True"

# %% nbgrader={"grade": true, "grade_id": "brain_mask_plain", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at a film with a dark and a bright part and air of exactly 0, at a high and a low fraction and at 0.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def brain_mask_plain(rng):
    parts = np.zeros(10), rng.uniform(50, 300, 100), rng.uniform(1500, 2000, 60), rng.uniform(4000, 4400, 40)
    means = rng.permutation(np.concatenate(parts)).reshape(7, 6, 5)
    film = means[..., np.newaxis] * rng.permutation(np.linspace(0.97, 1.03, 8))
    means = film.mean(axis=-1)
    level = np.percentile(means, 98)
    for fraction, given in (0.2, "a low fraction"), (0.7, "a high fraction"), (0.0, "a fraction of 0"):
        checks.expect(
            brain_mask,
            film,
            fraction,
            gives=means > fraction * level,
            given=given,
            mistakes={
                "the voxels below the threshold": means <= fraction * level,
                "counting what only reaches the threshold": means >= fraction * level,
                "a threshold that leaves the fraction out": means > level,
                "the fraction as a percentile": means > np.percentile(means, 100 * fraction),
                "a fraction of the mean over the field of view": means > fraction * means.mean(),
                "the percentile 0.98, nearly the minimum,": means > fraction * np.percentile(means, 0.98),
            },
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "brain_mask_outliers", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at a film with a few voxels far brighter than the rest and volumes in which many flare up, and at one that is mostly air of exactly 0.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def brain_mask_outliers(rng):
    parts = rng.uniform(100, 200, 90), rng.uniform(900, 1000, 90), rng.uniform(1900, 2000, 90)
    means = rng.permutation(np.concatenate(parts)).reshape(6, 5, 9)
    means[2, 3, :4] = 20000
    # Half of the voxels flare up in two volumes, so that their means are far from their medians.
    flares = np.where(np.isin(np.arange(8), (0, 5)), 2.4, 1.6 / 3)
    factors = np.where(rng.permutation(np.arange(270) % 2).reshape(6, 5, 9, 1), flares, 1)
    film = means[..., np.newaxis] * factors
    means = film.mean(axis=-1)
    for fraction in 0.35, 0.6:
        checks.expect(
            brain_mask,
            film,
            fraction,
            gives=means > fraction * np.percentile(means, 98),
            given="a film with outliers among voxels and volumes",
            mistakes={
                "a fraction of the maximum": means > fraction * means.max(),
                "the percentile over all volumes, not over the means,": means > fraction * np.percentile(film, 98),
                "the first volume in place of the mean": film[..., 0] > fraction * np.percentile(film[..., 0], 98),
                "the median over time": np.median(film, -1) > fraction * np.percentile(np.median(film, -1), 98),
                "the percentile of each slice": means > fraction * np.percentile(means, 98, axis=(0, 1)),
            },
        )
    parts = np.zeros(150), rng.uniform(50, 90, 30), rng.uniform(1500, 2000, 27), rng.uniform(4000, 4400, 3)
    means = rng.permutation(np.concatenate(parts)).reshape(7, 6, 5)
    film = means[..., np.newaxis] * np.ones(4)
    right, of_some = means > 0.7 * np.percentile(means, 98), means > 0.7 * np.percentile(means[means > 0], 98)
    given, mistakes = "a film that is mostly air of exactly 0", {"the percentile of the voxels above 0 alone": of_some}
    checks.expect(brain_mask, film, 0.7, gives=right, given=given, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "brain_mask_types", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at a film of few voxels, where percentiles lie between neighbours; the type; the film unchanged.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def brain_mask_types(rng):
    given = "a film of few voxels"
    # The 98th percentile of sixty lies between the second and the third largest.
    means = rng.permutation([*rng.uniform(20, 950, 55), 285, 320, 1000, 2000, 9000]).reshape(5, 4, 3)
    film = means[..., np.newaxis] * rng.permutation([0.8, 0.9, 1.1, 1.2])
    for fraction in 0.15, 0.5:
        at = {how: fraction * np.percentile(means, 98, method=how) for how in ("linear", "lower", "higher")}
        mask = checks.expect(
            brain_mask,
            film,
            fraction,
            gives=means > at["linear"],
            given=given,
            unchanged=True,
            mistakes={
                "a percentile that is not interpolated": means > at["lower"],
                "a percentile that is rounded up": means > at["higher"],
                "the percentile over all volumes, not over the means,": means > fraction * np.percentile(film, 98),
            },
        )
        dtype = np.asarray(mask).dtype
        hint = "a mask of other numbers, used as an index, picks whole slices in place of voxels"
        checks.require(dtype.kind == "b", brain_mask, given, f"an array of {dtype} came, where bool was wanted", hint)


### END HIDDEN TESTS

# %% [markdown]
# ## Averaging over the right axes
#
# An average takes axes away, and the shape tells which. `bold.mean(axis=-1)` takes time away and
# leaves a picture. To have a signal, one number per volume, the three axes of space must go. The
# shape is a good witness, but it does not see everything: here are three ways to have an answer of
# the right shape and the wrong numbers. They are tried on a film of two bright voxels and two dark
# ones, each of which gains 1 per volume.

# %%
toy = np.zeros((2, 2, 1, 3))
toy[0] = 1000
toy += np.arange(3)
toy_mask = toy[..., 0] > 500

print("the signal of the bright voxels is", toy[0, 0, 0])
print("  film times mask, averaged:       ", (toy * toy_mask[..., np.newaxis]).mean(axis=(0, 1, 2)))
print("  reshape(3, -1), averaged:        ", toy.reshape(3, -1).mean(axis=-1).round(1))
print("  mask of integers used as an index:", toy[toy_mask.astype(int)].mean(axis=(0, 1, 2, 3, 4)))


# %% [markdown]
# The product with the mask sets the dark voxels to 0, and they are averaged all the same.
# `reshape` does not move numbers; it reads them in the order in which they lie in memory, the last
# axis fastest, and cuts that row into pieces of another length, so that time and space are mixed.
# And an array of integers is not a mask: 0 and 1 are taken for the numbers of slices, the first and
# the second.
#
# ### Exercise: mean signal (6 minutes)
#
# Average a film over space: over the field of view, as one often sees it done, or over a mask.

# %% nbgrader={"grade": false, "grade_id": "mean_signal", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mean_signal(bold, mask=None):
    """Return the mean over voxels of each volume of a film.

    Parameters
    ----------
    bold : (x, y, z, t) array of float64
        A film; it is left as it was.
    mask : (x, y, z) array of bool, optional
        The voxels to average, at least one, all with the same weight. All voxels of the field of
        view when it is not given.

    Returns
    -------
    (t,) floats, in the units of `bold`
    """
    ### BEGIN SOLUTION
    if mask is None:
        return bold.mean(axis=(0, 1, 2))
    return bold[mask].mean(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "mean_signal_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: two voxels, three volumes.
film = np.array([[10.0, 20.0, 30.0], [30.0, 60.0, 90.0]]).reshape(2, 1, 1, 3)
everywhere = mean_signal(film)
assert np.shape(everywhere) == (3,), f"mean_signal(film of shape (2, 1, 1, 3)): got shape {np.shape(everywhere)}, wanted (3,)"
assert np.allclose(everywhere, [20, 40, 60]), f"mean_signal(voxels 10 20 30 and 30 60 90): got {everywhere}, wanted [20 40 60]"
second = mean_signal(film, mask=np.array([False, True]).reshape(2, 1, 1))
assert np.shape(second) == (3,), f"mean_signal(film, mask=the second voxel): got shape {np.shape(second)}, wanted (3,)"

# %% nbgrader={"grade": true, "grade_id": "mean_signal_field_of_view", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at the mean over the field of view: distinct axes, and a film with as many volumes as columns.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def mean_signal_field_of_view(rng):
    for shape, given in (
        ((4, 5, 3, 7), "a film without a mask"),
        ((6, 4, 3, 6), "a film with as many volumes as voxels along x, without a mask"),
    ):
        film = rng.uniform(300, 900, shape) + 100 * rng.standard_normal(shape[3])
        checks.expect(
            mean_signal,
            film,
            gives=film.mean(axis=(0, 1, 2)),
            given=given,
            rtol=1e-5,
            mistakes={
                "reshape(t, -1), which mixes time with space,": film.reshape(shape[3], -1).mean(axis=1),
                "averaging over time": film.mean(axis=-1),
                "taking the first axis for time": film.mean(axis=(1, 2, 3)),
                "one number for the whole film": film.mean(),
                "the sum over voxels": film.sum(axis=(0, 1, 2)),
                "the median over voxels": np.median(film, axis=(0, 1, 2)),
                "keeping axes of length 1": film.mean(axis=(0, 1, 2), keepdims=True),
            },
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "mean_signal_mask", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at the mean inside a scattered mask, with different numbers of voxels in its slices.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def mean_signal_mask(rng):
    film = rng.uniform(20, 60, (6, 5, 4, 8))
    mask = rng.random((6, 5, 4)) < np.array([0.2, 0.4, 0.6, 0.9])
    mask[0, 0] = True
    film[mask] += 1000 + 200 * rng.standard_normal((mask.sum(), 8))
    inside = film * mask[..., np.newaxis]
    wrong = {
        "the whole field of view": film.mean(axis=(0, 1, 2)),
        "setting voxels to 0 and averaging those zeros too": inside.mean(axis=(0, 1, 2)),
        "a mean of slice means": (inside.sum(axis=(0, 1)) / mask.sum(axis=(0, 1))[:, np.newaxis]).mean(axis=0),
        "the voxels outside the mask": film[~mask].mean(axis=0),
        "a mask of integers used as an index": film[mask.astype(int)].mean(axis=(0, 1, 2, 3, 4)),
        "averaging over time": film[mask].mean(axis=-1),
        "the sum over voxels": film[mask].sum(axis=0),
        "the median over voxels": np.median(film[mask], axis=0),
    }
    want = film[mask].mean(axis=0)
    given = "a film and a scattered mask"
    checks.expect(mean_signal, film, mask, gives=want, given=given, rtol=1e-5, mistakes=wrong)
    checks.expect(mean_signal, film, mask=mask, gives=want, given=given, rtol=1e-5, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "mean_signal_edges", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at masks of one voxel and of all, two volumes, values near 30,000 and of 0; film and mask unchanged.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def mean_signal_edges(rng):
    film = rng.uniform(29500, 32500, (5, 3, 4, 2))
    one = np.zeros((5, 3, 4), dtype=bool)
    one[tuple(rng.integers(one.shape))] = True
    half = rng.permutation(np.arange(60) < 30).reshape(5, 3, 4)
    for mask, given in (
        (one, "two volumes and a mask of one voxel"),
        (np.ones_like(one), "two volumes and a mask of all voxels"),
        (half, "two volumes of values near 30,000 and a mask of half the voxels"),
    ):
        want = film[mask].mean(axis=0)
        checks.expect(mean_signal, film, mask, gives=want, given=given, rtol=1e-5, unchanged=True)
    checks.expect(mean_signal, film, gives=film.mean(axis=(0, 1, 2)), given="two volumes", rtol=1e-5, unchanged=True)
    film = film * (rng.random(film.shape) < 0.6)
    some = film[half].sum(axis=0) / np.count_nonzero(film[half], axis=0)
    given, wrong = "a mask with voxels whose value is 0", {"leaving out the voxels that are 0": some}
    checks.expect(mean_signal, film, half, gives=film[half].mean(axis=0), given=given, rtol=1e-5, mistakes=wrong)


### END HIDDEN TESTS

# %% [markdown]
# ## Drift
#
# Now the mean over the field of view and the mean over the brain, against time.

# %%
seconds = np.linspace(0, (bold.shape[3] - 1) * tr, bold.shape[3])
brain_series = bold[nilearn_mask]  # one row per voxel of the brain, one column per volume
brain_signal = brain_series.mean(axis=0)
box_signal = bold.mean(axis=(0, 1, 2))

figure = plt.figure(figsize=(8, 2.2))
for left, averages, place in (0.09, box_signal, "field of view"), (0.6, brain_signal, "brain"):
    panel = figure.add_axes([left, 0.22, 0.39, 0.66])
    panel.plot(seconds, averages, color="0.3", linewidth=1)
    panel.locator_params(nbins=4)
    panel.set(xlabel="time (s)", ylabel="scanner units")
    panel.set_title(f"mean over the {place}", fontsize=10)
show(figure, "Two time series: the mean over the field of view and, at a higher level, the mean over the brain.")

# %% [markdown]
# Both wander slowly, on different levels: the air weighs the left one down, but has no signal of its
# own to lose. This slow change is the *drift*, and thinking has no part in it. Some of it is the
# machine: the gradient coils warm the iron around them, the magnet's field creeps by less than a
# millionth of itself and takes the resonance frequency along; the receiver's electronics warm up too.
# Some of it is the person, whose head sinks into its cushion, so that a voxel at an edge comes to hold
# a little more of one tissue and less of another.
#
# "It goes down" is not a measurement. How fast, and down from what? Fit a straight line,
#
# $$y(t) \approx a + b\,t,$$
#
# with the intercept $a$ and the slope $b$ for which the sum of the squared distances,
# $\sum_n \left(y_n - a - b\,t_n\right)^2$, is smallest: the *least-squares* line. The slope is
# then in scanner units per second if, and only if, the times were in seconds. Here is a simulated
# signal, of which the slope is known, and what becomes of it in five hands:

# %%
noise = np.random.default_rng(5)
true_slope, tr_here = -0.25, 2.0
times = tr_here * np.arange(120)
simulated = 900 + true_slope * times + noise.normal(0, 12, times.size)

columns = np.column_stack([np.ones_like(times), times])
(_, with_ones), *_ = np.linalg.lstsq(columns, simulated)
without_ones, *_ = np.linalg.lstsq(times[:, np.newaxis], simulated)

print(f"the slope that went in:             {true_slope:8.4f} per second")
print(f"least squares, columns 1 and t:     {with_ones:8.4f}")
print(f"the same without the column of 1:   {without_ones[0]:8.4f}")
print(f"volume numbers instead of seconds:  {np.polyfit(np.arange(120), simulated, 1)[0]:8.4f}")
print(f"Polynomial.fit(...).coef[1]:        {np.polynomial.Polynomial.fit(times, simulated, 1).coef[1]:8.4f}")
print(f"last volume minus first, over time: {(simulated[-1] - simulated[0]) / times[-1]:8.4f}")


# %% [markdown]
# Least squares comes close; noise is the reason that it does not come closer. Without a column of
# ones the line has to pass through zero at time zero, and a signal that lives near 900 will not have
# it. Volume numbers give a slope per volume. `Polynomial.fit` is an excellent function, but it squeezes
# the times into the interval from −1 to 1 before it fits, and its `coef` belong to that scale until
# you `convert()` them. And the last volume minus the first throws all other volumes away.
#
# Scanner units are arbitrary, so a slope in them cannot be compared with that of another run.
# A percentage can: divide the slope by the mean of the signal. Per minute, it is a number
# that one can keep in one's head.
#
# ### Exercise: drift (8 minutes)
#
# Measure the drift of a signal, in both units.

# %% nbgrader={"grade": false, "grade_id": "drift", "locked": false, "schema_version": 3, "solution": true, "task": false}
def drift(signal, tr):
    """Return the slope of the least-squares line through a signal.

    Parameters
    ----------
    signal : (t,) array of float, t >= 2
        One number per volume, in scanner units, its mean above 0; it is left as it was.
    tr : float, seconds
        From one volume to the next.

    Returns
    -------
    pair of float (any sequence of two)
        The slope of the ordinary least-squares line with intercept, negative for a signal that
        falls: first in scanner units per second, then in per cent of the signal's mean per minute.
    """
    ### BEGIN SOLUTION
    slope, _ = np.polyfit(tr * np.arange(len(signal)), signal, 1)
    return slope, 100 * 60 * slope / np.mean(signal)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "drift_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: 101, 100, 99, one second apart, fall by 1 per second; that is 60 % of 100 per minute.
found = drift(np.array([101.0, 100.0, 99.0]), 1.0)
assert np.shape(found) == (2,), f"drift([101 100 99], 1): got {found}, wanted a pair of numbers"
assert np.allclose(found, [-1, -60]), f"drift([101 100 99], 1): got {found}, wanted -1 per second and -60 % per minute"

# %% nbgrader={"grade": true, "grade_id": "drift_per_second", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at the first of the two numbers, for noisy signals that fall and that rise.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def drift_per_second(rng):
    def first(signal, tr):
        return drift(signal, tr)[0]

    first.__name__ = "drift"  # in messages, which are for those who know no other

    for given, total in ("a noisy signal that falls", -90.0), ("a noisy signal that rises", 70.0):
        count, tr = int(rng.integers(40, 60)), rng.choice([0.72, 1.9, 2.4]) + rng.uniform(0, 0.05)
        seconds = tr * np.arange(count)
        signal = rng.uniform(2000, 4000) + np.linspace(0, total, count) + rng.normal(0, 20, count)
        slope, intercept = np.polyfit(seconds, signal, 1)
        checks.expect(
            first,
            signal,
            tr,
            gives=slope,
            given=f"{given}, the slope per second",
            rtol=1e-4,
            mistakes={
                "a slope per volume": slope * tr,
                "a slope per minute": 60 * slope,
                "the other coefficient of the line": intercept,
                "a fit on times that were scaled to −1 … 1": slope * seconds[-1] / 2,
                "the last volume minus the first": (signal[-1] - signal[0]) / seconds[-1],
                "a line without intercept": seconds @ signal / (seconds @ seconds),
                "times whose last one is the end of the run": slope * (count - 1) / count,
                "a correlation, which has no units,": np.corrcoef(seconds, signal)[0, 1],
                "the pair in the other order": 6000 * slope / signal.mean(),
                "a slope without its sign": abs(slope),
                "time running backwards": -slope,
            },
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "drift_percent", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at the second of the two numbers, for signals that fall and that rise.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def drift_percent(rng):
    def second(signal, tr):
        return drift(signal, tr)[1]

    second.__name__ = "drift"  # in messages, which are for those who know no other

    for given, total in ("a signal that falls by some per cent", -0.06), ("a signal that rises by some per cent", 0.08):
        count, tr = int(rng.integers(30, 50)), rng.uniform(1.2, 2.8)
        signal = rng.uniform(500, 900) * (1 + np.linspace(0, total, count) + rng.normal(0, 0.01, count))
        slope, intercept = np.polyfit(tr * np.arange(count), signal, 1)
        percent = 6000 * slope / signal.mean()
        checks.expect(
            second,
            signal,
            tr,
            gives=percent,
            given=f"{given}, the slope in per cent per minute",
            rtol=1e-4,
            mistakes={
                "a fraction, not per cent,": percent / 100,
                "per cent per second": percent / 60,
                "per cent per volume": 100 * slope * tr / signal.mean(),
                "per cent over the whole run": percent / 60 * tr * (count - 1),
                "per cent of the intercept": 6000 * slope / intercept,
                "per cent of the first volume": 6000 * slope / signal[0],
                "sixty volumes taken for a minute": percent * tr,
                "scanner units per minute": 60 * slope,
                "the pair in the other order": slope,
                "a rate without its sign": abs(percent),
            },
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "drift_edges", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at two volumes and three, at short TRs, at a signal that curves, and at the same signal ten times as large.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def drift_edges(rng):
    curved = 800 + 30 * np.exp(-np.arange(25) / 6) + rng.normal(0, 2, 25)
    spiked = rng.normal(30000, 40, 41)
    spiked[-3] -= 6000
    for given, signal, tr in (
        ("two volumes", rng.uniform(100, 200, 2), 2.4),
        ("a signal that curves, and a short TR", curved, 0.125),
        ("that signal ten times as large", 10 * curved, 0.125),
        ("a signal with a spike near its end", spiked, 2),
        ("three volumes, 0.1 s apart", rng.uniform(100, 200, 3), 0.1),
    ):
        slope = np.polyfit(tr * np.arange(len(signal)), signal, 1)[0]
        want = [slope, 6000 * slope / signal.mean()]
        line = np.polynomial.Polynomial.fit(tr * np.arange(len(signal)), signal, min(2, len(signal) - 1))
        wrong = {
            "the slope of a parabola at time 0": np.multiply(want, line.deriv()(0) / slope),
            "volume numbers in place of seconds": np.multiply(want, tr),
        }
        checks.expect(drift, signal, tr, gives=want, given=given, rtol=1e-4, mistakes=wrong, unchanged=True)


### END HIDDEN TESTS

# %% [markdown]
# ## Taking the line out
#
# The line that one can measure, one can subtract, in every voxel its own. The picture for this is
# a *carpet*: voxels from top to bottom, time from left to right, brightness for the distance from
# the voxel's own mean. What all voxels do together shows as vertical stripes; drift shows as rows
# that are light at one end and dark at the other. A single voxel is noisy, so each row below is the
# average of a few dozen whose drift is alike.

# %%
from scipy import signal as scipy_signal

# %%
some = brain_series[:: max(1, len(brain_series) // 6000)]
quarter = some.shape[1] // 4
rise = some[:, -quarter:].mean(axis=1) - some[:, :quarter].mean(axis=1)
rows = np.array([some[group].mean(axis=0) for group in np.array_split(np.argsort(rise), 100)])
centred = rows - rows.mean(axis=-1, keepdims=True)
flattened = scipy_signal.detrend(rows, axis=-1)
print(f"voxels of the brain that fall: {100 * np.mean(rise < 0):.0f} %, that rise: {100 * np.mean(rise > 0):.0f} %")

reach = 3 * centred.mean(axis=0).std()
looks = {"cmap": "gray", "aspect": "auto", "interpolation": "nearest", "vmin": -reach, "vmax": reach}
figure = plt.figure(figsize=(8, 2.6))
for left, carpet, title in (0.06, centred, "minus the mean"), (0.49, flattened, "minus the line"):
    panel = figure.add_axes([left, 0.18, 0.39, 0.72])
    shades = panel.imshow(carpet, extent=(0, seconds[-1] + tr, len(carpet), 0), **looks)
    panel.locator_params(axis="x", nbins=4)
    panel.set(xlabel="time (s)", yticks=[])
    panel.set_title(title, fontsize=10)
figure.axes[0].set_ylabel("groups of voxels")
scale = figure.colorbar(shades, cax=figure.add_axes([0.9, 0.18, 0.02, 0.72]), ticks=[-reach, 0, reach], format="%.0f")
scale.set_label("scanner units")
show(figure, "Two carpets of a hundred groups of voxels. Left, rows shade from light to dark; right, the shading is gone.")

# %% [markdown]
# From the top of the left carpet, where voxels fall most, to its bottom, where they fall least or
# rise, the shading along the rows changes. On the right every row has lost its own line, and what
# remains is what the voxels do together, and noise. `scipy.signal.detrend` did that, and something
# else besides, as a single voxel shows:

# %%
one_voxel = some[0]
without_line = scipy_signal.detrend(one_voxel)
print("mean over time of one voxel, before:", round(one_voxel.mean(), 3))
print("mean over time of one voxel, after: ", abs(round(without_line.mean(), 3)))


# %% [markdown]
# The mean is gone: a line has an intercept too, and scipy subtracts the whole of it. Often that is
# what one wants. But the mean of a voxel says which tissue it holds, and is needed for anything in
# per cent. Subtracting only $b\,t$ is no way out: that leaves the intercept, the level at time 0, as
# the new mean. What has to go is the line *minus its own mean*.
#
# ### Exercise: detrend (8 minutes)
#
# Take the least-squares line out of one signal, or out of each of many, and keep the mean of each.

# %% nbgrader={"grade": false, "grade_id": "detrend", "locked": false, "schema_version": 3, "solution": true, "task": false}
def detrend(signals):
    """Return signals without their least-squares line, with the mean over time that they had.

    Parameters
    ----------
    signals : (t,) or (..., t) array of float, t >= 2
        Time is the last axis; each signal has a line of its own. The array is left as it was.

    Returns
    -------
    array of the same shape
    """
    ### BEGIN SOLUTION
    time = np.arange(signals.shape[-1])
    time = time - time.mean()  # a line through the mean: taking it out leaves the mean
    slopes = signals @ time / (time @ time)
    return signals - slopes[..., np.newaxis] * time
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "detrend_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a straight line leaves its mean, whether it is alone or among others.
line = np.array([10.0, 12.0, 14.0, 16.0])
flat = detrend(line)
assert np.shape(flat) == (4,), f"detrend([10 12 14 16]): got shape {np.shape(flat)}, wanted (4,)"
assert np.allclose(flat, 13), f"detrend([10 12 14 16]): got {flat}, wanted [13 13 13 13]"
many = detrend(np.stack([line, line]))
assert np.shape(many) == (2, 4), f"detrend(signals of shape (2, 4)): got shape {np.shape(many)}, wanted (2, 4)"

# %% nbgrader={"grade": true, "grade_id": "detrend_one", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at one noisy signal at a time, falling and rising, its mean far from zero.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def detrend_one(rng):
    for given, total in ("one signal that falls", -150.0), ("one signal that rises", 80.0):
        count = int(rng.integers(30, 45))
        volume = np.arange(count)
        signal = rng.uniform(600, 3000) + np.linspace(0, total, count) + rng.normal(0, 15, count)
        slope, intercept = np.polyfit(volume, signal, 1)
        line = intercept + slope * volume
        ends = signal[0] + (signal[-1] - signal[0]) * volume / volume[-1]
        checks.expect(
            detrend,
            signal,
            gives=signal - line + signal.mean(),
            given=given,
            atol=1e-4,
            mistakes={
                "taking the mean out as well": signal - line,
                "taking slope times time out, which moves the mean to the intercept,": signal - slope * volume,
                "taking out the mean and leaving the line": signal - signal.mean(),
                "adding the line instead of taking it out": signal + line - signal.mean(),
                "the line itself": line,
                "a line from the first volume to the last": signal - (ends - ends.mean()),
                "differences from one volume to the next": np.diff(signal, prepend=signal[0]) + signal.mean(),
                "a curve of the second degree": signal - np.polyval(np.polyfit(volume, signal, 2), volume) + signal.mean(),
            },
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "detrend_many", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at many signals at once, each with its own slope: two, three and four axes, as many signals as volumes.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def detrend_many(rng):
    for shape, given in (
        ((6, 11), "six signals"),
        ((9, 9), "as many signals as volumes"),
        ((2, 4, 7), "a slice of signals"),
        ((4, 3, 2, 12), "a film"),
    ):
        count = shape[-1]
        time = np.arange(count) - (count - 1) / 2
        slopes = rng.uniform(1, 9, shape[:-1]) * rng.choice([-1, 1], shape[:-1])
        wiggles = rng.normal(0, 5, shape)
        wiggles -= wiggles.mean(axis=-1, keepdims=True)
        wiggles -= (wiggles @ time / (time @ time))[..., np.newaxis] * time
        level = rng.uniform(400, 2000, shape[:-1])[..., np.newaxis]
        signals = level + wiggles + slopes[..., np.newaxis] * time
        checks.expect(
            detrend,
            signals,
            gives=level + wiggles,
            given=given,
            atol=1e-4,
            mistakes={
                "taking the means out as well": wiggles,
                "one line, that of the mean over signals, for all of them": signals - slopes.mean() * time,
                "the mean of all signals for each of them": wiggles + level.mean(),
                "moving each mean to the intercept": level + wiggles + slopes[..., np.newaxis] * time[0],
            },
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "detrend_edges", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at two volumes, at voxels that never change, at a mean below zero; the signals unchanged.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def detrend_edges(rng):
    two = rng.uniform(100, 200, (3, 2))
    below = -500 + np.array([0, 2, 0, -2, 0, -2, 0, 2, 0])  # no slope, for it is symmetric in time
    sloped = below + np.linspace(-25, 25, 9)
    film, flat = np.zeros((2, 2, 2, 1, 9))
    film[0, 0], film[0, 1] = 700, sloped
    flat[0, 0], flat[0, 1] = 700, below
    for given, signals, want in (
        ("two volumes", two, np.repeat(two.mean(axis=-1, keepdims=True), 2, axis=-1)),
        ("a signal below zero", sloped, below),
        ("a film in which some voxels never change", film, flat),
    ):
        checks.expect(detrend, signals, gives=want, given=given, atol=1e-4, unchanged=True)


### END HIDDEN TESTS

# %% [markdown]
# ## Was it a line?
#
# It is easy to call a slow fall linear. Whether it is shows in what remains when the line is gone:
# were the drift a line, only noise would be left. Another model of slow change is a sum of cosines
# that complete half a turn, a whole turn, one and a half turns … within the run, down to a shortest
# period that one chooses: here 128 s, so that they can follow whatever is slower than that. They
# are fitted by least squares too, with more columns in place of the line's two.

# %%
run_length = len(seconds) * tr
half_turns = np.arange(1 + int(2 * run_length / 128))  # the first, 0, is the constant
cosines = np.cos(np.pi * np.outer(seconds + tr / 2, half_turns) / run_length)
weights, *_ = np.linalg.lstsq(cosines, brain_signal)
slow = cosines @ weights
straight = np.polynomial.Polynomial.fit(seconds, brain_signal, 1)(seconds)

figure = plt.figure(figsize=(8, 2.4))
left, right = (figure.add_axes([x, 0.2, 0.39, 0.69]) for x in (0.09, 0.6))
left.plot(seconds, brain_signal, color="0.6", linewidth=1, label="mean over the brain")
left.plot(seconds, straight, color="C1", label="line")
left.plot(seconds, slow, color="C0", linestyle="--", label=f"{len(half_turns) - 1} cosines")
left.legend(fontsize=8, loc="upper right")
right.plot(seconds, brain_signal - straight, color="C1", linewidth=1)
right.plot(seconds, brain_signal - slow, color="C0", linewidth=1, linestyle="--")
right.set_title("minus the line, minus the cosines", fontsize=10)
for panel in left, right:
    panel.locator_params(nbins=4)
    panel.set(xlabel="time (s)", ylabel="scanner units")
show(figure, "Left: the brain's mean signal with a fitted line and a fitted slow curve. Right: what each leaves.")
print("standard deviation of the signal:", round(brain_signal.std(), 1))
print("  minus the line:               ", round((brain_signal - straight).std(), 1))
print("  minus the cosines:            ", round((brain_signal - slow).std(), 1))

# %% [markdown]
# Compare the two curves on the left where they part, and the two residuals on the right: slow waves
# that stay in the one and not in the other are drift that no line can hold. Columns such as these
# are what analysis software puts beside the columns of the task, as *drift regressors*; what SPM, for
# one, calls a high-pass filter with a cut-off of 128 s is just this set. They have a price: whatever in
# the task is as slow as they are goes with them.
#
# ## Per cent
#
# In scanner units a signal of 20 may be large in one voxel and nothing in the next, because one is
# three times as bright as the other; and on the next scanner everything is multiplied by something
# else. Divided by the voxel's own mean, changes can be compared: that is *percent signal change*,
#
# $$100 \cdot \frac{y_n - \bar y}{\bar y},$$
#
# with $\bar y$ the mean over time. It needs that mean. Of a signal that was detrended without keeping
# it, it makes nonsense:

# %%
for words, series in ("with its mean", one_voxel), ("without its mean", without_line):
    print(f"one voxel, volume 0, {words}: {100 * (series[0] - series.mean()) / series.mean():.3g} %")


# %% [markdown]
# ### Exercise: percent signal change (4 minutes)
#
# Express one signal, or each of many, in per cent of its own mean.

# %% nbgrader={"grade": false, "grade_id": "percent_signal_change", "locked": false, "schema_version": 3, "solution": true, "task": false}
def percent_signal_change(signals):
    """Return signals in per cent of their own mean over time, so that 0 is the mean.

    Parameters
    ----------
    signals : (t,) or (..., t) array of float, t >= 2
        Time is the last axis; the mean of each is above 0. The array is left as it was.

    Returns
    -------
    array of the same shape, per cent
    """
    ### BEGIN SOLUTION
    mean = signals.mean(axis=-1, keepdims=True)
    return 100 * (signals - mean) / mean
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "percent_signal_change_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: the mean of 198, 200, 202 is 200, of which 2 is one per cent.
change = percent_signal_change(np.array([198.0, 200.0, 202.0]))
assert np.shape(change) == (3,), f"percent_signal_change([198 200 202]): got shape {np.shape(change)}, wanted (3,)"
assert np.allclose(change, [-1, 0, 1]), f"percent_signal_change([198 200 202]): got {change}, wanted [-1 0 1]"

# %% nbgrader={"grade": true, "grade_id": "percent_signal_change_one", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at one signal at a time, that begins below or above its mean.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def percent_signal_change_one(rng):
    for given, total in ("one signal that rises", 300), ("one signal that falls", -200):
        signal = rng.uniform(900, 3000) + np.linspace(0, total, 21) + rng.normal(0, 30, 21)
        mean = signal.mean()
        without_mean = signal - mean
        checks.expect(
            percent_signal_change,
            signal,
            gives=100 * (signal - mean) / mean,
            given=given,
            mistakes={
                "a fraction, not per cent,": (signal - mean) / mean,
                "the change since the first volume": 100 * (signal - signal[0]) / signal[0],
                "per cent of the mean, with the mean itself at 100,": 100 * signal / mean,
                "a z-score, per standard deviation,": without_mean / signal.std(),
                "a z-score, per standard deviation (ddof 1),": without_mean / signal.std(ddof=1),
                "the change in scanner units": without_mean,
                "dividing by the value at each volume": 100 * (signal - mean) / signal,
                "dividing by the maximum": 100 * (signal - mean) / signal.max(),
                "the median in place of the mean": 100 * (signal / np.median(signal) - 1),
                "the change from each volume to the next": 100 * np.diff(signal, prepend=signal[0]) / mean,
            },
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "percent_signal_change_many", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at many signals at once, each against its own mean; also as many signals as volumes.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def percent_signal_change_many(rng):
    for shape, given in (
        ((7, 10), "seven signals"),
        ((8, 8), "as many signals as volumes"),
        ((3, 5, 2, 6), "a film"),
    ):
        level = rng.permutation(np.geomspace(100, 9000, int(np.prod(shape[:-1])))).reshape(shape[:-1])
        signals = level[..., np.newaxis] * rng.uniform(0.9, 1.1, shape)
        mean = signals.mean(axis=-1, keepdims=True)
        first = signals.mean(axis=0)
        checks.expect(
            percent_signal_change,
            signals,
            gives=100 * (signals - mean) / mean,
            given=given,
            mistakes={
                "the mean of all signals for each of them": 100 * (signals / signals.mean() - 1),
                "a mean over the first axis": 100 * (signals - first) / first,
                "a fraction, not per cent,": (signals - mean) / mean,
                "the change since the first volume": 100 * (signals / signals[..., :1] - 1),
                "means that lie along the wrong axis, where keepdims is missing,":
                    100 * (signals - mean[..., 0].T) / mean[..., 0].T if shape == (8, 8) else np.nan,
            },
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "percent_signal_change_edges", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at two volumes, at a signal with a line in it, at voxels that never change; the signals unchanged.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def percent_signal_change_edges(rng):
    film = np.full((2, 3, 2, 5), 40.0)
    film[1] = rng.uniform(20000, 32000, (3, 2, 5))
    sloped = np.linspace(80, 120, 6) * rng.uniform(5, 9)
    for given, signals in (
        ("two volumes", rng.uniform(0.5, 2, (4, 2))),
        ("a signal that is nothing but a line", sloped),
        ("a film in which some voxels never change", film),
    ):
        mean = signals.mean(axis=-1, keepdims=True)
        want = 100 * (signals - mean) / mean
        wrong = {"taking the line out, which was not asked for,": np.zeros_like(signals)}
        checks.expect(percent_signal_change, signals, gives=want, given=given, mistakes=wrong, unchanged=True)


### END HIDDEN TESTS

# %% [markdown]
# ## A figure that says it all
#
# Many a look at a new run ends with a jagged curve, volume numbers below it, no label on either
# side. You can do better. A figure of a drift shows the signal and the line that was fitted to it, so
# that the reader can judge the fit, and it says what the axes are and in which units.
#
# ### Exercise: plot drift (6 minutes)

# %% nbgrader={"grade": false, "grade_id": "plot_drift", "locked": false, "schema_version": 3, "solution": true, "task": false}
def plot_drift(signal, tr):
    """Draw a signal and its least-squares line against time.

    Parameters
    ----------
    signal : (t,) array of float, t >= 2
        One number per volume, in scanner units; it is left as it was.
    tr : float, seconds
        From one volume to the next.

    Returns
    -------
    matplotlib.axes.Axes
        With time in seconds from 0 on the x axis. The signal is drawn with `Axes.plot` or
        `Axes.scatter`; so is its least-squares line (intercept included), from the beginning of
        the run to its end (where the last volume begins, or where it ends), with any number of
        points from two up. Both axes have a label, and the Axes have a legend that names the
        signal and the line.
    """
    ### BEGIN SOLUTION
    seconds = tr * np.arange(len(signal))
    line = np.polynomial.Polynomial.fit(seconds, signal, 1)
    _, axes = plt.subplots(figsize=(6, 2.5))
    axes.plot(seconds, signal, color="0.6", label="signal")
    axes.plot(seconds, line(seconds), color="C1", label="least-squares line")
    axes.set(xlabel="time (s)", ylabel="signal (scanner units)")
    axes.legend()
    return axes
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "plot_drift_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case, to look at: twenty volumes, 2 s apart.
wave = 500 - np.arange(20.0) + 8 * np.sin(np.arange(20.0))
axes = plot_drift(wave, 2.0)
assert hasattr(axes, "get_lines"), f"plot_drift(wave, 2): got a {type(axes).__name__}, wanted Axes"
assert axes.get_xlabel(), "plot_drift(wave, 2): the x axis has no label, wanted one"
assert axes.get_ylabel(), "plot_drift(wave, 2): the y axis has no label, wanted one"
show(axes.figure, "A wavy signal that falls, and the straight line fitted to it, against time in seconds.", bbox_inches="tight")

# %% nbgrader={"grade": true, "grade_id": "plot_drift_signal", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks for the signal in the figure, at the right times in seconds.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def plot_drift_signal(rng):
    for given, total in ("a signal that falls", -60), ("a signal that rises", 40):
        signal = rng.uniform(700, 2000) + np.linspace(0, total, 23) + rng.normal(0, 12, 23)
        tr = rng.uniform(1.3, 2.9)
        axes = checks.call(plot_drift, signal, tr, given=given, unchanged=True)
        drawn = checks.curves(axes, plot_drift, given)
        times = [x for x, y in drawn if y.shape == signal.shape and np.allclose(y, signal)]
        checks.require(times, plot_drift, given, "the signal was not found in the figure")
        volume = np.arange(23)
        wrong = {
            "counting volumes": volume,
            "counting volumes from 1": volume + 1,
            "minutes": tr * volume / 60,
            "a first volume at one TR": tr * (volume + 1),
            "a last volume at the end of the run": np.linspace(0, 23 * tr, 23),
        }
        if not any(np.allclose(x, tr * volume, atol=1e-3) for x in times):
            checks.close(times[0], tr * volume, plot_drift, f"{given}: the times at which it is drawn", mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "plot_drift_line", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks for the fitted line in the figure, from the beginning of the run to its end.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def plot_drift_line(rng):
    for given, total in ("a noisy signal that falls", -60), ("a noisy signal that rises", 40):
        signal = rng.uniform(700, 2000) + np.linspace(0, total, 31) + rng.normal(0, 15, 31)
        tr = rng.uniform(1.3, 2.9)
        seconds = tr * np.arange(31)
        fit = np.polynomial.Polynomial.fit(seconds, signal, 1)

        def is_line(x, y, slope, level):
            return x.size > 1 and np.allclose(y, level + slope * x, rtol=0, atol=0.01)

        drawn = checks.curves(checks.call(plot_drift, signal, tr, given=given), plot_drift, given)
        level, slope = fit.convert().coef
        ends = (signal[-1] - signal[0]) / seconds[-1]
        hint = ""
        for words, wrong_slope, wrong_level in (
            ("a horizontal line at the mean", 0, signal.mean()),
            ("a line from the first volume to the last", ends, signal[0]),
            ("a line drawn against volume numbers", slope * tr, level),
            ("a line without intercept", seconds @ signal / (seconds @ seconds), 0),
            ("a line whose intercept was forgotten", slope, 0),
        ):
            if any(is_line(x, y, wrong_slope, wrong_level) for x, y in drawn):
                hint = f"this is what {words} would give"
        lines = [x for x, y in drawn if is_line(x, y, slope, level)]
        checks.require(lines, plot_drift, given, "the least-squares line was not found in the figure", hint)
        whole = any(x.min() <= 0.1 * seconds[-1] and x.max() >= 0.9 * seconds[-1] for x in lines)
        checks.require(whole, plot_drift, given, "the line does not span the run")


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "plot_drift_words", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at what the figure says: a label on each axis, a legend with an entry for the signal and one for the line.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def plot_drift_words(rng):
    given = "a signal of twelve volumes"
    signal = rng.uniform(800, 900, 12)
    axes = checks.call(plot_drift, signal, 2.2, given=given)
    found = [y for _, y in checks.curves(axes, plot_drift, given) if np.array_equal(y, signal)]
    checks.require(found, plot_drift, given, "the signal was not found in the figure")
    for axis, label in ("x", axes.get_xlabel()), ("y", axes.get_ylabel()):
        checks.require(label.strip(), plot_drift, given, f"the {axis} axis has no label")
    legend = axes.get_legend()
    checks.require(legend is not None, plot_drift, given, "the Axes have no legend")
    entries = {entry.get_text().strip() for entry in legend.get_texts()} - {""}
    checks.require(len(entries) >= 2, plot_drift, given, "the legend does not name both the signal and the line")


### END HIDDEN TESTS

# %% [markdown]
# ## How good is a voxel?
#
# A voxel can be bright and useless, when it flickers, or dim and steady. The *temporal
# signal-to-noise ratio* (tSNR) is the mean over time divided by the standard deviation over time. It
# is usually computed after the drift is gone, so that a slow fall does not count as noise. Where nothing
# ever changes, as in the air of a film whose background was set to 0, there is nothing to divide by:

# %%
constant = scipy_signal.detrend(np.full(50, 700.1)) + 700.1
print("standard deviation of a constant voxel after detrending:", constant.std())


# %% [markdown]
# Rounding leaves something that is not 0, and 700 divided by it is an excellent tSNR for a voxel that
# measures nothing. So "constant" is told with a tolerance, never with `== 0`.
#
# ### Optional: tsnr (5 minutes)

# %% nbgrader={"grade": false, "grade_id": "tsnr", "locked": false, "schema_version": 3, "solution": true, "task": false}
def tsnr(bold):
    """Return the temporal signal-to-noise ratio of each voxel.

    Parameters
    ----------
    bold : (x, y, z, t) array of float64, t >= 2
        A film, detrended or not; it is left as it was.

    Returns
    -------
    (x, y, z) array
        Mean over time divided by standard deviation over time (ddof, the number taken off the count
        of volumes, 0 or 1); 0 where the series is constant but for rounding, that is, where its
        standard deviation is at most a billionth of its largest value, the sign apart.
    """
    ### BEGIN SOLUTION
    mean, std = bold.mean(axis=-1), bold.std(axis=-1)
    constant = std <= 1e-9 * np.abs(bold).max(axis=-1)
    return np.where(constant, 0, mean / np.where(constant, 1, std))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "tsnr_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a voxel that swings by 2 about 100, and one that never changes.
film = np.array([[98.0, 102.0, 98.0, 102.0], [50.0, 50.0, 50.0, 50.0]]).reshape(2, 1, 1, 4)
ratio = tsnr(film)
assert np.shape(ratio) == (2, 1, 1), f"tsnr(film of shape (2, 1, 1, 4)): got shape {np.shape(ratio)}, wanted (2, 1, 1)"
first, second = np.ravel(ratio)
ratios = 100 / film[0].std(), 100 / film[0].std(ddof=1)
assert np.any(np.isclose(first, ratios)), f"tsnr(98 102 98 102): got {first}, wanted 100 over the standard deviation"
assert second == 0, f"tsnr(50 50 50 50): got {second}, wanted 0"

# %% nbgrader={"grade": true, "grade_id": "tsnr_plain", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false} isocenter={"extra_credit": 3}
# Looks at a film in which every voxel changes.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def tsnr_plain(rng):
    for shape in (4, 5, 3, 9), (6, 3, 4, 6):
        film = rng.uniform(300, 3000, (*shape[:3], 1)) + rng.uniform(5, 80, (*shape[:3], 1)) * rng.standard_normal(shape)
        mean, std = film.mean(axis=-1), film.std(axis=-1)
        ratio = checks.call(tsnr, film, given="a noisy film")
        by_ddof_1 = mean / film.std(axis=-1, ddof=1)
        wrong = {
            "the standard deviation over the mean": std / mean,
            "the mean over the variance": mean / std**2,
            "one number for the whole film": mean.mean() / std.mean(),
            "taking the first axis for time": film.mean(axis=0) / film.std(axis=0),
        }
        is_by_ddof_1 = np.shape(ratio) == shape[:3] and np.allclose(np.asarray(ratio, float), by_ddof_1)
        checks.close(ratio, by_ddof_1 if is_by_ddof_1 else mean / std, tsnr, "a noisy film", rtol=1e-5, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "tsnr_constant", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false} isocenter={"extra_credit": 3}
# Looks at voxels that never change, of any value, exactly and up to rounding, and at dim ones that do; the film unchanged.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def tsnr_constant(rng):
    film = rng.uniform(500, 900, (3, 4, 2, 8))
    film[0, :, 0] = 0
    film[0, :, 1] = 700.1
    film[1, 0] = 900.3 + 1e-13 * rng.choice([-2, 0, 2], 8)
    film[1, 1] = -700.1
    film[1, 2] = 900.3 * (1 + 1e-11 * rng.permutation([-1, -1, -1, 0, 0, 1, 1, 1]))
    film[2, 0] *= 1e-11  # dim, but it changes as much as the others, in proportion
    film[2, 1] = 800 * (1 + 5e-6 * rng.permutation([-1, -1, -1, 0, 0, 1, 1, 1]))
    ratio = checks.call(tsnr, film, given="a film in which some voxels never change", unchanged=True)
    still = np.zeros((3, 4, 2), dtype=bool)
    still[0], still[1, :3] = True, True
    wants = []
    for ddof in 0, 1:
        std = np.where(still, 1, film.std(axis=-1, ddof=ddof))
        wants.append(np.where(still, 0, film.mean(axis=-1) / std))
    is_by_ddof_1 = np.shape(ratio) == still.shape and np.allclose(np.asarray(ratio, float)[~still], wants[1][~still])
    given = "a film in which some voxels never change, but for rounding"
    std, want = film.std(axis=-1), wants[is_by_ddof_1]
    wrong = {
        "a tolerance that is the same for dim and bright voxels": np.where(std < 1e-8, 0, want),
        "too large a tolerance": np.where(std < 1e-5 * film.mean(axis=-1), 0, want),
    }
    checks.close(ratio, want, tsnr, given, rtol=1e-5, mistakes=wrong)


### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "causes_of_drift_question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ### Written: two causes of drift (4 minutes)
#
# Name two physical causes of slow drift in a functional run, one in the machine and one in the
# person. For each, say by which steps it changes the number that is stored for a voxel, and whether
# you would still expect it if a bottle of water lay in the scanner in place of a head.
#
# | | |
# |---|---|
# | full | Two different physical causes, one on each side; for each the way from the cause to the voxel's value; the bottle tells the two apart, with the reason. |
# | half | One cause complete, the other only named; or both complete, but no word, or a wrong one, on the bottle. |
# | none | No physical cause, or only that "the signal drifts", "noise" or "the brain gets tired". |

# %% [markdown] nbgrader={"grade": true, "grade_id": "causes_of_drift", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# <!-- BEGIN SOLUTION -->
# In the machine: the gradient coils are driven hard for minutes and warm the passive iron around
# them; its magnetisation falls a little with temperature, so the main field and with it the resonance
# frequency creep. The pulses are then slightly off resonance, and the image shifts along the phase-encoding
# direction, so that what a voxel records changes slowly. (The receiver's gain, which depends on the
# temperature of its electronics, is as good an answer: it multiplies every voxel by the same slowly
# changing factor.) With a bottle of water it would still be there.
#
# In the person: the head sinks slowly into the cushion. A voxel at the border between tissues then
# holds a little less of one and more of the other, and its value moves towards that of the second;
# voxels on opposite sides of the head may drift in opposite directions. A bottle lies still: this drift would be gone.
# <!-- END SOLUTION -->

# %% [markdown] nbgrader={"grade": false, "grade_id": "filter_and_regressors_question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ### Written: filter or regressors (4 minutes)
#
# One colleague sends every time series through a high-pass filter with a cut-off of 128 s and fits the
# task afterwards. Another leaves the data alone and adds slow cosines to the model of the task,
# as drift regressors. How are the two related, what must the first one not forget, and what do
# both do to a task that changes once every five minutes?
#
# | | |
# |---|---|
# | full | Both remove the same slow subspace, by least squares; to get the same answer the filter must go over the model of the task too; both remove the slow task with the drift. |
# | half | Two of the three. |
# | none | One of the three or none; for example, that a filter removes noise and regressors do not. |

# %% [markdown] nbgrader={"grade": true, "grade_id": "filter_and_regressors", "locked": false, "points": 5, "schema_version": 3, "solution": true, "task": false}
# <!-- BEGIN SOLUTION -->
# Taking slow cosines out of a series by least squares *is* a high-pass filter: it projects the series onto
# everything that those cosines cannot describe. Fitting task and cosines together gives the same task effect as
# first projecting data and task regressors onto that space and then fitting one to the other. So the two
# are the same model if the first colleague filters the regressors of the task just as he filters the data (and
# counts the degrees of freedom that the filter has used); if he forgets, part of the task that the filter took
# out of the data is still expected by the model, and the effect comes out too small. A
# task with a period of 300 s is slower than the cut-off: its signal lies almost wholly in the
# space that is removed, and neither of them can tell it from drift.
# <!-- END SOLUTION -->
