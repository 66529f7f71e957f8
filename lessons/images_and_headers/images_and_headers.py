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
# # Images and headers
#
# A brain image is a box of numbers with a note attached. The box is an array like any other; the
# note, called the *header*, says how large a voxel is, which way the box lies in space, how much
# time passes between one volume and the next, and how to turn what is stored into what was
# measured. The box without the note is nearly useless, and a note that is misread is worse: it
# puts an operation on the wrong side of a head.
#
# By the end you will be able to
#
# - load an image, and say what is on disk and what is in memory,
# - cut a slice out of it and draw it the right way up,
# - read the header: sizes, times, units, scaling, orientation, and where it contradicts itself,
# - say what it takes to tell a patient's left from the right,
# - save a mask that lies exactly on its image.
#
# **How the notebooks of this course work.** Run the cells from the top. Each exercise has a cell
# with a function that lacks its body; its docstring says exactly what goes in and what comes out.
# Write the body in place of the line that raises `NotImplementedError`, keep the function's name, and
# leave what the function is given as it was. The cell below it shows one worked case: if it runs without an error, your answer has the
# right form, and where the cell compares numbers it is right in that case. The cells after it say in a line what else will be looked
# at when your work is graded, on other images than the ones here. No exercise needs your answer to
# an earlier one. Reading and exercises take about 75 minutes together; what is marked *optional*
# comes on top.
#
# Whatever function you meet, `help(nib.load)` and its like print what it has to say of itself. In a
# notebook `nib.load?` shows the same; the question mark is Jupyter's own and no Python, so it has no
# place in a file that others are to run.
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
# ## On disk, in memory
#
# The file format of this course is NIfTI (`.nii`, or `.nii.gz` when compressed), and the library
# that reads it is nibabel. `nib.load` reads the header and nothing else. What you get is an image
# object with a *proxy* for the values, `dataobj`: it knows where in the file they are, and fetches
# them when somebody asks. That is why loading a file of many gigabytes takes no time.
#
# The head that we look at first is not a person's, unless your instructor has put a real image in
# its place. It is a phantom: an average brain, made uneven as brains are, with scalp, skull and
# fluid computed around it.

# %%
t1 = nib.load(image_file("normalized_T1_anat_defaced.nii.gz"))
print("shape:               ", t1.shape)
print("kind of t1.dataobj:  ", type(t1.dataobj).__name__)
print("values in memory yet:", t1.in_memory)

# %% [markdown]
# Slicing the proxy gives an array of the part you asked for. To have all of them, call
# `get_fdata()`: it fetches the values, as `float64` whatever is in the file, and keeps them so that
# the next call is free. (You will meet `get_data()` in older tutorials. It is gone.)

# %%
t1_slab = t1.dataobj[:, :, 40:42]
print("from the proxy:", t1_slab.shape, t1_slab.dtype)

t1_values = t1.get_fdata()
print("get_fdata():   ", t1_values.shape, t1_values.dtype)
print("in the file:   ", t1.get_data_dtype())
print("values in memory now:", t1.in_memory)

try:
    t1.get_data()
except Exception as error:
    print("get_data():", type(error).__name__)

# %% [markdown]
# The dtype in the file is often a smaller one, because files save room: they hold small integers
# and, in the header, a *slope* and an *intercept*. The value that is meant is
#
# $$\text{value} = \text{slope} \times \text{stored} + \text{intercept}.$$
#
# nibabel applies both whenever you ask for values. Having done so, it blanks them in the header of
# the loaded image, so that nobody applies them again when saving. The proxy remembers them.

# %%
stored_number = t1.dataobj.get_unscaled()[40, 60, 50]
print("stored:          ", stored_number)
print("slope, intercept:", t1.dataobj.slope, t1.dataobj.inter)
print("by hand:         ", t1.dataobj.slope * stored_number + t1.dataobj.inter)
print("get_fdata():     ", t1_values[40, 60, 50])
print("header['scl_slope'] after loading:", t1.header["scl_slope"])

# %% [markdown]
# An image need not be three-dimensional. A functional image adds time as a fourth axis; NIfTI
# allows up to seven, and one of the files below has five.

# %%
for name in ["anatomical.nii", "functional.nii", "raw_fMRI_raw_bold.nii.gz"]:
    print(f"{name:26}", nib.load(image_file(name)).shape)


# %% [markdown]
# The last one is not broken. It keeps a fourth axis of length 1, and it is tempting to get rid of
# it; but code that drops axes as it pleases will one day drop one that was meant.
#
# ### Exercise: load an array (5 minutes)
#
# Write the function that all the rest of your scripts would begin with.

# %% nbgrader={"grade": false, "grade_id": "load_array", "locked": false, "schema_version": 3, "solution": true, "task": false}
def load_array(path):
    """Load an image's values, and say how they are stored.

    Parameters
    ----------
    path : str or pathlib.Path
        A NIfTI file, compressed or not, of any number of dimensions.

    Returns
    -------
    values : array of float64
        The scaled values, in image units, with every axis that the file has: one of length 1
        stays.
    on_disk : numpy.dtype
        The type of the numbers in the file. Its byte order does not matter.
    """
    ### BEGIN SOLUTION
    img = nib.load(path)
    return img.get_fdata(), img.get_data_dtype()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "load_array_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a real functional image that is stored as scaled 16-bit integers.
path = image_file("functional.nii")
result = load_array(path)
assert isinstance(result, tuple | list), f"load_array({path.name!r}): got {type(result).__name__}, wanted a tuple"
assert len(result) == 2, f"load_array({path.name!r}): got {len(result)} things, wanted two"
values, on_disk = result
shape = nib.load(path).shape
assert np.shape(values) == shape, f"load_array({path.name!r}): got shape {np.shape(values)}, wanted {shape}"
assert values.dtype == np.float64, f"load_array({path.name!r}): got values of {values.dtype}, wanted float64"
assert isinstance(on_disk, np.dtype), f"load_array({path.name!r}): got {on_disk!r}, wanted a numpy.dtype"

# %% nbgrader={"grade": true, "grade_id": "load_array_values", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at the values of files with and without a slope and an intercept.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def load_array_values(rng):
    import tempfile

    for slope, given in (0.375, "a file with a slope and an intercept"), (1.0, "a file that is not scaled"):
        stored = checks.numbers(rng, (5, 4, 7), np.int16)
        img = checks.image(stored, checks.affine(rng, "LAS", turn=0.3))
        img.header.set_slope_inter(slope, -41.5 * (slope != 1))
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            result = checks.call(load_array, img.get_filename(), given=given)
            pair = isinstance(result, tuple | list) and len(result) == 2
            checks.require(pair, load_array, given, "no pair of values and dtype came")
            values = result[0]
            mistakes = {"the stored numbers, without slope and intercept,": stored, "the slope without the intercept": stored * slope}
            checks.close(values, img.get_fdata(), load_array, given, mistakes=mistakes)
            is_float64 = isinstance(values, np.ndarray) and values.dtype == np.float64
            checks.require(is_float64, load_array, given, "the values are no array of float64")


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "load_array_dtype", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at the dtype on disk: integers and floats of several sizes, both byte orders.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def load_array_dtype(rng):
    import tempfile

    for kind, order, given in (
        ("u1", "<", "a file of unsigned bytes"),
        ("f4", ">", "a big-endian file of floats"),
        ("i4", "<", "a file of long integers"),
        ("f8", "<", "a file of double floats"),
        ("i2", "<", "a file of scaled short integers"),
    ):
        values = checks.numbers(rng, (4, 5, 3), float if "scaled" in given else kind)
        values = values / 7 if "scaled" in given else values
        img = nib.Nifti1Image(values, checks.affine(rng), nib.Nifti1Header(endianness=order), dtype=kind)
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            result = checks.call(load_array, img.get_filename(), given=given)
        pair = isinstance(result, tuple | list) and len(result) == 2
        checks.require(pair, load_array, given, "no pair of values and dtype came")
        mistakes = {"asking the loaded values for their dtype": np.float64}
        checks.same_dtype(result[1], kind, load_array, given, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "load_array_shape", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at files with axes of length 1, and at paths of both kinds.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def load_array_shape(rng):
    import tempfile

    for shape, kind, given in (
        ((3, 4, 2, 1, 5), str, "a file whose fourth axis has length 1"),
        ((4, 1, 5), Path, "a file whose second axis has length 1"),
        ((4, 3, 5, 1), Path, "a file whose last axis has length 1"),
    ):
        stored = checks.numbers(rng, shape, np.int16)
        with tempfile.TemporaryDirectory() as folder:
            nib.save(checks.image(stored, checks.affine(rng)), Path(folder) / "image.nii.gz")
            result = checks.call(load_array, kind(Path(folder) / "image.nii.gz"), given=given)
            pair = isinstance(result, tuple | list) and len(result) == 2
            checks.require(pair, load_array, given, "no pair of values and dtype came")
            mistakes = {"dropping the axes of length 1": stored.squeeze()}
            checks.close(result[0], stored, load_array, given, mistakes=mistakes)


### END HIDDEN TESTS

# %% [markdown]
# ## Which way is up
#
# Three conventions hold in all five notebooks.
#
# **Voxel coordinates** $(i, j, k)$ are the indices of the array; they count from 0, and a whole
# number is the centre of a voxel.
#
# **Scanner or template coordinates** $(x, y, z)$ are in millimetres, and they are *RAS+*: $x$ grows
# towards the patient's **R**ight, $y$ towards the front (**A**nterior), $z$ towards the top of the
# head (**S**uperior). The patient's right, not the viewer's. Some programs use LPS+ instead, with
# $x$ and $y$ the other way round; nibabel and nilearn never do.
#
# **Points are columns, matrices multiply them from the left, angles are in radians.** The matrix
# that leads from voxels to millimetres is the image's *affine* $A$, of shape (4, 4):
#
# $$\begin{pmatrix} x \\ y \\ z \\ 1 \end{pmatrix} = A \begin{pmatrix} i \\ j \\ k \\ 1 \end{pmatrix}.$$
#
# The next notebook is about nothing else. For now, read it by columns: the first column says how
# many millimetres you move in $x$, $y$ and $z$ when $i$ grows by one, the second column says the
# same of $j$, the third of $k$, and the last column is the place of voxel $(0, 0, 0)$.

# %%
print(t1.affine)
print("voxel (40, 60, 50), by hand:   ", (t1.affine @ [40, 60, 50, 1])[:3], "mm")
print("voxel (40, 60, 50), by nibabel:", nib.affines.apply_affine(t1.affine, [40, 60, 50]), "mm")

# %% [markdown]
# Two things are to be kept apart from the start. A *space* is what the millimetres mean: the
# scanner's (its origin is the isocenter of the magnet), or a template's. A *grid* is where the
# samples were taken in it: a shape and an affine. Two images can show the same place in one space
# and have quite different grids.
#
# So an array's axes are not $x$, $y$ and $z$. They are whatever the file says, and nibabel puts
# that into three letters: where each array axis points, as closely as a letter can.

# %%
for name in ["normalized_T1_anat_defaced.nii.gz", "scaled_int16.nii.gz", "phantom_capsule_T1.nii.gz"]:
    print(f"{name:36}", nib.aff2axcodes(nib.load(image_file(name)).affine))

# %% [markdown]
# Now the first picture. This is what everybody draws first, with the last index held still:

# %%
figure = plt.figure(figsize=(3.2, 2.6))
first_axes = figure.add_axes([0.17, 0.19, 0.8, 0.7])
first_axes.imshow(t1_values[:, :, t1.shape[2] // 2])
first_axes.locator_params(nbins=4)
first_axes.set(title="values[:, :, k]", xlabel="second index (voxels)", ylabel="first index (voxels)")
show(figure, "A slice through a head in green and yellow, drawn as imshow draws a matrix.")

# %% [markdown]
# Unless you are lucky with the order of the axes, the head lies on its side: `imshow` takes an array
# for a matrix, and draws the *first* index downwards and the *second* to the right. Transposing puts the first index on the horizontal,
# and `origin="lower"` lets the second grow upwards. The colours make a step where the tissue has
# none; anatomy is drawn in grey. And for which patient is this picture the right way round? That
# depends on where the first axis points, so let nibabel put the axes in order first.
#
# `nib.as_closest_canonical` returns the image with its axes exchanged and reversed until they run
# as close as they can to R, A and S. No value is computed anew, and the affine is changed to match,
# so every voxel stays where it was. An oblique image stays oblique: only a multiple of a quarter
# turn can be had by re-ordering.

# %%
t1_ras = nib.as_closest_canonical(t1)
print("axes:", nib.aff2axcodes(t1.affine), "->", nib.aff2axcodes(t1_ras.affine))

tilted = nib.load(image_file("phantom_capsule_T1.nii.gz"))
tilted_ras = nib.as_closest_canonical(tilted)
print("axes:", nib.aff2axcodes(tilted.affine), "->", nib.aff2axcodes(tilted_ras.affine))
print("and still oblique:")
print(tilted_ras.affine[:3, :3].round(2))

# %% [markdown]
# Cut across the second axis of the re-ordered image, and you have a *coronal* slice, as if you stood
# behind the patient: the horizontal runs to the right, the vertical to the top of the head. The
# image below has tall voxels; it was made with `slicer`, which cuts an image as you cut an array
# and mends the affine, by keeping every third plane. Drawn with square pixels, the head is squashed.
# `aspect` takes the height of a pixel over its width, and puts that right.

# %%
tall = t1_ras.slicer[:, :, ::3]
j = t1_ras.shape[1] // 2
width, _, height = tall.header.get_zooms()

figure = plt.figure(figsize=(6, 2.8), dpi=80)
for left, title, aspect in (0.06, "drawn square", 1), (0.55, "true aspect", height / width):
    axes = figure.add_axes([left, 0.1, 0.44, 0.8])
    axes.imshow(tall.dataobj[:, j, :].T, origin="lower", cmap="gray", aspect=aspect)
    axes.set(title=title, xticks=[], yticks=[], xlabel="the patient's right →", ylabel="top of the head →")
show(
    figure,
    "A coronal slice of a head, in grey and upright, drawn twice: squashed, because its tall voxels "
    "are drawn square, and in its true proportions.",
)

# %% [markdown]
# With the patient's right on *your* right, you see the head as if from behind, or an axial slice as
# if from above. That is the *neurological* way. Radiologists look from the other side, as if
# standing at the patient's feet, so that the patient's right is on your left: the *radiological*
# way. Neither is wrong, as long as the picture says which it is. nilearn writes the letters for you.

# %%
from nilearn import plotting

figure = plt.figure(figsize=(5.4, 2.7), dpi=80, facecolor="black")
for left, title in (0, "neurological"), (0.5, "radiological"):
    axes = figure.add_axes([left, 0, 0.5, 0.88])
    axes.set_title(title, color="white")
    plotting.plot_anat(
        tall,
        display_mode="z",
        cut_coords=[10],
        axes=axes,
        radiological=title == "radiological",
        colorbar=False,
        vmax=t1_slab.max(),
    )
show(
    figure,
    "The same axial slice twice. In the neurological picture the letter L stands on the left and R "
    "on the right; in the radiological one, which is its mirror image, R stands on the left.",
)


# %% [markdown]
# ### Exercise: an axial slice (6 minutes)
#
# Write the function that cuts a slice across the third axis, out of an image whose axes may come in
# any order.

# %% nbgrader={"grade": false, "grade_id": "axial_slice", "locked": false, "schema_version": 3, "solution": true, "task": false}
def axial_slice(img, k):
    """Cut an axial slice out of an image, whatever the order of the axes in its file.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D
        Its sform or qform code is above 0, and no voxel axis comes near 45 degrees to x, y or z.
    k : int, voxels
        0 or more: the number of the slice, counted from the inferior end along the voxel axis
        that lies closest to the inferior-superior direction. The lowest slice is number 0.

    Returns
    -------
    (x, y) array
        The scaled values. The first index grows towards the patient's right, the second towards
        the front: what the slice would be if the file were stored in the order RAS.
    """
    ### BEGIN SOLUTION
    return nib.as_closest_canonical(img).get_fdata()[:, :, k]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "axial_slice_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a tiny image whose first axis runs towards the left, the others front and up.
tiny = nib.Nifti1Image(np.arange(24.0).reshape(2, 3, 4), np.diag([-2.0, 2.0, 2.0, 1.0]))
got = axial_slice(tiny, 1)
wanted = [[13, 17, 21], [1, 5, 9]]
assert np.shape(got) == (2, 3), f"axial_slice(tiny, 1): got shape {np.shape(got)}, wanted (2, 3)"
assert np.allclose(got, wanted), f"axial_slice(tiny, 1): got {got}, wanted {wanted}"

# %% nbgrader={"grade": true, "grade_id": "axial_slice_plain", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at axial_slice on an RAS file with a slope and an intercept: lowest, middle, highest slice.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def axial_slice_plain(rng):
    import tempfile

    stored = checks.numbers(rng, (5, 6, 7), np.int16)
    img = checks.image(stored, checks.affine(rng))
    img.header.set_slope_inter(0.25, -12)
    with tempfile.TemporaryDirectory() as folder:
        img = checks.from_disk(img, folder)
        values = img.get_fdata()
        for k in 4, 0, 6:
            checks.expect(
                axial_slice,
                img,
                k,
                gives=values[:, :, k],
                given="an RAS image and the number of a slice",
                unchanged=True,
                mistakes={
                    "the stored numbers, without slope and intercept,": stored[:, :, k],
                    "a slice across the first axis": lambda k=k: values[min(k, 4)],
                    "a slice across the second axis": lambda k=k: values[:, min(k, 5)],
                    "counting the slices from 1": values[:, :, k - 1],
                    "counting the slices from the top": values[:, :, 6 - k],
                    "a slice whose left and right are exchanged": values[::-1, :, k],
                    "the slice on its side, as imshow wants it,": values[:, :, k].T,
                },
            )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "axial_slice_turned", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at axial_slice on files with other axes (LAS, and axes in another order), some oblique, one with a qform alone.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def axial_slice_turned(rng):
    for axes, turn, given in (
        ("RPI", 0.0, "an RPI image"),
        ("LAS", 0.3, "an oblique LAS image"),
        ("PIR", 0.3, "an oblique PIR image"),
        ("SRA", 0.0, "an SRA image"),
        ("PIR", 0.0, "a PIR image with a qform alone"),
        ("ARS", 0.0, "an ARS image turned about z, its first axis with the longest voxels"),
    ):
        stored = checks.numbers(rng, (5, 6, 8))
        affine = checks.affine(rng, axes, turn, zooms=[4, 1, 2] if "longest" in given else None)
        if "longest" in given:  # a step along the first axis moves further in x than one along x
            affine[:3, :3] = nib.eulerangles.euler2mat(z=rng.choice([-0.35, 0.35])) @ affine[:3, :3]
        img = checks.image(stored, affine, code=2 * ("qform" not in given), qform=(affine, 1))
        if "qform" in given:  # what stands in a sform of code 0 is not to be used
            img.header.set_sform(checks.affine(rng, "LAS"), 0)
        canonical = nib.as_closest_canonical(img).get_fdata()
        k = 1
        checks.expect(
            axial_slice,
            img,
            k,
            gives=canonical[:, :, k],
            given=given,
            unchanged=True,
            mistakes={
                "a slice across the array's third axis, as it is stored,": stored[:, :, k],
                "counting the slices from the top": canonical[:, :, -1 - k],
                "a slice whose left and right are exchanged": canonical[::-1, :, k],
                "a slice whose front and back are exchanged": canonical[:, ::-1, k],
                "the slice on its side, as imshow wants it,": canonical[:, :, k].T,
            },
        )


### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: show a slice (6 minutes)
#
# Write the function that draws such a slice, the neurological way. Cut it inside the function, so
# that nothing depends on your answer above.

# %% nbgrader={"grade": false, "grade_id": "show_slice", "locked": false, "schema_version": 3, "solution": true, "task": false}
def show_slice(img, k):
    """Draw an axial slice: the patient's right on the right, the front at the top.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D
        As in `axial_slice`.
    k : int, voxels
        As in `axial_slice`.

    Returns
    -------
    matplotlib.axes.Axes
        With the slice in the colour map "gray" (a high value is light), voxels in their true
        proportions by the affine, and a label to be seen on each axis, in your own words. A colour
        bar is allowed.
    """
    ### BEGIN SOLUTION
    canonical = nib.as_closest_canonical(img)
    right, front, _ = nib.affines.voxel_sizes(canonical.affine)
    _, axes = plt.subplots(figsize=(4, 4))
    pixels = canonical.get_fdata()[:, :, k].T
    axes.imshow(pixels, cmap="gray", origin="lower", aspect=front / right)
    axes.set_xlabel("towards the right (voxels)")
    axes.set_ylabel("towards the front (voxels)")
    return axes
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "show_slice_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a head, half way up. Is the left of the head where you expect it?
head = nib.load(image_file("normalized_T1_anat_defaced.nii.gz"))
axes = show_slice(head, 45)
assert isinstance(axes, plt.Axes), f"show_slice(head, 45): got {type(axes).__name__}, wanted Axes"
show(axes.figure, "Your axial slice of the head.", bbox_inches="tight")

# %% nbgrader={"grade": true, "grade_id": "show_slice_drawn", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at the picture that show_slice draws: which way up, which side, light for high values.
### BEGIN HIDDEN TESTS
import matplotlib.pyplot as plt

from isocenter import checks


@checks.run
def show_slice_drawn(rng):
    for axes, k, given in ("LAS", 4, "an LAS image"), ("RAS", 2, "an RAS image"):
        values = checks.numbers(rng, (6, 9, 7))
        img = checks.image(values, checks.affine(rng, axes))
        values = values[::-1] if axes == "LAS" else values
        plt.close("all")
        drawn = checks.call(show_slice, img, k, given=given, unchanged=True)
        levels, _ = checks.picture(drawn, show_slice, given)
        wanted = (values[:, :, k] - values[:, :, k].min()) / np.ptp(values[:, :, k])
        checks.close(
            levels,
            wanted.T,
            show_slice,
            given,
            atol=0.12,
            mistakes={
                "a slice that lies on its side": wanted,
                "a slice that lies on its side and upside down": wanted[::-1],
                "a slice with the front at the bottom": wanted.T[::-1],
                "a slice with the patient's right on the left": wanted.T[:, ::-1],
                "a slice that is turned by half a circle": wanted.T[::-1, ::-1],
                "grey levels that are dark for high values": 1 - wanted.T,
            },
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "show_slice_frame", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at what show_slice draws in grey: the proportions of a voxel, tilted ones too, and a label on each axis.
### BEGIN HIDDEN TESTS
import matplotlib.pyplot as plt

from isocenter import checks


@checks.run
def show_slice_frame(rng):
    for axes, tilt, given in (
        ("RAS", 0.0, "an RAS image"),
        ("SRA", 0.0, "an SRA image"),
        ("RAS", 0.45, "an RAS image that is tilted about the left-right axis"),
    ):
        affine = checks.affine(rng, axes)
        affine[:3, :3] = nib.eulerangles.euler2mat(x=tilt) @ affine[:3, :3]
        img = checks.image(checks.numbers(rng, (5, 6, 7)), affine)
        sizes = nib.affines.voxel_sizes(img.affine)
        first = axes.index("R")
        right, front = sizes[first], sizes[first + 1]
        plt.close("all")
        drawn = checks.call(show_slice, img, 3, given=given)
        _, ratio = checks.picture(drawn, show_slice, given)
        checks.close(
            ratio,
            right / front,
            "the proportions of a voxel in show_slice",
            given,
            rtol=0.02,
            mistakes={
                "pixels that are drawn square": 1,
                "an aspect that is turned upside down": front / right,
                "the sizes along the array's first two axes": sizes[0] / sizes[1],
                "the diagonal of the affine": right / (front * np.cos(tilt)),
            },
        )
        labels = drawn.get_xlabel().strip() and drawn.get_ylabel().strip() and drawn.axison
        checks.require(labels, show_slice, given, "an axis has no label")


### END HIDDEN TESTS

# %% [markdown]
# ## The header
#
# The header of a NIfTI-1 file has 348 bytes and some forty fields. Here they all are.

# %%
print(t1.header)

# %% [markdown]
# You need few of them. `dim` is the number of axes, followed by their lengths, so it is the array's
# shape with a count in front. `pixdim` is built in the same way: entries 1, 2 and 3 are voxel
# sizes, 4 is the step along the fourth axis, and entry 0 is no size at all but a sign that belongs
# to a rotation. `xyzt_units` packs two units, one of space and one of time. `qform_code`,
# `sform_code` and the fields after them hold the affine, in two ways. `intent_code` says what the
# numbers are: 0 for nothing in particular, and one code each for t statistics, vectors and more.
#
# nibabel has a method for most of it:

# %%
for name in ["anatomical.nii", "micron.nii", "epi_msec.nii"]:
    small = nib.load(image_file(name))
    print(f"{name:15} zooms {[float(zoom) for zoom in small.header.get_zooms()]}, units {small.header.get_xyzt_units()}")

# %% [markdown]
# Read the second line together with its unit: those voxels are not metres wide.
#
# A *voxel size* is the distance between the centres of two neighbours. The zooms say it, but a file
# can say it twice: `pixdim` goes with one of its two affines, and the image may be using the other.
# What always holds is the affine in use. Its columns are the steps from one voxel to the next, in
# $x$, $y$ and $z$; and a step that goes a little in each of the three directions has a length that
# no single entry of the matrix shows. Here is one such step, from the tilted head above:

# %%
step = nib.affines.apply_affine(tilted.affine, [1, 0, 0]) - nib.affines.apply_affine(tilted.affine, [0, 0, 0])
print("one step along the first voxel axis, in x, y, z:", step.round(3), "mm")
print("the first column of the affine:                 ", tilted.affine[:3, 0].round(3))
print("the affine's first entry on the diagonal:       ", tilted.affine[0, 0].round(3))


# %% [markdown]
# From sizes and shape follows the *field of view*: $n$ voxels of size $d$ cover $n d$ from edge to
# edge, but it is only $(n - 1)\,d$ from the first centre to the last.
#
# ### Exercise: voxel sizes (6 minutes)
#
# Write the function. Whatever unit the header names, millimetres come out.

# %% nbgrader={"grade": false, "grade_id": "voxel_sizes", "locked": false, "schema_version": 3, "solution": true, "task": false}
def voxel_sizes(img):
    """Return how far apart neighbouring voxels are along each of the three voxel axes.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D or more

    Returns
    -------
    (3,) array, list or tuple, mm
        Taken from the image's affine, which is right where sform and qform differ. The header's
        spatial unit may be meter, mm, micron or unknown; unknown is taken as mm.
    """
    ### BEGIN SOLUTION
    in_mm = {"meter": 1e3, "micron": 1e-3}.get(img.header.get_xyzt_units()[0], 1)
    return np.linalg.norm(img.affine[:3, :3], axis=0) * in_mm
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "voxel_sizes_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: an image whose axes run straight along x, y and z.
tiny = nib.Nifti1Image(np.zeros((4, 5, 6)), np.array([[2.0, 0, 0, -9], [0, 3, 0, 5], [0, 0, 4.5, 7], [0, 0, 0, 1]]))
tiny.header.set_xyzt_units("mm", "sec")
got = voxel_sizes(tiny)
assert np.shape(got) == (3,), f"voxel_sizes(tiny): got shape {np.shape(got)}, wanted (3,)"
assert np.allclose(got, [2, 3, 4.5]), f"voxel_sizes(tiny): got {got}, wanted 2, 3 and 4.5 mm"

# %% nbgrader={"grade": true, "grade_id": "voxel_sizes_plain", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at images whose axes run along x, y and z: in three dimensions, and in four.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def voxel_sizes_plain(rng):
    for shape, given in ((4, 5, 6), "a 3D image"), ((4, 5, 6, 3), "a 4D image"):
        affine = checks.affine(rng)
        img = checks.image(checks.numbers(rng, shape), affine, zooms=[2.5] * (len(shape) - 3))
        mistakes = {
            "the header's zooms with the time step among them": [*np.diag(affine)[:3], 2.5],
            "pixdim read from its entry 0 on": [1.0, *np.diag(affine)[:2]],
            "the whole diagonal of the affine": np.diag(affine),
        }
        checks.expect(voxel_sizes, img, gives=np.diag(affine)[:3], given=given, rtol=1e-5, mistakes=mistakes, unchanged=True)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "voxel_sizes_oblique", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at LAS images, oblique ones, and ones with their axes in another order.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def voxel_sizes_oblique(rng):
    for axes, turn, given in (
        ("LAS", 0.0, "an LAS image"),
        ("PIR", 0.0, "an image with its axes in another order"),
        ("SLP", 0.3, "an oblique image with its axes in another order"),
        ("LAS", 0.3, "an oblique LAS image"),
    ):
        affine = checks.affine(rng, axes, turn)
        matrix = affine[:3, :3]
        checks.expect(
            voxel_sizes,
            checks.image(checks.numbers(rng, (4, 5, 6)), affine),
            gives=np.sqrt((matrix**2).sum(axis=0)),
            given=given,
            rtol=1e-5,
            mistakes={
                "the diagonal of the affine": np.diag(matrix),
                "the diagonal of the affine, made positive,": abs(np.diag(matrix)),
                "the lengths of the affine's rows": np.linalg.norm(matrix, axis=1),
                "the sums of the columns": matrix.sum(axis=0),
                "the sums of the columns' absolute entries": abs(matrix).sum(axis=0),
                "the largest entry of each column": abs(matrix).max(axis=0),
            },
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "voxel_sizes_header", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at other units than mm, and at an image whose sform and qform differ.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def voxel_sizes_header(rng):
    for unit, factor in ("meter", 1000), ("micron", 0.001), ("unknown", 1):
        affine = checks.affine(rng, "LAS", turn=0.3, zooms=rng.permutation([2.0, 3.0, 4.0]) / factor)
        sizes = np.linalg.norm(affine[:3, :3], axis=0)
        checks.expect(
            voxel_sizes,
            checks.image(checks.numbers(rng, (4, 5, 6)), affine, units=(unit, "sec")),
            gives=sizes * factor,
            given=f"an image whose spatial unit is {unit}",
            rtol=1e-5,
            mistakes={
                "leaving the unit out of account": sizes,
                "dividing where the unit asks for a product": sizes / factor,
                "calling a meter 100 mm": sizes * 100,
            },
        )
    sform, qform = checks.affine(rng, "LAS", turn=0.3), checks.affine(rng, zooms=[2.2, 5.1, 3.4])
    checks.expect(
        voxel_sizes,
        checks.image(checks.numbers(rng, (4, 5, 6)), sform, code=4, qform=(qform, 1)),
        gives=np.linalg.norm(sform[:3, :3], axis=0),
        given="an image whose sform and qform differ",
        rtol=1e-5,
        mistakes={"the zooms in the header, which belong to the qform,": np.diag(qform)[:3]},
    )


### END HIDDEN TESTS

# %% [markdown]
# ### Time
#
# A functional scan takes a volume, and another, and another. The time from one to the next is the
# *repetition time*, TR, and it stands in `pixdim[4]`, in the unit that the header names. So much
# for the standard. Four files:

# %%
for name in ["functional.nii", "epi_msec.nii", "example4d.nii.gz", "raw_fMRI_raw_bold.nii.gz"]:
    series = nib.load(image_file(name))
    pixdim = [round(float(entry), 3) for entry in series.header["pixdim"][4:6]]
    print(f"{name:26} shape {series.shape!s:21} pixdim[4:6] {pixdim}, {series.header.get_xyzt_units()[1]}")


# %% [markdown]
# The first is as it should be, and the second only needs its unit. The third is a real scan, and its
# header cannot be believed: nobody waits more than half an hour between two volumes. Somebody wrote
# milliseconds and labelled them seconds; probably. Dividing by 1000 would be a guess, and a guess
# that is right nine times out of ten spoils the tenth study without a trace. Stop, and say that the
# header contradicts itself. A short step, on the other hand, is no contradiction: scanners that take
# several slices at once have a TR of 1 second and less.
#
# The fourth file comes from old software that kept the fourth axis for something else and put time
# on the fifth, with its step in `pixdim[5]`. By the standard time is the fourth axis and the fifth
# never is; it is for values that belong together at one voxel, such as the three components of a
# displacement. Intent codes 1006 and 1007 mark such vectors. To read time from there is a
# tolerance, and only when nothing says otherwise.
#
# Because headers lie, BIDS, the standard for whole data sets, keeps the repetition time once more,
# in a JSON file beside the image. Where there is one, compare.
#
# ### Exercise: repetition time (8 minutes)
#
# Write the function that reads the step where there is one, and refuses what cannot be true. (A field
# such as `header["intent_code"]` is an array without axes; `int` makes a plain number of it.)

# %% nbgrader={"grade": false, "grade_id": "repetition_time", "locked": false, "schema_version": 3, "solution": true, "task": false}
def repetition_time(img):
    """Return the time between one volume and the next, as the header tells it.

    Parameters
    ----------
    img : nibabel.Nifti1Image, of any number of dimensions

    Returns
    -------
    float, seconds, or None
        In a 4D image it is ``pixdim[4]``. In a 5D image whose fourth axis has length 1 it is
        ``pixdim[5]``, whatever ``pixdim[4]`` says, unless the intent code is one of the vectors
        (1006 or 1007): those keep components there, not time. The header's unit may be sec, msec
        or usec. None for every other image, for a step of 0 or less, and where the unit is
        unknown or none of time ("hz", "ppm", "rads").

    Raises
    ------
    ValueError
        Such a step is above 100 and its unit is said to be "sec": the header contradicts itself.
    """
    ### BEGIN SOLUTION
    header = img.header
    is_vector = int(header["intent_code"]) in (1006, 1007)
    if img.ndim == 4:
        step = float(header["pixdim"][4])
    elif img.ndim == 5 and img.shape[3] == 1 and not is_vector:
        step = float(header["pixdim"][5])
    else:
        return None
    unit = header.get_xyzt_units()[1]
    seconds = {"sec": 1, "msec": 1e-3, "usec": 1e-6}
    if unit not in seconds or step <= 0:
        return None
    if unit == "sec" and step > 100:
        raise ValueError(f"the header contradicts itself: a step of {step:g}, labelled sec")
    return step * seconds[unit]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "repetition_time_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a tiny series of four volumes, 1.5 seconds apart.
tiny = nib.Nifti1Image(np.zeros((2, 3, 2, 4)), np.eye(4))
tiny.header.set_xyzt_units("mm", "sec")
tiny.header["pixdim"][4] = 1.5
got = repetition_time(tiny)
assert np.shape(got) == (), f"repetition_time(tiny): got {got}, wanted one number"
assert got == 1.5, f"repetition_time(tiny): got {got}, wanted 1.5 (seconds)"

# %% nbgrader={"grade": true, "grade_id": "repetition_time_units", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at 4D images whose step is in sec, msec or usec.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def repetition_time_units(rng):
    for unit, step, seconds, given in (
        ("sec", 2.4, 2.4, "a 4D image with its step in sec"),
        ("sec", 1.0, 1.0, "a 4D image with a step of one sec, as fast scans have it,"),
        ("msec", 2400.0, 2.4, "a 4D image with its step in msec"),
        ("msec", 80.0, 0.08, "a 4D image with a small step in msec"),
        ("usec", 720000.0, 0.72, "a 4D image with its step in usec"),
    ):
        img = checks.image(checks.numbers(rng, (3, 4, 2, 5)), checks.affine(rng), zooms=[step], units=("mm", unit))
        mistakes = {
            "leaving the unit out of account": step,
            "taking every step above 100 for msec": step / 1000 if step > 100 else step,
            "the size of a voxel": float(img.header["pixdim"][3]),
            "msec that are not converted to seconds": seconds * 1000,
        }
        checks.expect(repetition_time, img, gives=seconds, given=given, rtol=1e-5, mistakes=mistakes, unchanged=True)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "repetition_time_five", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at 5D images: time on the fifth axis, vectors, and a fourth axis that is not of length 1.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def repetition_time_five(rng):
    for shape, intent, unit, wanted, given in (
        ((2, 3, 4, 1, 5), 0, "sec", 2.5, "a 5D image with time on its fifth axis"),
        ((2, 3, 4, 1, 6), 2001, "msec", 0.0025, "a 5D time series with its step in msec"),
        ((2, 3, 4, 1, 3), 1006, "sec", None, "a field of displacements"),
        ((2, 3, 4, 1, 3), 1007, "sec", None, "a field of vectors"),
        ((2, 3, 2, 3, 4), 0, "sec", None, "a 5D image whose fourth axis is longer than 1"),
    ):
        img = checks.image(checks.numbers(rng, shape), checks.affine(rng), zooms=[1.0, 2.5], units=("mm", unit))
        img.header["intent_code"] = intent
        mistakes = {"pixdim[4] of a 5D image": {"sec": 1.0, "msec": 0.001}[unit], "pixdim[5], whatever the image holds,": 2.5}
        if wanted is None:
            checks.expect_same(repetition_time, img, gives=None, given=given, mistakes=mistakes)
        else:
            checks.expect(repetition_time, img, gives=wanted, given=given, rtol=1e-5, atol=1e-9, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "repetition_time_doubt", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at headers that have no repetition time, or that contradict themselves.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def repetition_time_doubt(rng):
    def series(step, unit="sec", shape=(2, 3, 4, 5), place=4):
        img = checks.image(checks.numbers(rng, shape), checks.affine(rng), units=("mm", unit))
        img.header["pixdim"][place] = step
        return img

    for img, given in (
        (series(2.0, shape=(2, 3, 4)), "a 3D image with an old number in pixdim[4]"),
        (series(0.0), "a step of 0"),
        (series(-2.0), "a negative step"),
        (series(2.0, "unknown"), "a step of unknown unit"),
        (series(2.0, "hz"), "a fourth axis in Hz"),
        (series(2.0, "ppm"), "a fourth axis in ppm"),
        (series(0.0, "sec", (2, 3, 4, 1, 5), 5), "a 5D image with a step of 0"),
    ):
        checks.expect_same(repetition_time, img, gives=None, given=given)
    hint = "2000 seconds between two volumes is no repetition time, and which number is wrong cannot be known"
    for shape, place in ((2, 3, 4, 5), 4), ((2, 3, 4, 1, 5), 5):
        given = f"a {len(shape)}D image with a step far above 100 that is labelled sec"
        checks.expect_error(repetition_time, series(2000.0, "sec", shape, place), raises=ValueError, given=given, hint=hint)
    given = "a step little above the limit that is labelled sec"
    checks.expect_error(repetition_time, series(100.5), raises=ValueError, given=given, hint="which step is the first to be refused?")
    for step, unit, seconds, given in (
        (150.0, "msec", 0.15, "a step of 150 that is labelled msec"),
        (100.0, "sec", 100.0, "a step at the limit that is labelled sec"),
        (120000.0, "msec", 120.0, "a step of two minutes that is labelled msec"),
    ):
        checks.expect(repetition_time, series(step, unit), gives=seconds, given=given, rtol=1e-5)


### END HIDDEN TESTS

# %% [markdown]
# ### Two affines and their codes
#
# A header has room for two affines. The *qform* is made of a rotation, the voxel sizes in `pixdim`
# and an origin, and usually says how the image lay in the scanner. The *sform* is twelve numbers and
# can be any affine; it is what programs write that have brought the image somewhere else. Each has a
# code that says in which space its millimetres are:
#
# | code | the millimetres are |
# | --- | --- |
# | 0 | not known: do not use this affine |
# | 1 | those of the scanner, whose origin is the isocenter of the magnet |
# | 2 | those of something that the image was aligned to; the header does not say what |
# | 3 | those of the atlas of Talairach and Tournoux |
# | 4 | those of the template of the Montreal Neurological Institute, MNI |
# | 5 | those of another template |
#
# The two may differ, for instance in a file that remembers where the head lay in the scanner and
# also where it belongs in a template. Then one has to rule: the sform if its code is above 0, else
# the qform if its code is. That is what `img.affine` is. Where both codes are 0, nibabel makes up an
# affine from the zooms alone, with the origin in the middle of the box and the first axis running
# to the left. That is a habit, not knowledge: nothing about left and right can be learnt from it.

# %%
for name in ["two_frames.nii", "qform_only.nii", "no_frame.nii"]:
    framed = nib.load(image_file(name))
    print(name, "puts voxel (0, 0, 0) at")
    for form, by_form in {"sform": framed.get_sform(), "qform": framed.get_qform()}.items():
        print(f"    {by_form[:3, 3].round(1)} mm by its {form}, code {int(framed.header[form + '_code'])}")
    print(f"    {framed.affine[:3, 3].round(1)} mm by img.affine")

# %% [markdown]
# One thing more, because it looks like a defect and is none. A slope of 0, or one that is not a
# number, is the header's way of saying *not scaled*: the stored numbers are the values, as if slope
# and intercept were 1 and 0. The proxy of such a file has exactly these.

# %%
for name in ["scaled_int16.nii.gz", "unscaled_uint8.nii", "big_endian.nii"]:
    coded = nib.load(image_file(name))
    print(f"{name:20} {coded.get_data_dtype()!s:8} slope {coded.dataobj.slope}, intercept {coded.dataobj.inter}")


# %% [markdown]
# The `>` in front of a dtype says that the bytes of each number are stored with the most
# significant one first. It changes no value, and numpy takes care of it.
#
# ### Exercise: header facts (8 minutes)
#
# Write the function that collects what you would want to know of any file that somebody hands you.

# %% nbgrader={"grade": false, "grade_id": "header_facts", "locked": false, "schema_version": 3, "solution": true, "task": false}
def header_facts(path):
    """Collect what has to be known of an image before anything is computed from it.

    Parameters
    ----------
    path : str or pathlib.Path
        A NIfTI file.

    Returns
    -------
    dict with the keys
        axes : str of three letters
            Where the voxel axes point, such as ``"LAS"``, by the affine that rules. Anything,
            None too, where no affine does.
        ruling : "sform", "qform" or "none"
            The sform rules if its code is above 0, else the qform if its code is above 0.
        code : int
            The code of the one that rules; 0 for "none".
        slope, intercept : float
            value = slope * stored + intercept; 1 and 0 where the file is not scaled, which it
            says by a slope of 0 or nan.
        dtype : numpy.dtype
            The type of the numbers in the file. Its byte order does not matter.
    """
    ### BEGIN SOLUTION
    img = nib.load(path)
    codes = {name: int(img.header[f"{name}_code"]) for name in ("sform", "qform")}
    ruling = next((name for name, code in codes.items() if code > 0), "none")
    return {
        "axes": "".join(nib.aff2axcodes(img.affine)),
        "ruling": ruling,
        "code": codes.get(ruling, 0),
        "slope": img.dataobj.slope,
        "intercept": img.dataobj.inter,
        "dtype": img.get_data_dtype(),
    }
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "header_facts_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: nibabel's small anatomical image.
path = image_file("anatomical.nii")
facts = header_facts(path)
keys = {"axes", "ruling", "code", "slope", "intercept", "dtype"}
assert isinstance(facts, dict), f"header_facts({path.name!r}): got {type(facts).__name__}, wanted dict"
assert keys <= set(facts), f"header_facts({path.name!r}): the keys {sorted(keys - set(facts))} are missing"
assert len(facts["axes"]) == 3, f"header_facts({path.name!r}): got axes {facts['axes']!r}, wanted three letters"
assert facts["ruling"] in ("sform", "qform", "none"), f"header_facts({path.name!r}): got ruling {facts['ruling']!r}, wanted 'sform', 'qform' or 'none'"
assert isinstance(facts["dtype"], np.dtype), f"header_facts({path.name!r}): got dtype {facts['dtype']!r}, wanted a numpy.dtype"
print(facts)

# %% nbgrader={"grade": true, "grade_id": "header_facts_frame", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at 'axes', 'ruling' and 'code': any order of the axes; both codes set, only one, none.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def header_facts_frame(rng):
    import tempfile

    for axes, sform, qform, other, given in (
        ("RAS", 2, 2, "RAS", "an RAS file"),
        ("PIR", 3, 0, "PIR", "a file with a sform alone, its axes in another order"),
        ("LPI", 4, 1, "RAI", "an oblique file whose sform and qform differ"),
        ("SLP", 1, 3, "LAS", "an oblique file whose sform and qform differ"),
        ("AIL", 0, 1, "AIL", "an oblique file with a qform alone, its axes in another order"),
        ("LAS", 0, 0, "LAS", "a file with both codes 0"),
    ):
        turn = 0.3 * given.startswith("an oblique")
        affine, second = checks.affine(rng, axes, turn), checks.affine(rng, other, turn)
        img = checks.image(checks.numbers(rng, (3, 4, 2)), affine, code=sform, qform=(second if sform else affine, qform))
        if not sform:  # what stands in a sform of code 0 is not to be used
            img.header.set_sform(checks.affine(rng, "IPL"), 0)
        with tempfile.TemporaryDirectory() as folder:
            facts = checks.call(header_facts, checks.from_disk(img, folder).get_filename(), given=given)
        whole = isinstance(facts, dict) and {"axes", "ruling", "code"} <= set(facts)
        checks.require(whole, header_facts, given, "no dict with the keys 'axes', 'ruling' and 'code' came")
        ruling = "sform" if sform else "qform" if qform else "none"
        higher = "letting the qform rule, or the higher code," if qform > sform else "letting the qform rule"
        mistakes = {higher: "qform" if qform else "sform", "'sform' for every file": "sform"}
        checks.same(facts["ruling"], ruling, "header_facts (ruling)", given, mistakes=mistakes)
        mistakes = {"the larger code": max(sform, qform), "the code of the qform": qform, "the code of the sform": sform}
        checks.same(facts["code"], sform or qform, "header_facts (code)", given, mistakes=mistakes)
        if ruling != "none":
            got = "".join(map(str, facts["axes"])) if isinstance(facts["axes"], tuple | list) else facts["axes"]
            mistakes = {
                "naming where the axes come from, not where they point,": axes.translate(str.maketrans("RLAPSI", "LRPAIS")),
                "the letters of the qform": other,
                "the letters of the sform": "IPL" if not sform else axes,
                "the signs on the diagonal of the affine": "".join(pair[int(x < 0)] for pair, x in zip(("RL", "AP", "SI"), np.diag(affine)[:3], strict=True)),
            }
            checks.same(got, axes, "header_facts (axes)", given, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "header_facts_scaling", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at 'slope' and 'intercept': scaled files, and files whose slope is 0 or nan.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def header_facts_scaling(rng):
    import struct
    import tempfile

    for slope, intercept, wanted, given in (
        (0.0754, 3100.76, (0.0754, 3100.76), "a file with a slope and an intercept"),
        (2.5, 0.0, (2.5, 0.0), "a file with a slope alone"),
        (1.0, -1024.0, (1.0, -1024.0), "a file with an intercept alone"),
        (0.0, 5.0, (1.0, 0.0), "a file whose slope is 0"),
        (np.nan, np.nan, (1.0, 0.0), "a file whose slope is nan"),
    ):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "image.nii"
            nib.save(checks.image(checks.numbers(rng, (3, 4, 2), np.int16), checks.affine(rng)), path)
            raw = path.read_bytes()  # bytes 112 to 119 hold the slope and the intercept
            path.write_bytes(raw[:112] + struct.pack("<2f", slope, intercept) + raw[120:])
            facts = checks.call(header_facts, path, given=given)
        whole = isinstance(facts, dict) and {"slope", "intercept"} <= set(facts)
        checks.require(whole, header_facts, given, "no dict with the keys 'slope' and 'intercept' came")
        got = [facts["slope"], facts["intercept"]]
        mistakes = {
            "asking the header after nibabel has blanked it": [np.nan, np.nan],
            "a slope of 0 taken at its word": [slope, intercept],
            "1 and 0 for every file": [1, 0],
        }
        checks.close(got, wanted, "header_facts (slope, intercept)", given, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "header_facts_dtype", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at 'dtype': integers and floats, scaled and not, both byte orders.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def header_facts_dtype(rng):
    import tempfile

    for kind, order, slope, given in (
        ("u1", "<", 1.0, "a file of unsigned bytes"),
        ("f4", ">", 1.0, "a big-endian file of floats"),
        ("u2", "<", 0.5, "a scaled file of unsigned 16-bit integers"),
        ("f8", "<", 1.0, "a file of double floats"),
    ):
        stored = checks.numbers(rng, (4, 5, 3), kind)
        img = nib.Nifti1Image(stored, checks.affine(rng), nib.Nifti1Header(endianness=order), dtype=kind)
        img.header.set_slope_inter(slope, 0)
        with tempfile.TemporaryDirectory() as folder:
            facts = checks.call(header_facts, checks.from_disk(img, folder).get_filename(), given=given)
        whole = isinstance(facts, dict) and "dtype" in facts
        checks.require(whole, header_facts, given, "no dict with the key 'dtype' came")
        mistakes = {"asking the loaded values for their dtype": np.float64}
        checks.same_dtype(facts["dtype"], kind, "header_facts (dtype)", given, mistakes=mistakes)


### END HIDDEN TESTS

# %% [markdown]
# ## Left and right
#
# A head is very nearly its own mirror image. Turn a picture upside down and everybody notices;
# exchange left and right and nobody does, not even an expert, until somebody operates. What tells
# them apart is the affine, and nothing else in the file.
#
# Ask two different questions of it. *Which way does an array axis run?* can be answered in every
# space, because all of them are RAS+. *Is this voxel in the left half of the brain?* needs more: a
# space in which the plane between the hemispheres is known to be $x = 0$. Templates are built like
# that. In a scanner $x = 0$ is a plane through the isocenter of the magnet, and no patient lies so
# straight that it cuts the head in two equal halves.
#
# ### Exercise: sides (9 minutes)
#
# Write one function for each question. The second has to refuse where the header cannot answer it.

# %% nbgrader={"grade": false, "grade_id": "sides", "locked": false, "schema_version": 3, "solution": true, "task": false}
def points_left(img):
    """Say which array axis runs between left and right, and whether it grows to the left.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D
        Its sform or qform code is above 0, and no voxel axis comes near 45 degrees to x, y or z.

    Returns
    -------
    axis : int
        0, 1 or 2: the array axis closest to the left-right direction. Directions count, not
        steps: a long voxel that is tilted may move further in x than a short one along x.
    sign : int
        +1 where its index grows towards the patient's left, -1 where it grows towards the right.
    """
    ### BEGIN SOLUTION
    letters = nib.aff2axcodes(img.affine)
    return (letters.index("L"), 1) if "L" in letters else (letters.index("R"), -1)
    ### END SOLUTION


def side_of(img, ijk):
    """Say on which side of a template's mid-plane the centre of a voxel lies.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D
        Its affine is in mm; no voxel axis comes near 45 degrees to x, y or z.
    ijk : (3,) array, list or tuple, voxels

    Returns
    -------
    "left", "right" or "midline"
        The patient's. "midline" where the distance to the plane x = 0 is at most half the voxel
        size along the voxel axis closest to the left-right direction; it never is exactly half.

    Raises
    ------
    ValueError
        The code that rules (the sform's if it is above 0, else the qform's) is not 3, 4 or 5. Only
        in the space of a template is x = 0 known to be the plane between the hemispheres.
    """
    ### BEGIN SOLUTION
    code = int(img.header["sform_code"]) or int(img.header["qform_code"])
    if code not in (3, 4, 5):
        raise ValueError(f"code {code} does not say where the mid-plane is")
    x = nib.affines.apply_affine(img.affine, ijk)[0]
    axis = np.argmin(nib.io_orientation(img.affine)[:, 0])
    if abs(x) <= nib.affines.voxel_sizes(img.affine)[axis] / 2:
        return "midline"
    return "left" if x < 0 else "right"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "sides_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: an image in MNI space (code 4), 2 mm, whose voxel (0, 0, 0) lies at x = -8 mm.
tiny = nib.Nifti1Image(np.zeros((9, 3, 4)), np.array([[2.0, 0, 0, -8], [0, 2, 0, -20], [0, 0, 2, 30], [0, 0, 0, 1]]))
tiny.set_sform(tiny.affine, 4)
got = points_left(tiny)
assert np.shape(got) == (2,), f"points_left(tiny): got {got!r}, wanted a pair (axis, sign)"
assert tuple(got) == (0, -1), f"points_left(tiny): got {got!r}, wanted (0, -1): x grows to the right"
for ijk, wanted in {(0, 0, 0): "left", (4, 2, 1): "midline", (5, 2, 1): "right"}.items():
    got = side_of(tiny, ijk)
    assert got == wanted, f"side_of(tiny, {ijk}): got {got!r}, wanted {wanted!r}"

# %% nbgrader={"grade": true, "grade_id": "sides_points_left", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at points_left: RAS and LAS images, other orders of the axes, oblique ones, a qform alone.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def sides_points_left(rng):
    for axes, turn, code, given in (
        ("LAS", 0.0, 2, "an LAS image"),
        ("RAS", 0.3, 2, "an oblique RAS image"),
        ("PIR", 0.0, 4, "a PIR image"),
        ("ALS", 0.3, 2, "an oblique ALS image"),
        ("SAL", 0.3, 1, "an oblique SAL image"),
        ("IRA", 0.3, 0, "an oblique IRA image with a qform alone"),
        ("RAS", 0.0, 2, "an RAS image turned about z, its second axis with the longest voxels"),
    ):
        affine = checks.affine(rng, axes, turn, zooms=[1, 4, 2] if "longest" in given else None)
        if "longest" in given:  # a step along the second axis moves further in x than one along x
            affine[:3, :3] = nib.eulerangles.euler2mat(z=rng.choice([-0.35, 0.35])) @ affine[:3, :3]
        longest = np.argmax(abs(affine[0, :3]))
        img = checks.image(checks.numbers(rng, (3, 4, 5)), affine, code=code, qform=(affine, 1))
        axis, sign = (axes.index("L"), 1) if "L" in axes else (axes.index("R"), -1)
        mistakes = {
            "the sign of the determinant": [axis, 1 if np.linalg.det(affine) < 0 else -1],
            "the sign of x, which grows towards the right,": [axis, -sign],
            "taking the first axis for left-right": [0, 1 if affine[0, 0] < 0 else -1],
            "comparing steps in mm, not directions,": [longest, 1 if affine[0, longest] < 0 else -1],
            "reading a column of the affine where a row is meant": [np.argmax(abs(affine[:3, 0])), sign],
        }
        checks.expect(points_left, img, gives=[axis, sign], given=given, mistakes=mistakes, unchanged=True)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "sides_template", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at side_of in template spaces: far from the mid-plane and close, straight, permuted, oblique.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def sides_template(rng):
    def side(x, half):
        return "midline" if abs(x) <= half else "right" if x > 0 else "left"

    values, answers = np.zeros((20, 21, 22), np.uint8), []
    for axes, turn, code, low in ("RAS", 0.0, 4, 5), ("LAS", 0.3, 3, 5), ("PIR", 0.0, 5, 12), ("SLP", 0.3, 4, 12):
        affine = checks.affine(rng, axes, turn, zooms=[1.3, 1.1, 1.2] if axes == "SLP" else None)
        across = affine[:3, max(axes.find("L"), axes.find("R"))]
        half = np.linalg.norm(across) / 2
        # On an oblique image, between half the voxel size and half of what it moves along x.
        inside = (half + abs(across[0]) / 2) / 2 if turn else 0.9 * half
        ijk = rng.integers(low, low + 5, 3)
        given = f"{'an oblique' if turn else 'a straight'} {axes} image with code {code}"
        for x in 25, -30, inside, -inside, 1.1 * half, -1.1 * half:
            affine[0, 3] = x - affine[0, :3] @ ijk
            img = checks.image(values, affine, code=code)
            voxel = ijk if x > 20 else tuple(ijk.tolist()) if x > 0 else ijk.tolist()
            ways = {
                "a comparison with x = 0 alone": side(x, 0),
                "leaving the affine's translation out": side(affine[0, :3] @ ijk, half),
                "x growing towards the left, as in LPS,": side(-x, half),
            }
            got = checks.call(side_of, img, voxel, given=given)
            answers.append((got, side(x, half), given, ways))
    # One word fits many mistakes; a mistake is named where it gives every answer of the cell.
    named = [way for way in ways if all(str(got) == of[way] for got, _, _, of in answers)]
    for got, want, given, of in answers:
        checks.same(got, want, side_of, given, mistakes={way: of[way] for way in named})


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "sides_codes", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at the codes in side_of: which ones have to be refused, and which of sform and qform rules.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def sides_codes(rng):
    ijk = [4, 1, 2]
    affine = checks.affine(rng, "LAS", origin=[-10, 20, -30])
    mirrored, central = np.diag([-1.0, 1, 1, 1]) @ affine, affine.copy()
    central[0, 3] = -affine[0, :3] @ ijk  # here the voxel lies on the midline
    values = checks.numbers(rng, (7, 6, 5))
    for sform, qform, given in (
        (0, 0, "an image with no known frame"),
        (1, 1, "an image in scanner space"),
        (2, 2, "an image that is aligned to something unnamed"),
        (1, 4, "an image with sform code 1 and qform code 4"),
        (0, 1, "an image with a qform alone, code 1"),
    ):
        img = checks.image(values, affine, code=sform, qform=(affine, qform))
        hint = "this code does not say that x = 0 is the plane between the hemispheres"
        checks.expect_error(side_of, img, ijk, raises=ValueError, given=given, hint=hint)
    for sform, qform, side, given in (
        ((affine, 4), (central, 1), "left", "an image with sform code 4 and another qform, code 1"),
        ((central, 0), (mirrored, 3), "right", "an image with a qform alone, code 3"),
    ):
        img = checks.image(values, sform[0], code=sform[1], qform=qform)
        mistakes = {"asking the wrong one of sform and qform": "midline"}
        checks.expect_same(side_of, img, ijk, gives=side, given=given, mistakes=mistakes, unchanged=True)


### END HIDDEN TESTS

# %% [markdown]
# ### A capsule on the temple
#
# Before the next scan, somebody taped a capsule of vitamin E to the patient's **right** temple; oil
# is bright in such images. In this slice, drawn twice and straight from the array, it is the small
# bright spot outside the head: once with the columns in the order of the file, once in the opposite
# order.

# %%
capsule_values = nib.load(image_file("phantom_capsule_T1.nii.gz")).dataobj[:, 47, :]

figure = plt.figure(figsize=(5, 2.8))
for left, title, pixels in (0, "columns as stored", capsule_values), (0.5, "columns reversed", capsule_values[:, ::-1]):
    axes = figure.add_axes([left, 0, 0.5, 0.88])
    axes.imshow(pixels, cmap="gray")
    axes.set_title(title)
    axes.set_axis_off()
show(
    figure,
    "Two axial slices of a head that are mirror images of each other. A small bright spot lies "
    "outside the scalp, on the right of the first picture and on the left of the second.",
)

# %% [markdown] nbgrader={"grade": false, "grade_id": "left_from_right_question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ### Written question (7 minutes)
#
# Somebody shows you the two pictures above and no header. Why can you not tell from the pixels alone
# which of them has the patient's left on the left? What does the header add that the pixels lack,
# and can it be wrong? Then say how the capsule in this slice lets you check the header, and do it for
# `phantom_capsule_T1.nii.gz`: is the image mirrored or not? A short paragraph is enough; you may run
# code in a cell of your own.
#
# | full marks | half of the marks | no marks |
# | --- | --- | --- |
# | Says that a head and its mirror image are both believable heads, so that any array of pixels goes with either side; that only the affine (with a code above 0) ties an array axis to the patient's left or right, and that it is a claim which software or people may have made wrongly; and uses the capsule, whose side is known from outside the file, to test it: finds the side that the affine gives to the capsule, compares, and draws the right conclusion. | Says that the orientation stands in the header and not in the pixels, but not why a mirrored head goes unnoticed or why the header itself may be wrong; or describes the check with the capsule without carrying it out. | Judges by the look of the picture, by the order of the columns or by a display convention; or takes the header for proof of itself. |

# %% [markdown] nbgrader={"grade": true, "grade_id": "left_from_right", "locked": false, "points": 10, "schema_version": 3, "solution": true, "task": false}
# <!-- BEGIN SOLUTION -->
# A head is almost symmetric, and its small asymmetries differ from one person to the next. So the
# mirror image of a head is again a believable head, and the same array of pixels can be either: a
# patient seen with the columns running to the right, or the mirrored patient with the columns
# running to the left. Nothing in the pixels decides. Nor does the order of the columns, or the
# convention of a viewer, because those are choices that were made after the scan.
#
# The header adds the affine, with a code that says in which space its millimetres are. As x grows
# towards the patient's right by definition, the affine says for every voxel how far to the right
# it is. But that is a claim, not a measurement: a conversion that loses the header, or a program
# that reverses the array and leaves the affine, makes it wrong, and the image looks as good as
# before.
#
# The capsule is evidence from outside the file: somebody saw on which side it was taped. So I find
# the bright spot outside the scalp in the array and ask the affine where it is. The array's third
# axis points to the right (the letters are P, S, R), and the spot lies at a high index on it, about
# 80 mm to the right of the middle of the head by the affine. So the header puts the capsule on the
# right, and that is where it was taped. The image is not mirrored, and the first picture has the
# patient's right on the viewer's right. Had the affine put it on the left, either the array or the
# affine would have been reversed somewhere.
# <!-- END SOLUTION -->

# %% [markdown]
# ## What a header can give away
#
# A header has fields of free text, and some files carry whole *extensions* behind it. Scanners and
# conversion programs write into them what they please: names of programs, dates, now and then the
# patient's name. Look before you share.

# %%
example = nib.load(image_file("example4d.nii.gz"))
print("descrip:", example.header["descrip"].item().split(b"\0")[0].decode())
for extension in example.header.extensions:
    print("extension:", extension.text)

# %% [markdown]
# The pixels can give somebody away too. A scan of a whole head holds a face, good enough to be
# recognised in a photograph. Before data are shared the face is therefore removed, as in our first
# image; mind that a brain's average intensity, or a registration, may notice the hole.

# %%
profile = t1_ras.dataobj[t1_ras.shape[0] // 2, :, :]
figure = plt.figure(figsize=(3.2, 2.7))
profile_axes = figure.add_axes([0.08, 0.1, 0.9, 0.88])
profile_axes.imshow(profile.T, origin="lower", cmap="gray")
profile_axes.set(xticks=[], yticks=[], xlabel="front →", ylabel="top of the head →")
show(figure, "A sagittal slice through the middle of a head. Where the face was, all is black.")

# %% [markdown]
# ## Saving
#
# To save is to make an image out of an array, an affine and a header. It goes wrong in three ways,
# and the third is the worst. NIfTI has no type for truth values, and none that nibabel would choose
# for you where numpy made 64-bit integers. And if you hand over the header of an image of scaled
# integers, the file gets its integer type too, with a slope computed to fit, so that a label comes
# back as something near to it.

# %%
bright = t1_values > t1_values.mean()
for kind in [bool, np.int64]:
    try:
        nib.Nifti1Image(bright.astype(kind), t1.affine)
    except Exception as error:
        print(f"{kind.__name__:5} {type(error).__name__}")

labels = np.array([[[0.0, 1.0, 2.0, 7.3]]])
squeezed_header = nib.Nifti1Header()
squeezed_header.set_data_dtype(np.uint8)
squeezed = nib.Nifti1Image(labels, np.eye(4), squeezed_header)
print("saved:     ", labels.ravel())
print("read again:", nib.Nifti1Image.from_bytes(squeezed.to_bytes()).get_fdata().ravel())

# %% [markdown]
# The header matters for another reason. An image that is made from an array and an affine alone
# gets a new one: its sform code is 2, its qform code 0, its units are unknown. A mask that was drawn
# in MNI space would no longer say so.

# %%
bare = nib.Nifti1Image(bright.astype(np.uint8), t1.affine)
for words, header in {"the image": t1.header, "a new header": bare.header}.items():
    codes = int(header["sform_code"]), int(header["qform_code"])
    print(f"{words:13} sform and qform code {codes}, units {header.get_xyzt_units()}")


# %% [markdown]
# ### Exercise: save a mask (6 minutes)
#
# Write the function that saves a mask so that it lies on its image and says so. `header.copy()` gives
# a header that you may change, and `set_data_dtype` tells it the type of the numbers on disk.

# %% nbgrader={"grade": false, "grade_id": "save_mask", "locked": false, "schema_version": 3, "solution": true, "task": false}
def save_mask(mask, like, path):
    """Save a mask on the grid of an image.

    Parameters
    ----------
    mask : (x, y, z) array of bool
    like : nibabel.Nifti1Image, 3D or 4D
        The image that the mask was made for; its first three axes are those of the mask. It is
        left as it was.
    path : str or pathlib.Path
        The file to write, ``.nii`` or ``.nii.gz``. It gets the affine, the sform and qform codes
        and the units of `like`. On disk it holds uint8 without scaling: the slope is 0, 1 or nan,
        and what is read again is 0 where the mask is False and 1 where it is True.
    """
    ### BEGIN SOLUTION
    header = like.header.copy()
    header.set_data_dtype(np.uint8)
    nib.save(nib.Nifti1Image(mask.astype(np.uint8), like.affine, header), path)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "save_mask_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: the bright half of a real anatomical image, saved into a temporary folder.
import tempfile

like = nib.load(image_file("anatomical.nii"))
mask = like.get_fdata() > np.median(like.get_fdata())
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "mask.nii.gz"
    save_mask(mask, like, path)
    assert path.is_file(), "save_mask(mask, like, path): there is no file at path"
    saved = nib.load(path)
    assert saved.shape == mask.shape, f"save_mask: got a file of shape {saved.shape}, wanted {mask.shape}"
    assert np.array_equal(saved.get_fdata(), mask), f"save_mask: got values between {saved.get_fdata().min()} and {saved.get_fdata().max()}, wanted 0 and 1 as in the mask"

# %% nbgrader={"grade": true, "grade_id": "save_mask_values", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at what the file holds: 0 and 1 as uint8, without scaling, in the right voxels.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def save_mask_values(rng):
    import tempfile

    for name, kind, dtype, given in (
        ("mask.nii.gz", str, np.float32, "an image of floats"),
        ("mask.nii", Path, np.int16, "an image of scaled integers"),
    ):
        like = checks.image(checks.numbers(rng, (5, 6, 7), dtype), checks.affine(rng))
        mask = rng.random((5, 6, 7)) < 0.3
        with tempfile.TemporaryDirectory() as folder:
            like.header.set_slope_inter(0.5, 40)
            like = checks.from_disk(like, folder, "like.nii")
            path = Path(folder) / name
            checks.call(save_mask, mask, like, kind(path), given=given)
            checks.require(path.is_file(), save_mask, given, "there is no file at the path")
            saved = nib.load(path)
            mistakes = {"the mask turned inside out": ~mask, "255 in place of 1": 255 * mask, "the image where the mask is True": like.get_fdata() * mask}
            checks.close(saved.get_fdata(), mask, "the file that save_mask writes", given, mistakes=mistakes)
            unscaled = saved.dataobj.slope == 1 and saved.dataobj.inter == 0
            checks.require(unscaled, save_mask, given, "the file has a slope or an intercept")
            mistakes = {"a header that keeps the dtype of the image": dtype}
            checks.same_dtype(saved.get_data_dtype(), np.uint8, "the dtype on disk after save_mask", given, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "save_mask_grid", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at the file's affine, sform and qform with their codes, and units.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def save_mask_grid(rng):
    import tempfile

    affine, other = checks.affine(rng, "LAS", turn=0.3), checks.affine(rng, "PIR", turn=0.3)
    for codes, qform, given in (
        ((4, 1), other, "an image whose sform and qform differ"),
        ((1, 1), affine, "an image in scanner space"),
        ((0, 1), affine, "an image with a qform alone"),
    ):
        like = checks.image(checks.numbers(rng, (4, 5, 6)), affine, code=codes[0], qform=(qform, codes[1]), units=("micron", "msec"))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "mask.nii"
            checks.call(save_mask, like.get_fdata() > 70, like, path, given=given)
            checks.require(path.is_file(), save_mask, given, "there is no file at the path")
            saved = nib.load(path)
        checks.close(saved.affine, like.affine, "the affine of the file that save_mask writes", given, atol=1e-3, mistakes={"the unit matrix": np.eye(4), "the image's qform": qform})
        got = [int(saved.header[name]) for name in ("sform_code", "qform_code")]
        mistakes = {"a new header, which says aligned and unknown,": [2, 0], "codes set by hand to scanner": [1, 1]}
        checks.close(got, codes, "the codes of the file that save_mask writes", given, mistakes=mistakes)
        checks.close(saved.get_qform(), like.get_qform(), "the qform of the file that save_mask writes", given, atol=1e-3)
        units = saved.header.get_xyzt_units()
        checks.require(units == ("micron", "msec"), save_mask, given, "the file has other units than the image", "a new header knows no units")


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "save_mask_input", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at masks for a 4D image, and at the image and the mask afterwards: both as they were.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def save_mask_input(rng):
    import tempfile

    like = checks.image(checks.numbers(rng, (4, 5, 6, 3), np.int16), checks.affine(rng, "LAS", turn=0.3), zooms=[2.4])
    like.header.set_slope_inter(0.5, -3)
    mask = rng.random((4, 5, 6)) < 0.6
    with tempfile.TemporaryDirectory() as folder:
        like = checks.from_disk(like, folder, "like.nii")
        path = Path(folder) / "mask.nii.gz"
        given = "a 4D image"
        checks.call(save_mask, mask, like, path, given=given, unchanged=True)
        checks.require(path.is_file(), save_mask, given, "there is no file at the path")
        checks.close(nib.load(path).get_fdata(), mask, "the file that save_mask writes", given)
        kept = np.array_equal(nib.load(Path(folder) / "like.nii").get_fdata(), like.get_fdata())
        checks.require(kept, save_mask, given, "the image's own file was changed")


### END HIDDEN TESTS

# %% [markdown]
# ### Optional: field of view (5 minutes)
#
# For those who want to go on: the two lengths that were named above, along each voxel axis.

# %% nbgrader={"grade": false, "grade_id": "field_of_view", "locked": false, "schema_version": 3, "solution": true, "task": false}
def field_of_view(img):
    """Return how large an image is along each of its three voxel axes.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D or more
        Its affine, which is in mm, says how large a voxel is.

    Returns
    -------
    edges : (3,) array, mm
        From the outer face of the first voxel to the outer face of the last.
    centres : (3,) array, mm
        From the centre of the first voxel to the centre of the last.
    """
    ### BEGIN SOLUTION
    counts = np.array(img.shape[:3])
    sizes = nib.affines.voxel_sizes(img.affine)
    return counts * sizes, (counts - 1) * sizes
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "field_of_view_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: 4 x 5 x 1 voxels of 2 x 2 x 3 mm.
tiny = nib.Nifti1Image(np.zeros((4, 5, 1)), np.diag([2.0, 2.0, 3.0, 1.0]))
got = field_of_view(tiny)
wanted = [[8, 10, 3], [6, 8, 0]]
assert np.shape(got) == (2, 3), f"field_of_view(tiny): got shape {np.shape(got)}, wanted two times (3,)"
assert np.allclose(got, wanted), f"field_of_view(tiny): got {got}, wanted {wanted}"

# %% nbgrader={"grade": true, "grade_id": "field_of_view_plain", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false} isocenter={"extra_credit": 3}
# Looks at straight images in three and in four dimensions.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def field_of_view_plain(rng):
    for shape, given in ((6, 5, 8), "a 3D image"), ((3, 7, 4, 2), "a 4D image"):
        affine = checks.affine(rng)
        sizes, counts = np.diag(affine)[:3], np.array(shape[:3])
        edges, centres = counts * sizes, (counts - 1) * sizes
        mistakes = {
            "edges and centres exchanged": [centres, edges],
            "counts of voxels, which are no mm,": [counts, counts - 1],
            "the same length twice": [edges, edges],
        }
        img = checks.image(checks.numbers(rng, shape), affine)
        checks.expect(field_of_view, img, gives=[edges, centres], given=given, rtol=1e-5, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "field_of_view_oblique", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false} isocenter={"extra_credit": 3}
# Looks at oblique images, and ones with their axes in another order.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def field_of_view_oblique(rng):
    for axes, given in ("LAS", "an oblique LAS image"), ("PIR", "an oblique PIR image"):
        affine = checks.affine(rng, axes, turn=0.3)
        counts = np.array([6, 5, 9])
        sizes, diagonal = np.linalg.norm(affine[:3, :3], axis=0), abs(np.diag(affine)[:3])
        corners = abs(affine[:3, :3] @ counts), abs(affine[:3, :3] @ (counts - 1))
        checks.expect(
            field_of_view,
            checks.image(checks.numbers(rng, counts), affine),
            gives=[counts * sizes, (counts - 1) * sizes],
            given=given,
            rtol=1e-5,
            mistakes={
                "the diagonal of the affine": [counts * diagonal, (counts - 1) * diagonal],
                "the distance between two corners along x, y and z": corners,
            },
        )


### END HIDDEN TESTS
