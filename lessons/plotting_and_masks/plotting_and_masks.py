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
# # Plotting and masks
#
# A brain image has a million voxels; a figure has room for a few slices, and a result for a few
# numbers. So somebody must choose: which slices to draw, what to draw over them, and which voxels
# to count. This notebook is about making those choices on purpose, and in millimetres.
#
# By the end you will be able to
#
# - draw anatomical images, functional images and statistical maps with nilearn, at the positions
#   that you choose,
# - hand on a viewer of a whole volume as one web page,
# - find the peak of a statistical map and say where it is,
# - turn a mask into numbers: where its parts lie, how large they are, and what another image
#   measures inside them.
#
# It takes about 75 minutes, reading included.
#
# **Conventions**, as in every notebook of the course: voxel coordinates are $(i, j, k)$; scanner or
# template coordinates are $(x, y, z)$ in millimetres, RAS+: $x$ grows towards the patient's right,
# $y$ towards the front, $z$ towards the top of the head. An image's affine takes the first to the
# second. Your functions leave what they are given as it was.
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
# ## Slices at millimetres
#
# We begin with a T1-weighted image, the usual picture of anatomy: white matter is bright, grey
# matter is grey, fluid is dark. The file that comes with this course is a phantom, a head that a
# program built from a template brain, and its face was removed as one does with real ones. It lies
# in the space of the MNI template: whatever head it is, the same millimetres mean roughly the same
# place in the brain.
#
# Drawing takes time in proportion to the voxels, so for the pictures here we keep every second
# voxel along each axis. `slicer` adjusts the affine as it cuts, and in millimetres nothing moves.
#
# One more thing makes a picture good or bad. Left to themselves, nilearn's plots set their greys by
# the brightest voxel, and in a whole head that is some fat in the scalp: beside it the brain looks
# dark. So we choose a value for white that few voxels of the head exceed, and pass it as `vmax`.

# %%
from nilearn import plotting

t1 = nib.load(image_file("normalized_T1_anat_defaced.nii.gz"))
t1_coarse = t1.slicer[::2, ::2, ::2]
for name, head in {"as stored": t1, "every second voxel": t1_coarse}.items():
    zooms = nib.affines.voxel_sizes(head.affine)
    print(f"{name}: {head.shape} voxels of {zooms.round(2)} mm")

t1_values = t1_coarse.get_fdata()
white = np.percentile(t1_values[t1_values > t1_values.mean()], 95)
print(f"brightest voxel: {t1_values.max():.0f}, 95 % of the head are darker than {white:.0f}")

# %% [markdown]
# `plot_anat` draws three slices that meet in one point: the sagittal slice at $x$, the coronal one
# at $y$, the axial one at $z$. The point is `cut_coords`, and it is in **millimetres**.
#
# What comes back is not a figure but nilearn's own object, called a display; the matplotlib figure
# that it draws in is `.frame_axes.figure`. (Find another name for the variable than `display`. The
# notebook has a function of that name, which shows pictures, and you would overwrite it.)

# %%
ortho = plotting.plot_anat(
    t1_coarse,
    cut_coords=(-22, -4, -18),
    vmax=white,
    colorbar=False,
    figure=plt.figure(figsize=(7, 2.6), dpi=80),
)
show(
    ortho.frame_axes.figure,
    "A sagittal, a coronal and an axial slice of a head in grey; white lines cross at a point low "
    "in the left half of the brain. L and R mark the patient's left and right.",
)

# %% [markdown]
# The letters L and R name the display convention: nilearn draws the patient's left on the left, the
# *neurological* way, as if you looked from behind and from above. Radiologists look from the
# patient's feet and expect the opposite; `radiological=True` gives them that, and moves the
# letters too. The crossing lines mark the point. `display_mode` asks for other arrangements:
# `"x"`, `"y"` or `"z"` draw a row of slices along one axis, and then `cut_coords` is a list of
# positions along that axis, still in millimetres.
#
# This is where most mistakes with nilearn's plots begin. A voxel number is an innocent-looking
# number too, and nilearn cannot know that you did not mean millimetres. Below, the first slice
# passes through the voxel that we mean. The second is what comes out when the voxel's number along
# that axis is handed over as it is.

# %%
voxel = np.array(t1.shape) // 4
place = nib.affines.apply_affine(t1.affine, voxel)
print(f"voxel {voxel} lies at {place.round(1)} mm")
coronal = plotting.plot_anat(
    t1_coarse,
    display_mode="y",
    cut_coords=[place[1], float(voxel[1])],
    vmax=white,
    colorbar=False,
    figure=plt.figure(figsize=(5, 2.4), dpi=80),
)
show(
    coronal.frame_axes.figure,
    "Two coronal slices, each marked with its y in millimetres. The first passes through the "
    "voxel that was meant, the second lies elsewhere in the head.",
)

# %% [markdown]
# No error, no warning: a neat picture of the wrong place. The number in the corner of each slice is
# the only witness, so read it.
#
# ### Exercise: axial montage (10 minutes)
#
# A figure in a paper often is a row of axial slices at stated heights. Write the function that
# draws one with nilearn and returns the figure, so that whoever calls it can save it. The slices
# are to be seen as they are: no crossing lines (`draw_cross=False` leaves them out), no contours, no
# second image over them. Letters, numbers, the title and a colour bar are welcome.

# %% nbgrader={"grade": false, "grade_id": "axial_montage", "locked": false, "schema_version": 3, "solution": true, "task": false}
from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    """Draw axial slices of an image side by side.

    Parameters
    ----------
    img : nibabel image, 3D
        In any orientation.
    cuts_mm : sequence of float, mm
        Heights z of the slices, all different and inside the image, in any order.
    title : str
        To be written anywhere in the figure.

    Returns
    -------
    matplotlib.figure.Figure
        A new one, with one panel for each height and no lines, contours or second image over the
        slices.
    """
    ### BEGIN SOLUTION
    drawn = plotting.plot_anat(
        img, display_mode="z", cut_coords=list(cuts_mm), title=title, colorbar=False
    )
    return drawn.frame_axes.figure
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "axial_montage_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a bright ball, cut at 8 mm and at 20 mm.
grid = np.moveaxis(np.indices((12, 13, 14)), 0, -1)
ball = np.exp(-np.sum((grid - 6) ** 2, axis=-1) / 20)
ball_figure = axial_montage(nib.Nifti1Image(ball, np.diag([2, 2, 2, 1])), [8, 20], "a ball")
assert isinstance(getattr(ball_figure, "axes", None), list), (
    f"axial_montage(ball, [8, 20], 'a ball'): got a {type(ball_figure).__name__}, wanted a Figure"
)
# A panel is an axes with a slice in it; plain backgrounds are pictures of three colours.
slices = [one for axes in ball_figure.axes for one in axes.images if np.ndim(one.get_array()) == 2]
assert len(slices) == 2, f"axial_montage(ball, [8, 20], 'a ball'): got {len(slices)} slices, wanted 2"
for brightest in ball[:, :, 4].max(), ball[:, :, 10].max():
    got = [round(float(np.max(one.get_array())), 3) for one in slices]
    assert any(abs(one - brightest) < 0.02 for one in got), (
        f"axial_montage(ball, [8, 20], 'a ball'): the brightest pixels are {got}, and there should "
        f"be a slice with {brightest:.3f}"
    )
plt.close("all")

# %% nbgrader={"grade": true, "grade_id": "axial_montage_cuts", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at the heights of the slices: three cuts of an anisotropic LAS image, not in order; thin slices.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def axial_montage_cuts(rng):
    shape = (13, 14, 15)
    for given, zooms, height, aways in (
        ("three cuts of an LAS image, not in order", None, rng.uniform(7, 9), [-3.1, 2.8, 4.9]),
        ("cuts between whole mm of an LAS image with thin slices", (2.1, 2.6, 0.5), 8.6, [-6, 2, 6]),
    ):
        affine = checks.affine(rng, "LAS", zooms=zooms)
        step = affine[2, 2]
        affine[2, 3] = height - 7 * step
        img = checks.image(checks.pillar(shape, affine), affine)
        cuts = [float(height + step * away) for away in rng.permutation(aways)]
        plt.close("all")  # two calls in a row are another cell's matter
        figure = checks.call(axial_montage, img, cuts, "three", given=given, unchanged=True)
        panels = checks.panels(figure, axial_montage, given)
        heights = np.sort([height - 300 + checks.panel_values(one).max() for one in panels])
        count = len(heights) == len(cuts)
        checks.require(count, axial_montage, given, "the panels are not one for each cut")
        voxels = (np.array(cuts) - affine[2, 3]) / step
        hint = "are the cuts in mm, along z"
        for words, wrong in {
            "these look like voxel numbers, taken for mm": voxels,
            "these look like cuts without their decimals": np.trunc(cuts),
        }.items():
            hint = words if np.abs(heights - np.sort(wrong)).max() < 0.7 * step else hint
        right = np.abs(heights - np.sort(cuts)).max() < 0.7 * step
        checks.require(right, axial_montage, given, "a slice is not at its height", hint)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "axial_montage_oblique", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at an oblique image whose third axis is not the one towards the top of the head.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def axial_montage_oblique(rng):
    given = "an oblique image with permuted axes"
    for axes, aways in ("PIR", [0.35, -0.3]), ("SRA", [-0.2]):
        affine, shape = checks.affine(rng, axes, turn=0.25), (13, 14, 15)
        img = checks.image(checks.pillar(shape, affine), affine)
        corners = nib.affines.apply_affine(affine, np.indices((2, 2, 2)).reshape(3, 8).T * (12, 13, 14))
        middle, half = corners[:, 2].mean(), np.ptp(corners[:, 2]) / 2
        cuts = [float(middle + half * away) for away in aways]
        figure = checks.call(axial_montage, img, cuts, "oblique", given=given)
        panels = checks.panels(figure, axial_montage, given)
        count = len(panels) == len(cuts)
        checks.require(count, axial_montage, given, "the panels are not one for each cut")
        heights = [middle - 300 + checks.panel_values(one).max() for one in panels]
        off = np.abs(np.sort(heights) - np.sort(cuts)).max() / nib.affines.voxel_sizes(affine).max()
        hint = "a cut is a height in mm, and here no array axis points straight up"
        checks.require(off < 0.7, axial_montage, given, "a slice is not at its height", hint)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "axial_montage_figures", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at the title, and at two calls: each figure is a new one, with its own cuts and title.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def axial_montage_figures(rng):
    affine, shape = checks.affine(rng, "RAS"), (12, 13, 15)
    img = checks.image(checks.pillar(shape, affine), affine)
    middle = affine[2, 3] + 7 * affine[2, 2]
    titles = [f"subject {number}" for number in rng.permutation(np.arange(100, 1000))[:2]]
    for title, aways in zip(titles, ([3], [-3, 0]), strict=True):
        given = f"{'the first' if title == titles[0] else 'a second'} image and title"
        cuts = [float(middle + affine[2, 2] * away) for away in aways]
        figure = checks.call(axial_montage, img, tuple(cuts), title, given=given)
        panels = checks.panels(figure, axial_montage, given)
        count = len(panels) == len(cuts)
        checks.require(count, axial_montage, given, "the panels are not one for each cut")
        texts = checks.texts(figure)
        found = any(title in text for text in texts)
        checks.require(found, axial_montage, given, "the title is nowhere in the figure")
        stale = title != titles[0] and any(titles[0] in text for text in texts)
        checks.require(not stale, axial_montage, given, "the title of the call before is in it too")


### END HIDDEN TESTS

# %% [markdown]
# To look at your own montage of the head, take away the `#` and run the cell.

# %%
# show(axial_montage(t1_coarse, [-20, 0, 20, 40], "T1"), "Axial slices of a head, from low to high.")

# %% [markdown]
# ## Functional images
#
# `plot_epi` is the same tool with other defaults, for the images that a functional run is made of.
# Here is the first volume of one, as it came from the scanner. (The file has five axes, as you know
# from the lesson on headers; `slicer` takes the first index of the last two.)

# %%
bold = nib.load(image_file("raw_fMRI_raw_bold.nii.gz"))
epi = nib.Nifti1Image(bold.slicer[:, :, :, 0, 0].get_fdata(), bold.affine)
for name, head in {"T1": t1, "EPI": bold}.items():
    code = nib.nifti1.xform_codes.label[int(head.header["sform_code"])]
    print(f"{name}: sform code {code!r}, {nib.affines.voxel_sizes(head.affine).round(1)} mm")
middle_height = nib.affines.apply_affine(epi.affine, np.array(epi.shape) // 2)[2]
slices_of_epi = plotting.plot_epi(
    epi,
    display_mode="z",
    cut_coords=[middle_height - 24, middle_height, middle_height + 24],
    colorbar=False,
    figure=plt.figure(figsize=(6, 2.6), dpi=80),
)
show(
    slices_of_epi.frame_axes.figure,
    "Three axial slices of an echo-planar image: a coarse, blurred brain, bright where there is "
    "fluid, with a faint rim.",
)

# %% [markdown]
# It is coarser than the T1, fluid is bright in it instead of dark, and low in the head parts are
# dark: where air meets tissue, above the sinuses and the ear canals, the field is so uneven that
# the signal is lost.
#
# Look at the codes that were printed. The T1's millimetres are those of a template, the EPI's those
# of the scanner, whose zero is the magnet's isocenter. So the same three numbers mean different
# places in these two images, and drawing one over the other would show nothing but that. Two images
# may be overlaid when they share a **space**; they need not share a **grid**, because nilearn
# resamples what it draws.

# %% [markdown]
# ## Statistical maps
#
# A statistical map holds a number for each voxel that measures an effect there. Ours is a real one,
# shared by its authors: *t* values, an effect divided by its uncertainty, for pressing a button
# with the left hand against the right hand. A positive value speaks for the left hand, a negative
# one for the right.
#
# `plot_stat_map` draws a map in colour over an anatomical image. `threshold=4` leaves out what lies
# between −4 and 4; that is a decision about ink, and the map itself stays as it is. The anatomy is
# dimmed, so that the colours stand out; a `dim` below 0 makes it brighter instead.

# %%
t_map = nib.load(image_file("motor_tmap.nii.gz"))
over_t1 = plotting.plot_stat_map(
    t_map,
    bg_img=t1_coarse,
    threshold=4,
    dim=-0.4,
    display_mode="yz",
    cut_coords=(-24, 54),
    cbar_tick_format="%.1f",
    figure=plt.figure(figsize=(5.5, 2.6), dpi=80),
)
show(
    over_t1.frame_axes.figure,
    "A t map over a coronal and an axial slice of a head: a red patch, positive, near the top of "
    "the right half of the brain, and a blue one, negative, at the same place on the left.",
)

# %% [markdown]
# The pathways cross: the left hand is moved from the right half of the brain. If a picture of yours
# shows it the other way round, left and right were swapped somewhere on the way.
#
# A slice shows what it cuts and nothing else. `plot_glass_brain` looks through the whole volume
# instead and keeps the strongest value along each line of sight; `plot_abs=False` keeps the sign.
# It draws three views unless you choose one, as we do here. The outlines are those of the MNI
# template, so this makes sense for images in that space only. (`plotting.glass_brain`, without
# `plot_`, is a module, and calling it is an error, as the first lines show.)

# %%
try:
    plotting.glass_brain(t_map)
except TypeError as error:
    print("plotting.glass_brain:", error)

glass = plotting.plot_glass_brain(
    t_map,
    threshold=4,
    plot_abs=False,
    display_mode="y",
    colorbar=False,
    figure=plt.figure(figsize=(3, 3), dpi=80),
)
show(
    glass.frame_axes.figure,
    "The t map seen through the outlines of a brain from behind: near the top, in the motor cortex, "
    "red on the right and blue on the left; low down, in the cerebellum, the other way round.",
)

# %% [markdown]
# A paper reports such a map by its peaks: the largest value and where it is. In the array that is
# one line, `np.argmax`, which counts through all voxels in one long row; `np.unravel_index` turns
# its answer into $(i, j, k)$, and the affine turns that into millimetres. Here is the pair at work
# on a small array:

# %%
staircase = np.array([[1.0, 2.0, 3.0], [9.0, 5.0, 6.0]])
flat_index = np.argmax(staircase)
print("argmax:", flat_index)
print("as (row, column):", tuple(map(int, np.unravel_index(flat_index, staircase.shape))))

# %% [markdown]
# Two things can go wrong. Voxels outside the brain are often stored as NaN, "not a number", and a
# plain `argmax` takes the first NaN for the largest value of all; `np.nanargmax` and its
# relatives pass over them. And a peak need not be unique:

# %%
t_values = t_map.get_fdata()
print(f"largest t: {t_values.max():.5f}, in {np.count_nonzero(t_values == t_values.max())} voxels")
print(f"smallest t: {t_values.min():.5f}, in {np.count_nonzero(t_values == t_values.min())} voxels")


# %% [markdown]
# The values of this map were capped before it was shared, and everything beyond the cap became
# equal. The "peak" that a program reports here is only the first of many in its order of counting.
#
# ### Exercise: peak (9 minutes)
#
# Write the function that fills one line of a paper's table: where, and how large.

# %% nbgrader={"grade": false, "grade_id": "peak", "locked": false, "schema_version": 3, "solution": true, "task": false}
def peak(stat, sign):
    """Find the largest or the smallest value of a statistical map, and where it is.

    Parameters
    ----------
    stat : nibabel image, 3D
        NaN means that there is no value; at least one voxel has one.
    sign : str
        'positive' for the largest value, 'negative' for the smallest. Whether that value is above
        or below 0 does not matter.

    Returns
    -------
    position : (3,) array, mm RAS+
        Centre of a voxel that holds the value; where several do, any of them.
    value : float
        The value itself.

    Raises
    ------
    ValueError
        If `sign` is anything else.
    """
    ### BEGIN SOLUTION
    if sign not in ("positive", "negative"):
        raise ValueError(f"sign is 'positive' or 'negative', not {sign!r}")
    values = stat.get_fdata()
    index = np.nanargmax(values) if sign == "positive" else np.nanargmin(values)
    ijk = np.unravel_index(index, values.shape)
    return nib.affines.apply_affine(stat.affine, ijk), values[ijk]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "peak_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a map of 4 x 5 x 6 voxels, 2 mm wide, whose voxel (1, 2, 3) is the largest.
small = np.zeros((4, 5, 6))
small[1, 2, 3], small[3, 0, 1] = 5, -7
answer = peak(nib.Nifti1Image(small, np.diag([2, 2, 2, 1])), "positive")
assert isinstance(answer, tuple | list), f"peak(small, 'positive'): got {answer}, wanted a pair"
assert len(answer) == 2, f"peak(small, 'positive'): got {len(answer)} things, wanted 2"
assert np.shape(answer[0]) == (3,), (
    f"peak(small, 'positive'): got a position of shape {np.shape(answer[0])}, wanted (3,)"
)
assert np.allclose(answer[0], [2, 4, 6]), (
    f"peak(small, 'positive'): got the position {answer[0]}, wanted [2 4 6] mm"
)
assert answer[1] == 5, f"peak(small, 'positive'): got the value {answer[1]}, wanted 5"

# %% nbgrader={"grade": true, "grade_id": "peak_motor", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
# Looks at the real motor map, where many voxels share the largest value.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def peak_motor(rng):
    stat = nib.load(checks.data_file("motor_tmap.nii.gz"))
    values = stat.get_fdata()
    for sign, best in ("positive", np.nanmax(values)), ("negative", np.nanmin(values)):
        given = f"the real motor map and '{sign}'"
        got = checks.call(peak, stat, sign, given=given)
        pair = isinstance(got, tuple | list) and len(got) == 2
        checks.require(pair, peak, given, "no pair of position and value came")
        checks.close(
            got[1],
            best,
            "the value of peak",
            given,
            rtol=1e-5,
            mistakes={"leaving out the sign": -best, "the largest of all": np.nanmax(values)},
        )
        ijk = np.argwhere(values == best)
        tied = nib.affines.apply_affine(stat.affine, ijk)
        checks.require(np.shape(got[0]) == (3,), peak, given, "the position is not of shape (3,)")
        position = np.asarray(got[0], dtype=float)
        is_voxel = np.abs(ijk - position).max(axis=1).min() < 0.01
        hint = "this is where a voxel number, not converted to mm, would lead" if is_voxel else ""
        near = np.abs(tied - position).max(axis=1).min() < 0.01
        checks.require(near, peak, given, "the position is not one of a voxel with that value", hint)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "peak_oblique", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at oblique maps with permuted axes; in one all values are negative, in one all positive.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def peak_oblique(rng):
    for shift, words in (-500, "only negative values"), (30, "only positive values"):
        given = f"an oblique map with permuted axes and {words}"
        affine = checks.affine(rng, "PIR", turn=0.3)
        values = checks.numbers(rng, (6, 7, 8)) + shift
        for sign, find in ("positive", np.argmax), ("negative", np.argmin):
            ijk = np.unravel_index(find(values), values.shape)
            got = checks.call(peak, checks.image(values, affine), sign, given=given, unchanged=True)
            pair = isinstance(got, tuple | list) and len(got) == 2
            checks.require(pair, peak, given, "no pair of position and value came")
            other = np.unravel_index(np.argmax(np.abs(values)), values.shape)
            checks.close(
                got[1],
                values[ijk],
                "the value of peak",
                given,
                mistakes={
                    "looking for the largest value apart from its sign": values[other],
                    "the value without its sign": abs(values[ijk]),
                    "looking for a value on one side of 0 only": 0,
                },
            )
            checks.close(
                got[0],
                nib.affines.apply_affine(affine, ijk),
                "the position of peak",
                given,
                atol=1e-3,
                mistakes={
                    "a voxel number, not converted to mm,": ijk,
                    "the diagonal of the affine, taken for the voxel sizes,": np.diag(affine)[:3] * ijk + affine[:3, 3],
                    "leaving out the translation": affine[:3, :3] @ ijk,
                    "numpy's axes in reverse order": nib.affines.apply_affine(affine, ijk[::-1]),
                },
            )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "peak_edges", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at maps with NaN, at a scaled int16 map, and at signs that are neither of the two.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def peak_edges(rng):
    import tempfile

    affine = checks.affine(rng, "LAS")
    holes = -checks.numbers(rng, (5, 6, 7))
    holes[rng.random(holes.shape) < 0.3] = np.nan
    scaled = checks.image(checks.numbers(rng, (5, 6, 7), np.int16), affine)
    scaled.header.set_slope_inter(-0.25, 3)
    with tempfile.TemporaryDirectory() as folder:
        scaled = checks.from_disk(scaled, folder)
        for given, stat in {
            "a map below 0, with NaN outside the brain": checks.image(holes, affine),
            "an int16 map with a negative slope": scaled,
        }.items():
            values = stat.get_fdata()
            for sign, best in ("positive", np.nanmax(values)), ("negative", np.nanmin(values)):
                got = checks.call(peak, stat, sign, given=given)
                pair = isinstance(got, tuple | list) and len(got) == 2
                checks.require(pair, peak, given, "no pair of position and value came")
                mistakes = {"a NaN, taken for a number,": np.nan, "NaN replaced by 0, or a search that begins at 0,": 0}
                checks.close(got[1], best, "the value of peak", given, rtol=1e-5, mistakes=mistakes)
                mm = nib.affines.apply_affine(affine, np.argwhere(values == best)[0])
                checks.close(got[0], mm, "the position of peak", given, atol=1e-3)
        given, hint = "a sign that is neither of the two", "any other sign raises, capital letters too"
        for sign in "both", "Positive", "", None, 1:
            checks.expect_error(peak, scaled, sign, raises=ValueError, given=given, hint=hint)


### END HIDDEN TESTS

# %% [markdown]
# ## A viewer to hand on
#
# A reader who doubts your choice of slices wants to choose others. `view_img` makes a viewer with
# all of them, to click through, as a piece of a web page.
#
# It was made for statistical maps, and that shows when you give it anything else. The map is drawn
# in colours that run from blue through white to red, and voxels equal to 0 are left transparent.
# The background is the MNI template unless you pass another: convenient for a map in that space,
# misleading for any other. To view an anatomical image alone, all of that has to be switched off:

# %%
viewer = plotting.view_img(
    t1_coarse.slicer[::2, ::2, ::2], bg_img=False, cmap="gray", symmetric_cmap=False, threshold=None
)
print(f"a page of {len(viewer.get_standalone()) / 1000:.0f} kB")

# %% [markdown]
# The page holds a picture of every slice. Leave a viewer as the last line of a cell, and all of that
# is stored in the notebook; do it for a few images at full resolution, and the notebook will hardly
# open again. (It is why the cell above keeps the viewer in a variable and prints its size only.)
# So save the page to a file of its own, with `viewer.save_as_html(path)`. It needs neither Python
# nor the images any more; you can send it to somebody.
#
# ### Exercise: save viewer (7 minutes)
#
# Save a viewer of a statistical map over the subject's own anatomy. Leave `threshold` as nilearn
# has it: then voxels equal to 0 (or within a millionth of it) are transparent, all others are shown, and
# that holds for *t* values of 8 as well as for correlations of 0.2.

# %% nbgrader={"grade": false, "grade_id": "save_viewer", "locked": false, "schema_version": 3, "solution": true, "task": false}
from nilearn import plotting


def save_viewer(stat, background, path):
    """Save nilearn's interactive viewer of a map over an anatomical image as one web page.

    Parameters
    ----------
    stat : nibabel image, 3D
        The map: its voxels that are 0 are transparent, all others are shown in colour.
    background : nibabel image, 3D
        What is drawn below the map, in the same space.
    path : str or pathlib.Path
        The HTML file to write; one that is there already is replaced.

    Returns
    -------
    None
        Nothing, so that the page does not end up in the notebook.
    """
    ### BEGIN SOLUTION
    plotting.view_img(stat, bg_img=background).save_as_html(path)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "save_viewer_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: two bright boxes over a grey one.
import tempfile
import warnings

boxes, grey = np.zeros((8, 9, 10)), np.full((8, 9, 10), 100.0)
boxes[2:4, 3:5, 4:6], boxes[5:7, 3:5, 4:6], grey[3:5, 2:7, 2:8] = 2, -3, 200
spot = nib.Nifti1Image(boxes, np.diag([3, 3, 3, 1]))
with tempfile.TemporaryDirectory() as folder:
    page = Path(folder) / "viewer.html"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nilearn has a few for images as small as these
        returned = save_viewer(spot, nib.Nifti1Image(grey, np.diag([3, 3, 3, 1])), page)
    assert page.is_file(), "save_viewer(spot, grey, path): there is no file at path"
    text = page.read_text(encoding="utf-8")
    assert "brainsprite" in text, "save_viewer(spot, grey, path): the file holds no viewer of nilearn"
    assert returned is None, (
        f"save_viewer(spot, grey, path): got a {type(returned).__name__} back, wanted None"
    )

# %% nbgrader={"grade": true, "grade_id": "save_viewer_page", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at the file: it is where it should be, holds a viewer, and nothing is returned.
### BEGIN HIDDEN TESTS
import tempfile

from isocenter import checks


@checks.run
def save_viewer_page(rng):
    affine, shape = checks.affine(rng, "LAS"), (9, 10, 8)
    stat = checks.image(5 * (checks.blob(shape, (3, 4, 4), 1) > 0.3).astype(float), affine)
    background = checks.image(20 + 80 * checks.blob(shape, (5, 5, 3), 2), affine)
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder) / "there already.html"
        there.write_text("an older page", encoding="utf-8")
        for given, path in {
            "a path that is a str": str(Path(folder) / f"map-{rng.integers(100, 1000)}.html"),
            "the Path of an older page": there,
            "a path with another ending than .html": Path(folder) / f"map-v1.{rng.integers(10, 100)}",
        }.items():
            got = checks.call(save_viewer, stat, background, path, given=given, unchanged=True)
            checks.require(Path(path).is_file(), save_viewer, given, "no file was written at `path`")
            is_viewer = {"background", "overlay"} <= set(checks.page_pictures(path))
            checks.require(is_viewer, save_viewer, given, "the file is not a page of nilearn's viewer")
            hint = "what is returned at the end of a cell is stored in the notebook"
            checks.require(got is None, save_viewer, given, "it returned something", hint)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "save_viewer_background", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at what the viewer draws below the map; its axes are permuted, and its grid is not the map's.
### BEGIN HIDDEN TESTS
import tempfile

from nilearn import plotting

from isocenter import checks


@checks.run
def save_viewer_background(rng):
    given = "a background whose axes are PSR"
    affine, shape = checks.affine(rng, "PSR"), (9, 8, 11)
    spots = checks.numbers(rng, shape) / 20 + 40 * (checks.blob(shape, rng.uniform(3, 5, 3), 2) > 0.5)
    background = checks.image(20 + spots, affine)
    grid = checks.affine(rng, "LAS")
    grid[:3, 3] = nib.affines.apply_affine(affine, (4, 3, 4)) - grid[:3, :3] @ (4, 5, 4)
    stat = checks.image(4 * (checks.blob((9, 10, 8), (4, 5, 4), 1) > 0.3).astype(float), grid)
    with tempfile.TemporaryDirectory() as folder:
        mine, right = Path(folder) / "mine.html", Path(folder) / "right.html"
        checks.call(save_viewer, stat, background, mine, given=given)
        checks.require(mine.is_file(), save_viewer, given, "no file was written at `path`")
        page = mine.read_text(encoding="utf-8", errors="replace").replace("&quot;", '"')
        flipped = '"radiological": true' in page
        plotting.view_img(stat, bg_img=background, radiological=flipped).save_as_html(right)
        got, want = (checks.page_pictures(one).get("background") for one in (mine, right))
    is_viewer = got is not None
    checks.require(is_viewer, save_viewer, given, "the file is not a page of nilearn's viewer")
    same = got.shape == want.shape
    same = same and np.corrcoef(got[..., 0].ravel(), want[..., 0].ravel())[0, 1] > 0.9
    hint = "view_img draws a template when it is not told, and two images are easily exchanged"
    checks.require(same, save_viewer, given, "another image than `background` lies below", hint)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "save_viewer_overlay", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at which voxels are coloured: those that are not 0, and all of them, however small.
### BEGIN HIDDEN TESTS
import tempfile

from nilearn import plotting

from isocenter import checks


@checks.run
def save_viewer_overlay(rng):
    given, shape, affine = "a map of small values", (10, 11, 9), checks.affine(rng, "LAS")
    values = np.zeros(shape)
    for largest, i in (0.02, 2.5), (-0.01, 6.5):
        bump = checks.blob(shape, (i, *rng.uniform(3, 6, 2)), 1.3)
        values += largest * bump * (bump > 0.2)
    stat = checks.image(values, affine)
    background = checks.image(20 + checks.numbers(rng, shape), affine)
    with tempfile.TemporaryDirectory() as folder:
        mine, right = Path(folder) / "mine.html", Path(folder) / "right.html"
        checks.call(save_viewer, stat, background, mine, given=given)
        checks.require(mine.is_file(), save_viewer, given, "no file was written at `path`")
        page = mine.read_text(encoding="utf-8", errors="replace").replace("&quot;", '"')
        flipped = '"radiological": true' in page
        plotting.view_img(stat, bg_img=background, radiological=flipped).save_as_html(right)
        got, want = (checks.page_pictures(one).get("overlay") for one in (mine, right))
    is_viewer = got is not None
    checks.require(is_viewer, save_viewer, given, "the file is not a page of nilearn's viewer")
    checks.require(got.shape == want.shape, save_viewer, given, "the map is on another grid")
    got, want = got[..., 3] > 0.5, want[..., 3] > 0.5
    extra, lost = (got & ~want).sum() / want.sum(), (want & ~got).sum() / want.sum()
    hint = "do they hide the anatomy"
    checks.require(extra < 0.1, save_viewer, given, "voxels that are 0 are coloured", hint)
    hint = "is there a threshold in the units of another map, or were small or negative values cut off"
    checks.require(lost < 0.1, save_viewer, given, "voxels of the map are missing", hint)


### END HIDDEN TESTS

# %% [markdown]
# Try it on the motor map: take away the `#`, run the cell, and open the page from the list of files
# at the left. Delete it afterwards, so that you do not hand it in with your notebook.

# %%
# save_viewer(t_map, t1_coarse, "motor_map.html")

# %% [markdown]
# ## Masks
#
# A mask is an image that says for each voxel whether it belongs to something: a brain, a lesion, an
# anatomical structure. Everything else in this notebook is done with one. Ours marks the two
# amygdalae, almond-shaped groups of nuclei deep in the temporal lobes, one on each side. `plot_roi`
# draws a mask ("region of interest") over anatomy. With a number of cuts in place of their positions,
# nilearn chooses them itself, through the thick of what it draws.

# %%
amygdalae = nib.load(image_file("FSL_BAmyg_thr0.nii.gz"))
roi = plotting.plot_roi(
    amygdalae,
    bg_img=t1_coarse,
    dim=-0.4,
    display_mode="z",
    cut_coords=1,
    cmap="plasma",
    vmin=0,
    vmax=100,
    cbar_tick_format="%.0f",
    figure=plt.figure(figsize=(3.4, 2.8), dpi=80),
)
show(
    roi.frame_axes.figure,
    "Two small coloured patches in the temporal lobes, one on each side, over a grey axial slice "
    "of a head, with a colour bar from 0 to 100.",
)

# %% [markdown]
# The colour bar gives away that this mask is more than yes and no. It is of
# the kind that an atlas gives: a voxel's value is the percentage of people in whom that place
# belonged to the amygdala. To make a plain mask of it, somebody has to draw a line, and how much is
# inside depends on where:

# %%
percentages = amygdalae.get_fdata()
for at_least in 0, 25, 50, 75:
    print(f"voxels above {at_least:2d} %: {np.count_nonzero(percentages > at_least)}")

# %% [markdown]
# In the exercises a voxel is inside when its value is **above 0**, whatever the value is, and all
# voxels inside count the same. A choice like that belongs in the methods section.
#
# From a mask to positions it is two steps: `np.argwhere` lists the voxels as $(i, j, k)$, one a row,
# and the affine takes all of them to millimetres at once.

# %%
inside_ijk = np.argwhere(percentages > 0)
inside_mm = nib.affines.apply_affine(amygdalae.affine, inside_ijk)
print("voxels, one a row:", inside_ijk.shape)
print("the first one:", inside_ijk[0], "->", inside_mm[0].round(2), "mm")
print("left of the midline:", np.count_nonzero(inside_mm[:, 0] < 0))
print("right of the midline:", np.count_nonzero(inside_mm[:, 0] > 0))
print("the array axes run towards:", *nib.aff2axcodes(amygdalae.affine))


# %% [markdown]
# Left and right were told apart by the sign of $x$, and that is the only safe way. "The first half
# of the first array axis" is the left side in a file stored RAS, the right side in one stored LAS,
# and neither where the first axis runs from front to back.
#
# ### Exercise: amygdala centres (10 minutes)
#
# Where are the two? The usual answer is the centre of each: the mean position of its voxels.

# %% nbgrader={"grade": false, "grade_id": "amygdala_centres", "locked": false, "schema_version": 3, "solution": true, "task": false}
def amygdala_centres(mask):
    """Return the centres of the left and the right part of a mask.

    Parameters
    ----------
    mask : nibabel image, 3D
        In a template space, so that x = 0 is the midline. Its voxels above 0 are inside, all with
        the same weight; there are some on both sides, and none of them has its centre at x = 0.

    Returns
    -------
    left, right : (3,) array, mm RAS+
        Mean position of the voxel centres with x < 0, and of those with x > 0.
    """
    ### BEGIN SOLUTION
    mm = nib.affines.apply_affine(mask.affine, np.argwhere(mask.get_fdata() > 0))
    is_left = mm[:, 0] < 0
    return mm[is_left].mean(axis=0), mm[~is_left].mean(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "amygdala_centres_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: 2 mm voxels; two voxels at x = -4 and -2 mm, one at x = 6 mm.
tiny = np.zeros((8, 5, 4), dtype=np.uint8)
tiny[1, 2, 3] = tiny[2, 2, 3] = tiny[6, 1, 0] = 1
tiny_affine = np.array([[2, 0, 0, -6], [0, 2, 0, 0], [0, 0, 2, 0], [0, 0, 0, 1]])
both = amygdala_centres(nib.Nifti1Image(tiny, tiny_affine))
assert np.shape(both) == (2, 3), (
    f"amygdala_centres(tiny): got something of shape {np.shape(both)}, wanted two positions of "
    "three numbers"
)
assert np.allclose(both, [[-3, 4, 6], [6, 2, 0]]), (
    f"amygdala_centres(tiny): got {both}, wanted [-3 4 6] mm and [6 2 0] mm"
)

# %% nbgrader={"grade": true, "grade_id": "amygdala_centres_plain", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
# Looks at an LAS mask of zeros and ones; the midline is not the middle of the grid.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def amygdala_centres_plain(rng):
    blobs = checks.two_sided(rng, "LAS")
    mask = checks.image((blobs.get_fdata() > 0).astype(np.uint8), blobs.affine, code=4)
    ijk = np.argwhere(blobs.get_fdata() > 0)
    mm = nib.affines.apply_affine(mask.affine, ijk)

    def centres(points, chosen):
        return [points[chosen].mean(axis=0), points[~chosen].mean(axis=0)]

    left = mm[:, 0] < 0
    edges = [(mm[one].min(axis=0) + mm[one].max(axis=0)) / 2 for one in (left, ~left)]
    checks.expect(
        amygdala_centres,
        mask,
        gives=centres(mm, left),
        given="an LAS mask of zeros and ones",
        atol=1e-3,
        mistakes={
            "right before left": centres(mm, left)[::-1],
            "voxel numbers, not converted to mm,": centres(ijk, left),
            "the centre of the whole mask, twice,": [mm.mean(axis=0)] * 2,
            "taking the first half of the first axis for the left side": centres(mm, ijk[:, 0] < 10),
            "taking the second half of the first axis for the left side": centres(mm, ijk[:, 0] >= 10),
            "the middle of the box around each part": edges,
        },
    )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "amygdala_centres_oblique", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
# Looks at oblique masks whose first axis is not the one from left to right.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def amygdala_centres_oblique(rng):
    for axes in "PIR", "SRA":
        blobs = checks.two_sided(rng, axes, turn=0.3)
        mask = checks.image((blobs.get_fdata() > 0).astype(np.float32), blobs.affine, code=4)
        ijk = np.argwhere(blobs.get_fdata() > 0)
        mm = nib.affines.apply_affine(mask.affine, ijk)
        left = mm[:, 0] < 0
        voxels = np.array([ijk[left].mean(axis=0), ijk[~left].mean(axis=0)])
        want = [mm[left].mean(axis=0), mm[~left].mean(axis=0)]
        checks.expect(
            amygdala_centres,
            mask,
            gives=want,
            given="an oblique mask with permuted axes",
            atol=1e-3,
            mistakes={
                "right before left": want[::-1],
                "voxel numbers, not converted to mm,": voxels,
                "leaving out the translation": voxels @ mask.affine[:3, :3].T,
                "the diagonal of the affine, taken for the voxel sizes,": voxels * np.diag(mask.affine)[:3] + mask.affine[:3, 3],
                "multiplying from the wrong side": voxels @ mask.affine[:3, :3] + mask.affine[:3, 3],
            },
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "amygdala_centres_edges", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at masks with values other than 0 and 1, some below 0, with a part in two pieces, or close to the midline.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def amygdala_centres_edges(rng):
    blobs = checks.two_sided(rng, "LAS", turn=0.1)
    weights = blobs.get_fdata() / 100
    below = np.where(weights > 0, weights, 0)
    below[3:6, 3:6, 1] = -50
    pieces = (weights > 0).astype(float)
    pieces[2, 2:5, 2:4] = 1
    near = checks.affine(rng, "LAS", zooms=[1.2, 2.4, 3.1])
    near[0, 3] = 6.6  # no voxel centre lies at x = 0, and some do at 0.6 mm on either side
    for given, values, affine in (
        ("a mask of fractions", weights, blobs.affine),
        ("a mask with values below 0", below, blobs.affine),
        ("a mask with a side in two pieces", pieces, blobs.affine),
        ("a mask that comes close to the midline", rng.integers(0, 2, (11, 6, 7)).astype(float), near),
    ):
        ijk = np.argwhere(values > 0)
        mm = nib.affines.apply_affine(affine, ijk)
        left, weight = mm[:, 0] < 0, values[values > 0]
        heavy = [np.average(mm[one], axis=0, weights=weight[one]) for one in (left, ~left)]
        other = nib.affines.apply_affine(affine, np.argwhere(values))
        checks.expect(
            amygdala_centres,
            checks.image(values, affine, code=4),
            gives=[mm[left].mean(axis=0), mm[~left].mean(axis=0)],
            given=given,
            atol=1e-3,
            unchanged=True,
            mistakes={
                "weighting each voxel by its value": heavy,
                "a line at one half instead of 0": [mm[one & (weight > 0.5)].mean(axis=0) for one in (left, ~left)],
                "counting every voxel that is not 0": [one.mean(axis=0) for one in (other[other[:, 0] < 0], other[other[:, 0] > 0])],
            },
        )


### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: volume (5 minutes)
#
# How large is it? Each voxel is a small box, or, where a header holds a shear, a small slanted box.
# Its edges are the columns of the affine's upper-left 3 × 3 matrix, and the volume of such a box is
# the absolute value of that matrix's determinant. Where the edges meet at right angles, this is the
# product of the three voxel sizes.

# %% nbgrader={"grade": false, "grade_id": "volume_mm3", "locked": false, "schema_version": 3, "solution": true, "task": false}
def volume_mm3(mask):
    """Return the volume of a mask.

    Parameters
    ----------
    mask : nibabel image, 3D
        Its voxels above 0 are inside. Its affine may be oblique, and may hold a shear.

    Returns
    -------
    float, mm³
        Number of voxels inside, times the volume of one voxel; 0 for an empty mask.
    """
    ### BEGIN SOLUTION
    voxel_volume = abs(np.linalg.det(mask.affine[:3, :3]))
    return np.count_nonzero(mask.get_fdata() > 0) * voxel_volume
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "volume_mm3_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: three voxels of 2 x 3 x 4 mm.
row = np.zeros((5, 4, 3), dtype=np.uint8)
row[1:4, 2, 1] = 1
amount = volume_mm3(nib.Nifti1Image(row, np.diag([2, 3, 4, 1])))
assert np.shape(amount) == (), f"volume_mm3(row): got shape {np.shape(amount)}, wanted one number"
assert np.isclose(amount, 72), f"volume_mm3(row): got {amount}, wanted 72 mm³"

# %% nbgrader={"grade": true, "grade_id": "volume_mm3_plain", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at LAS and oblique masks.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def volume_mm3_plain(rng):
    for given, axes, turn in ("an LAS mask", "LAS", 0), ("an oblique mask with permuted axes", "PIR", 0.3):
        affine = checks.affine(rng, axes, turn)
        values = (rng.random((6, 7, 8)) < rng.uniform(0.2, 0.4)).astype(np.uint8)
        count, zooms = values.sum(), nib.affines.voxel_sizes(affine)
        checks.expect(
            volume_mm3,
            checks.image(values, affine),
            gives=count * np.prod(zooms),
            given=given,
            rtol=1e-5,
            mistakes={
                "counting voxels without their size": count,
                "a determinant that keeps its sign": count * np.linalg.det(affine[:3, :3]),
                "the diagonal of the affine, taken for the voxel sizes,": count * np.prod(np.diag(affine)[:3]),
                "the diagonal of the affine without its signs": count * abs(np.prod(np.diag(affine)[:3])),
                "the sum of the voxel sizes": count * zooms.sum(),
                "counting all voxels": values.size * np.prod(zooms),
                "the cube of one voxel size": count * zooms[0] ** 3,
            },
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "volume_mm3_shear", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at a mask whose affine holds a shear, and at one whose header gives other voxel sizes.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def volume_mm3_shear(rng):
    values = (rng.random((6, 7, 8)) < 0.3).astype(np.uint8)
    plain = checks.affine(rng, "LAS", turn=0.2)
    slant = np.eye(4)
    slant[0, 1], slant[1, 2] = rng.uniform(0.5, 0.8, 2)
    other = plain @ np.diag([1.5, 1.2, 1.4, 1])
    for given, mask in {
        "a mask whose affine holds a shear": checks.image(values, plain @ slant, qform=(None, 0)),
        "a mask whose sform rules, beside another qform": checks.image(values, plain, qform=(other, 1)),
    }.items():
        checks.expect(
            volume_mm3,
            mask,
            gives=values.sum() * abs(np.linalg.det(mask.affine[:3, :3])),
            given=given,
            rtol=1e-5,
            mistakes={
                "the product of the voxel sizes": values.sum() * np.prod(nib.affines.voxel_sizes(mask.affine)),
                "the header's voxel sizes, which belong to the qform,": values.sum() * np.prod(mask.header.get_zooms()),
            },
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "volume_mm3_edges", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at masks of fractions, of small integers, with values below 0, and at an empty one.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def volume_mm3_edges(rng):
    affine, shape = checks.affine(rng, "LAS"), (9, 8, 10)
    fractions = np.where(rng.random(shape) < 0.5, rng.uniform(0.02, 1, shape), 0)
    for given, values in {
        "a mask of fractions": fractions,
        "a mask with values below 0": np.where(rng.random(shape) < 0.2, -3.0, fractions),
        "a mask of uint8, with hundreds of voxels inside": (fractions > 0).astype(np.uint8),
        "an empty mask": np.zeros(shape, dtype=np.int16),
    }.items():
        volume = abs(np.linalg.det(affine[:3, :3]))
        checks.expect(
            volume_mm3,
            checks.image(values, affine),
            gives=np.sum(values > 0) * volume,
            given=given,
            rtol=1e-5,
            unchanged=True,
            mistakes={
                "the sum of the values": values.sum(dtype=float) * volume,
                "counting every voxel that is not 0": np.count_nonzero(values) * volume,
                "counting voxels above one half only": np.sum(values > 0.5) * volume,
            },
        )


### END HIDDEN TESTS

# %% [markdown]
# ## Measuring inside a mask
#
# The most common use of a mask is to average another image inside it. The two seldom have the same
# grid. Our mask and the *t* map share a space, and yet a voxel number of one means nothing in the
# other; the arrays do not even have the same shape. (Where they happen to have it, it is worse:
# `t_values[percentages > 0]` then runs, and measures somewhere else.) So the mask must first be
# resampled: for each voxel of the map, ask what the mask says at that place.
#
# `resample_to_img` does this, and `interpolation` decides what happens between voxels. For
# measured values one interpolates smoothly. A mask holds answers, and there is no answer halfway
# between yes and no: here `"nearest"` is right, which takes the answer of the nearest voxel. The
# default is `"continuous"`, a cubic spline. See what it makes of a mask in which the left amygdala
# has the label 1 and the right one the label 2:

# %%
from nilearn.image import resample_to_img

labels = np.zeros(amygdalae.shape, dtype=np.float32)
labels[tuple(inside_ijk.T)] = np.where(inside_mm[:, 0] < 0, 1, 2)
left_1_right_2 = nib.Nifti1Image(labels, amygdalae.affine)
moved = {
    kind: resample_to_img(
        left_1_right_2, t_map, interpolation=kind, force_resample=True, copy_header=True
    )
    for kind in ("nearest", "continuous")
}
for kind, on_t_map in moved.items():
    answers = on_t_map.get_fdata()
    print(
        f"{kind}: values from {answers.min():.2f} to {answers.max():.2f}, "
        f"{np.count_nonzero(answers > 0)} voxels above 0"
    )

# %%
low, high = inside_mm[inside_mm[:, 0] > 0].min(axis=0), inside_mm[inside_mm[:, 0] > 0].max(axis=0)
right_one = plt.figure(figsize=(8, 2.5), dpi=80)
for left, (name, on_grid) in zip((0.09, 0.36, 0.63), {"as stored": left_1_right_2, **moved}.items(), strict=True):
    upright = nib.as_closest_canonical(on_grid)
    steps, corner = nib.affines.voxel_sizes(upright.affine), upright.affine[:3, 3]
    edges = np.stack([corner - steps / 2, corner + steps * (np.array(upright.shape) - 0.5)])
    axial = upright.get_fdata()[:, :, round(((low[2] + high[2]) / 2 - corner[2]) / steps[2])]
    axes = right_one.add_axes([left, 0.2, 0.26, 0.68])
    drawn = axes.imshow(
        axial.T, origin="lower", extent=edges[:, :2].T.ravel(), cmap="RdBu_r", vmin=-2, vmax=2
    )
    axes.locator_params(nbins=3)
    axes.set(xlim=(low[0] - 8, high[0] + 8), ylim=(low[1] - 8, high[1] + 8), xlabel="x (mm)", title=name)
for axes in right_one.axes[1:]:
    axes.set_yticks([])
right_one.axes[0].set_ylabel("y (mm)")
right_one.colorbar(drawn, cax=right_one.add_axes([0.91, 0.2, 0.02, 0.68]), ticks=[-2, 0, 2], label="value")
show(
    right_one,
    "The right amygdala in an axial slice, three times. As stored and after nearest resampling it "
    "is a patch of one colour, value 2. After continuous resampling the patch has a rim of paler "
    "colours, among them the one for 1, and a faint fringe of values below 0.",
)

# %% [markdown]
# A spline overshoots at every sharp edge. The fringe around the patch ripples above and below 0, and
# goes on rippling, too faint to see, through much of the image: "above 0" picks up all of that, as
# the count shows. And the rim passes through every value between 2 and 0, so that there are voxels
# near 1 in it, the label of the *other* amygdala. Halfway between region 3 and region 7 of an atlas
# the spline finds region 5. (The labels here are floats. A mask of whole numbers comes back in whole
# numbers, so that 0.75 becomes 0 and the rim does not show.)
#
# And why the mask to the image's grid, and not the image to the mask's? Either can be defended. But
# the image is what was measured; resampling it invents values between the measured ones, and where
# a voxel is NaN, spreads it to its neighbours. Moving the mask leaves every measurement as it is.
#
# ### Exercise: mean in mask (12 minutes)
#
# The mean of an image inside a mask that lies in the same space, on any grid. Bring the mask to the
# image; nearest; above 0 is inside; leave out NaN.

# %% nbgrader={"grade": false, "grade_id": "mean_in_mask", "locked": false, "schema_version": 3, "solution": true, "task": false}
from nilearn.image import resample_to_img


def mean_in_mask(img, mask):
    """Return the mean of an image inside a mask that may have another grid.

    Parameters
    ----------
    img : nibabel image, 3D
        Its NaN are left out of the mean.
    mask : nibabel image, 3D
        In the same space as `img`, in any orientation. It is brought to the grid of `img` by
        nearest neighbour; where it is above 0 then, is inside, and what lies outside of its own
        grid is not. (Whether that ends at the centres or at the outer faces of its last voxels is
        not asked.) At least one voxel of `img` that is not NaN is inside.

    Returns
    -------
    float
        In the units of `img`: scaled values, not stored ones.
    """
    ### BEGIN SOLUTION
    on_grid = resample_to_img(
        mask, img, interpolation="nearest", force_resample=True, copy_header=True
    )
    return np.nanmean(img.get_fdata()[on_grid.get_fdata() > 0])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "mean_in_mask_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: of an image of 4 mm voxels, a mask of 2 mm voxels covers two, 10 and 20.
tens = np.zeros((4, 5, 6))
tens[1, 2, 3], tens[2, 2, 3] = 10, 20
bar = np.zeros((9, 10, 11), dtype=np.uint8)
bar[2:5, 4, 6] = 1
bar_affine = np.array([[2, 0, 0, -0.5], [0, 2, 0, -0.5], [0, 0, 2, -0.5], [0, 0, 0, 1]])
mean = mean_in_mask(nib.Nifti1Image(tens, np.diag([4, 4, 4, 1])), nib.Nifti1Image(bar, bar_affine))
assert np.shape(mean) == (), f"mean_in_mask(tens, bar): got shape {np.shape(mean)}, wanted one number"
assert np.isclose(mean, 15), f"mean_in_mask(tens, bar): got {mean}, wanted 15"

# %% nbgrader={"grade": true, "grade_id": "mean_in_mask_plain", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
# Looks at an LAS image and a mask of fractions stored RAS, with other voxel sizes.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def mean_in_mask_plain(rng):
    affine = checks.affine(rng, "LAS")
    img = checks.image(checks.numbers(rng, (12, 14, 13)) + 50, affine)
    middle = nib.affines.apply_affine(affine, (np.array(img.shape) - 1) / 2)
    grid = checks.affine(rng, "RAS")
    grid[:3, 3] = middle - grid[:3, :3] @ [6.1, 7.3, 5.2]
    shape = (13, 15, 11)
    fractions = rng.uniform(0.02, 1, shape) * (checks.blob(shape, (6, 7, 5), (2, 2.5, 1.8)) > 0.3)
    mask = checks.image(fractions, grid)
    mm = nib.affines.apply_affine(affine, np.moveaxis(np.indices(img.shape), 0, -1))
    values, at_mask = img.get_fdata(), nib.affines.apply_affine(grid, np.argwhere(fractions > 0))
    nearest, linear, cubic = (checks.sample(mask, mm, order)[0] for order in (0, 1, 3))
    checks.expect(
        mean_in_mask,
        img,
        mask,
        gives=values[nearest > 0].mean(),
        given="an LAS image and an RAS mask of fractions",
        rtol=1e-5,
        mistakes={
            "resampling the mask linearly": values[linear > 0].mean(),
            "resampling the mask with a spline, the default,": values[cubic > 0].mean(),
            "weighting each voxel by the mask": np.average(values, weights=nearest),
            "averaging the zeros outside of the mask too": (values * (nearest > 0)).mean(),
            "a line at one half instead of 0": values[nearest > 0.5].mean(),
            "bringing the image to the mask with a spline": checks.sample(img, at_mask, 3)[0].mean(),
            "bringing the image to the mask": checks.sample(img, at_mask, 1)[0].mean(),
            "taking the image's nearest voxel at each voxel of the mask": checks.sample(img, at_mask, 0)[0].mean(),
        },
    )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "mean_in_mask_oblique", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
# Looks at an oblique image and an oblique mask with permuted axes, and at equal shapes.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def mean_in_mask_oblique(rng):
    for given, shape in {
        "an oblique image and an oblique mask with permuted axes": (15, 14, 16),
        "an oblique image and a mask of the same shape on another grid": (13, 12, 14),
    }.items():
        affine = checks.affine(rng, "LAS", turn=0.3)
        img = checks.image(checks.numbers(rng, (13, 12, 14)) - 700.5, affine)
        middle = nib.affines.apply_affine(affine, (np.array(img.shape) - 1) / 2)
        grid = checks.affine(rng, "PIR", turn=0.3)
        grid[:3, 3] = middle - grid[:3, :3] @ (np.array(shape) / 2 + rng.uniform(-0.7, 0.7, 3))
        ones = checks.blob(shape, np.array(shape) / 2, 3) * (rng.random(shape) < 0.7) > 0.3
        mask = checks.image(ones.astype(np.float32), grid)
        mm = nib.affines.apply_affine(affine, np.moveaxis(np.indices(img.shape), 0, -1))
        values, at_mask = img.get_fdata(), nib.affines.apply_affine(grid, np.argwhere(ones))
        nearest, linear, cubic = (checks.sample(mask, mm, order)[0] for order in (0, 1, 3))
        mistakes = {
            "resampling the mask linearly": values[linear > 0].mean(),
            "resampling the mask linearly, with a line at one half": values[linear > 0.5].mean(),
            "resampling the mask with a spline, the default,": values[cubic > 0].mean(),
            "bringing the image to the mask": checks.sample(img, at_mask, 1)[0].mean(),
            "bringing the image to the mask with a spline": checks.sample(img, at_mask, 3)[0].mean(),
            "taking the image's nearest voxel at each voxel of the mask": checks.sample(img, at_mask, 0)[0].mean(),
        }
        if shape == img.shape:
            mistakes["using the mask's array as it is, on another grid,"] = values[ones].mean()
        want = values[nearest > 0].mean()
        checks.expect(mean_in_mask, img, mask, gives=want, given=given, rtol=1e-5, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "mean_in_mask_edges", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
# Looks at NaN, zeros, a scaled int16 image; a mask with values below 0, one beyond the image, one that ends inside it.
### BEGIN HIDDEN TESTS
import tempfile

from isocenter import checks


@checks.run
def mean_in_mask_edges(rng):
    affine, shape = checks.affine(rng, "LAS", turn=0.2), (11, 12, 10)
    holes = checks.numbers(rng, shape) + 40
    holes[rng.random(shape) < 0.25] = np.nan
    numbers = checks.numbers(rng, shape, np.int16)
    scaled = checks.image(numbers, affine)
    scaled.header.set_slope_inter(0.375, -40)
    grid = affine @ nib.affines.from_matvec(np.diag([0.8, 1.3, 0.9]), rng.uniform(0.1, 0.4, 3) - [0, 3, 0])
    ones = (checks.blob(shape, (5, 5, 4), 1.9) > 0.3).astype(np.uint8)
    signed = ones.astype(float)
    signed[2:5, 2:5, 6:9] = -1
    beyond = grid.copy()
    beyond[:3, 3] -= 4 * affine[:3, 0]
    # A mask that is full at its first plane, which lies inside the image, at no half voxel.
    corner = affine @ nib.affines.from_matvec(np.eye(3), [2.7, 1.7, 1.7])
    full = np.zeros((6, 8, 7), np.uint8)
    full[:3, 2:6, 2:5] = 1
    zeros = checks.numbers(rng, shape) * (rng.random(shape) < 0.7)
    mm = nib.affines.apply_affine(affine, np.moveaxis(np.indices(shape), 0, -1))
    with tempfile.TemporaryDirectory() as folder:
        scaled = checks.from_disk(scaled, folder)
        for given, img, mask in (
            ("an image with NaN", checks.image(holes, affine), checks.image(ones, grid)),
            ("a scaled int16 image", scaled, checks.image(ones, grid)),
            ("a mask with values below 0", scaled, checks.image(signed, grid)),
            ("a mask that reaches beyond the image", scaled, checks.image(ones, beyond)),
            ("an image with zeros inside the mask", checks.image(zeros, affine), checks.image(ones, grid)),
            ("a mask that ends inside the image", scaled, checks.image(full, corner)),
        ):
            inside, values = checks.sample(mask, mm, 0)[0], img.get_fdata()
            ijk = np.rint(nib.affines.apply_affine(np.linalg.inv(mask.affine), mm)).astype(int)
            on_edge = tuple(np.moveaxis(np.clip(ijk, 0, np.array(mask.shape) - 1), -1, 0))
            mistakes = {
                "a NaN, taken for a number,": np.nan,
                "NaN replaced by 0": np.nan_to_num(values)[inside > 0].mean(),
                "stored values, not scaled,": numbers[inside > 0].mean(),
                "counting every voxel of the mask that is not 0": np.nanmean(values[inside != 0]),
                "leaving out what is 0 in the image": values[(inside > 0) & (np.nan_to_num(values) != 0)].mean(),
                "a mask that goes on for ever beyond its edge": np.nanmean(values[mask.get_fdata()[on_edge] > 0]),
            }
            want = np.nanmean(values[inside > 0])
            checks.expect(
                mean_in_mask, img, mask, gives=want, given=given, rtol=1e-5, mistakes=mistakes, unchanged=True
            )


### END HIDDEN TESTS

# %% [markdown]
# Now you can ask the question that the map and the mask were made for, among others: does the
# amygdala care which hand presses the button? Take away the `#` and run the cell.

# %%
# print("mean t in the amygdalae:", mean_in_mask(t_map, amygdalae))
# print("mean T1 intensity there:", mean_in_mask(t1, amygdalae))
# print("left and right centre:", amygdala_centres(amygdalae))
# print("volume:", volume_mm3(amygdalae), "mm³")

# %% [markdown] nbgrader={"grade": false, "grade_id": "one_centre_question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## A question to answer in words
#
# A colleague has the mask of both amygdalae. They average the positions of all its voxels, call
# the result "the centre of the amygdala", and read the *t* value at that point.
#
# Where does the point lie, and why is it in neither amygdala? Say what they should do instead. Then
# say what would be wrong if they had taken the side by the halves of the first array axis. Four to
# eight sentences.
#
# | | |
# |---|---|
# | **full** | Says that the mean of two separate groups lies between them, near the midline, and in nothing that belongs to the mask; gives the reason (a mean need not belong to the set it is taken of: it does so safely for a convex one, and this set has two parts); has one centre computed for each side, with the sides told apart by the sign of x in mm; explains that an array axis may run from left to right, from right to left, or along another direction, so that halves of the array are not sides of the body |
# | **half** | Knows that the point lies between the two and that they are to be treated one by one, but gives no reason beyond "the average is in the middle"; or leaves out how left and right are told apart in a way that works for any file |
# | **none** | Puts the error elsewhere (rounding, interpolation, a wrong affine), or repeats the question |

# %% [markdown] nbgrader={"grade": true, "grade_id": "one_centre", "locked": false, "points": 10, "schema_version": 3, "solution": true, "task": false}
# <!-- BEGIN SOLUTION -->
# The two amygdalae lie at about the same height and depth, one some 20 mm left of the midline and
# one some 20 mm right of it. The mean of all positions is the balance point of the two groups: it
# lies on the line between their centres, near x = 0, a little nearer to the larger one. There the
# mask has no voxel at all; a mean is sure to lie in a set of points only if the set is convex, and
# two separate pieces are not (a single curved one may not be either). So the t value that was read
# belongs to some other structure close to the midline. They should split the voxels by the sign of
# x in millimetres, which means the same in every file of this space, and compute one centre for
# each side. The halves of the first array axis are no substitute: that axis runs towards the right
# in an RAS file and towards the left in an LAS one, so that the names are swapped, and in a file
# with permuted axes it may run from back to front, so that each half holds a part of both.
# Moreover the middle of the grid need not be the midline of the brain.
# <!-- END SOLUTION -->
