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
# # Moving images
#
# A head can be moved in two ways. You can leave the numbers alone and change what the affine says
# about where they lie: that takes no time and loses nothing. Or you can lay a new grid over the
# head and work out what each voxel of that grid shows: that is called *resampling*, and it is what
# every realignment of a scan, every warp to a template and every mask on another image comes down
# to. This notebook does both, and shows what goes wrong when one is taken for the other.
#
# By the end you will be able to
#
# - move a head by millimetres or by voxels, and say which of the two a formula does,
# - tell a head that was mirrored from one that was stored the other way round,
# - resample an image onto any grid, and turn it about its centre,
# - crop an image, bring a mask onto another grid, and undo a shift, without losing track of where
#   anything is.
#
# **Conventions**, as everywhere in the course: voxel coordinates are $(i, j, k)$; $(x, y, z)$ are
# millimetres, RAS+; angles are in radians; points are columns, and matrices multiply them from the
# left. In this notebook every image is three-dimensional, comes from a file, and has at least one
# of its two codes above 0. Your functions return new images, and leave those that they are given as
# they were. The tests save each image that you return and load it again, as the next person in your
# lab would; what a header says must have survived that.
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
# ## Change what the affine says
#
# The affine $A$ takes a voxel to its place: $\mathbf{x} = A\,\mathbf{i}$. A translation $T$ can be
# put on either side of it, and the two products are different moves.
#
# In $T A$ the affine acts first, and $T$ then shifts a point that is already in millimetres: *20
# along the first axis* means 20 mm along $x$, to the patient's right. In $A T$ the translation acts
# first, on voxel indices: *20 along the first axis* means 20 voxels along the first axis of the
# array, however long a voxel is and wherever that axis leads.
#
# To see it we need a picture whose axes are millimetres, whatever the image's own grid is. `axial`
# makes one: it asks, for each point of a plane, what the image shows there. How it does that is the
# subject of the section on resampling; for now it is a camera that stands still while heads move.

# %%
from scipy import ndimage

t1 = nib.load(image_file("normalized_T1_anat_defaced.nii.gz"))


def axial(picture, z):
    """Return what an image shows in the plane at z mm: a row for each y, a column for each x."""
    x, y = np.meshgrid(np.arange(-110, 111, 2), np.arange(-140, 111, 2))
    places = np.stack([x, y, np.full(x.shape, z)], axis=-1)
    indices = nib.affines.apply_affine(np.linalg.inv(picture.affine), places)
    return ndimage.map_coordinates(picture.get_fdata(), np.moveaxis(indices, -1, 0), order=1)


def draw(planes):
    """Draw planes that `axial` made, side by side; the dashed lines are x = 0 and y = 0 mm."""
    figure = plt.figure(figsize=(7, 3), dpi=75)
    axes = figure.add_axes([0.09, 0.14, 0.9, 0.79])
    middles = 230 * np.arange(len(planes))
    for middle, (title, plane) in zip(middles, planes.items(), strict=True):
        axes.imshow(plane, cmap="gray", origin="lower", extent=(middle - 111, middle + 111, -141, 111), vmin=0)
        axes.text(middle, 118, title, ha="center", fontsize=9)
    axes.vlines(middles, -141, 111, color="orange", linestyle="--", linewidth=0.8)
    axes.axhline(0, color="orange", linestyle="--", linewidth=0.8)
    axes.set_xticks([-100, *middles, middles[-1] + 100], ["-100", *["0"] * len(planes), "100"], fontsize=7)
    axes.set_yticks([-100, 0, 100], ["-100", "0", "100"], fontsize=7)
    axes.set(xlim=(-111, middles[-1] + 111), ylim=(-141, 111))
    axes.set_xlabel("x (mm), grows to the patient's right", fontsize=8)
    axes.set_ylabel("y (mm), grows to the front", fontsize=8)
    return figure


T = nib.affines.from_matvec(np.eye(3), [20, 0, 0])
in_mm = nib.Nifti1Image(t1.get_fdata(), T @ t1.affine)
in_voxels = nib.Nifti1Image(t1.get_fdata(), t1.affine @ T)
print(f"The axes of the array lead to {nib.aff2axcodes(t1.affine)}; voxel sizes {nib.affines.voxel_sizes(t1.affine)} mm")
figure = draw(
    {
        "as it is": axial(t1, 10),
        "T @ affine: 20 mm": axial(in_mm, 10),
        "affine @ T: 20 voxels": axial(in_voxels, 10),
    }
)
show(figure, "Three axial slices of one head: as it is; moved by 20 mm to the right; moved by 20 voxels along the first array axis.")

# %% [markdown]
# The pictures are drawn with the patient's right on the right (the *neurological* convention), so a
# move to the right is a move to the right. Not one number of the array was touched in either case.
#
# ### What else is in the header
#
# Whoever gets your image reads its header, and nibabel will not keep it right for you.
#
# *Two affines.* A NIfTI header holds an sform and a qform, each with a code that says which space its
# millimetres belong to (0: not set, 1: the scanner, 2: aligned to something, 3: Talairach, 4: MNI).
# Given an affine that the header doesn't hold, `nib.Nifti1Image(data, new_affine, header)` writes
# it as sform with code 2 and sets the code of the qform to 0. So a head in MNI space, moved by a
# millimetre, is no longer said to be in MNI space, and its second affine is gone.

# %%
both = nib.load(image_file("two_frames.nii"))


def print_codes(words, picture):
    """Print the two codes of an image."""
    print(f"{words:38} sform code {picture.header['sform_code']}, qform code {picture.header['qform_code']}")


print_codes("loaded from the file:", both)
print_codes("Nifti1Image(data, T @ affine, header):", nib.Nifti1Image(both.get_fdata(), T @ both.affine, both.header))

# Beside the affine that the header does hold, the header is left alone. Then change what you mean to.
careful = nib.Nifti1Image(both.get_fdata(), both.affine, both.header)
sform, code = both.get_sform(coded=True)
careful.set_sform(T @ sform, code)
print_codes("its own affine, then set_sform:", careful)

# %% [markdown]
# The last line is right about the codes, but the sform has been moved and the qform has not: two
# programs would now see two heads. `get_qform(coded=True)` and `set_qform` do for the one what the
# lines above do for the other. Where a code is 0, `get_sform(coded=True)` gives `(None, 0)`.
#
# *A slope and an intercept.* Many files hold whole numbers, and a slope and an intercept that turn
# them into the values which `get_fdata` gives. A loaded image knows both as `img.dataobj.slope` and
# `img.dataobj.inter`, and the numbers as they are stored as `img.dataobj.get_unscaled()`. When you
# save *values* into a header that asks for whole numbers, nibabel works out a slope of its own, and
# each value is rounded once more. The way round it is to hand over the stored numbers, and then to
# write the slope and the intercept into the header of the new image (a new image blanks what the
# old header says of them).

# %%
packed = nib.load(image_file("scaled_int16.nii.gz"))


def after_saving(picture):
    """Return an image as it is after saving and loading."""
    return nib.Nifti1Image.from_bytes(picture.to_bytes())


by_value = nib.Nifti1Image(packed.get_fdata(), packed.affine, packed.header)
as_stored = nib.Nifti1Image(packed.dataobj.get_unscaled(), packed.affine, packed.header)
as_stored.header.set_slope_inter(packed.dataobj.slope, packed.dataobj.inter)

middle = tuple(n // 2 for n in packed.shape)
for words, picture in (
    ("the file", packed),
    ("saved by value", after_saving(by_value)),
    ("saved as stored", after_saving(as_stored)),
):
    number, value = picture.dataobj.get_unscaled()[middle], picture.dataobj[middle]
    print(f"{words:16} stored {number:6d}, slope {picture.dataobj.slope:.5f}, intercept {picture.dataobj.inter:8.3f}, value {value:.4f}")


# %% [markdown]
# Two things to know about the third way. Until it is saved, such an image shows the *stored* numbers
# in `get_fdata`, because the slope is applied only on loading. And do not hand on what `after_saving`
# returns: the slope of a loaded image is blank again, so that the next saving scales anew.
#
# ### Exercise: translate (8 minutes)
#
# Move a head by a vector in millimetres, and change nothing else: both affines where both are in
# use, the codes, the units and every stored number as the file has them.

# %% nbgrader={"grade": false, "grade_id": "translate", "locked": false, "schema_version": 3, "solution": true, "task": false}
def translate(img, mm):
    """Move a head by a vector in millimetres, by the affine alone.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D, loaded from a file
        At least one of its two codes is above 0.
    mm : (3,) array-like of numbers, mm RAS+
        By how much the head moves along x, y and z.

    Returns
    -------
    nibabel.Nifti1Image
        A new image. Of sform and qform, each whose code is above 0 is moved by itself (they may
        differ), and keeps its code; the units are those of `img`. Saved and loaded again, it has
        the dtype, the stored numbers, the slope and the intercept of `img`'s file.
    """
    ### BEGIN SOLUTION
    move = nib.affines.from_matvec(np.eye(3), mm)
    moved = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    moved.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    for read, write in (img.get_sform, moved.set_sform), (img.get_qform, moved.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            write(move @ frame, code)
    return moved
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "translate_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a head moved by 10 mm along x, to the patient's right.
head = nib.load(image_file("anatomical.nii"))
moved = translate(head, [10, 0, 0])
assert isinstance(moved, nib.Nifti1Image), f"translate(head, [10, 0, 0]): got {type(moved)}, wanted a Nifti1Image"
wanted = head.affine + np.array([[0, 0, 0, 10], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]])
assert np.allclose(moved.affine, wanted), (
    f"translate(head, [10, 0, 0]).affine with head.affine =\n{head.affine}\ngot\n{moved.affine}\nwanted\n{wanted}"
)

# %% nbgrader={"grade": true, "grade_id": "translate_plain", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at where the head lies after a move along all three axes, and at its values: RAS, LAS and oblique images.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def translate_plain(rng):
    import tempfile

    for axes, turn in ("RAS", 0), ("LAS", 0), ("PIL", 0.3):
        given = f"{'an oblique' if turn else 'a straight'} {axes} image"
        img = checks.image(checks.numbers(rng, (5, 6, 7), np.float32), checks.affine(rng, axes, turn))
        mm = rng.uniform(4, 15, 3) * rng.choice([-1, 1], 3)
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            got = checks.expect_image(translate, img, mm, given=given)
            step = np.zeros((4, 4))
            step[:3, 3] = mm
            checks.close(
                got.affine,
                img.affine + step,
                translate,
                given,
                atol=1e-3,
                mistakes={
                    "composing on the voxel side, a move in voxels,": img.affine @ (np.eye(4) + step),
                    "a move in the opposite direction": img.affine - step,
                    "a head that stays where it is (the translation stands in the last column),": img.affine,
                    "a move along x alone": img.affine + step * [[1], [0], [0], [0]],
                    "a vector cut to whole millimetres": img.affine + np.trunc(step),
                },
            )
            checks.close(got.get_fdata(), img.get_fdata(), translate, f"{given}, the values")


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "translate_two_frames", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at sform and qform and their codes: where the two differ, and where one of them has code 0.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def translate_two_frames(rng):
    import tempfile

    mm = rng.uniform(4, 15, 3) * rng.choice([-1, 1], 3)
    move = nib.affines.from_matvec(np.eye(3), mm)
    for given, sform_code, qform_code in (
        ("an image whose sform and qform differ", 4, 1),
        ("an image with a qform alone", 0, 1),
        ("an image with an sform alone", 3, 0),
    ):
        sform, qform = checks.affine(rng, "LAS", 0.2), checks.affine(rng, "RAS", 0.3)
        img = checks.image(checks.numbers(rng, (4, 5, 6), np.int16), sform, code=sform_code, qform=(qform, qform_code))
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            got = checks.expect_image(translate, img, mm, given=given, like=img)
            checks.close(got.get_fdata(), img.get_fdata(), translate, f"{given}, the values", atol=0.01)
            if sform_code:
                checks.close(got.get_sform(), move @ img.get_sform(), translate, f"{given}, the sform", atol=1e-3)
            if qform_code:
                wrong = {"moving the sform alone": img.get_qform(), "one affine written into both": got.get_sform()}
                checks.close(got.get_qform(), move @ img.get_qform(), translate, f"{given}, the qform", atol=1e-3, mistakes=wrong)
            wrong = {"a form of code 0 that was woken up, and rules,": move @ img.get_sform()}
            checks.close(got.affine, move @ img.affine, translate, f"{given}, the affine", atol=1e-3, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "translate_stored_numbers", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at a file of scaled int16: its dtype, stored numbers, slope and intercept after saving and loading; the input as it was.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def translate_stored_numbers(rng):
    import tempfile

    given = "an image from a file of scaled int16"
    img = checks.image(checks.numbers(rng, (4, 6, 5), np.int16), checks.affine(rng, "LPS", 0.2), code=1)
    img.header.set_slope_inter(rng.uniform(0.2, 0.6), rng.uniform(-30, -10))
    with tempfile.TemporaryDirectory() as folder:
        img = checks.from_disk(img, folder)
        mm = tuple(int(step) for step in rng.integers(-9, -2, 3))
        got = checks.expect_image(translate, img, mm, given=f"{given}, and a tuple", unchanged=True)
        want = img.affine + np.array([[0, 0, 0, step] for step in (*mm, 0)])
        checks.close(got.affine, want, translate, given, atol=1e-3)
        checks.same_dtype(got.get_data_dtype(), np.int16, translate, f"{given}, the dtype on disk")
        anew = nib.Nifti1Image(img.get_fdata(), img.affine, img.header).to_bytes()
        wrong = {"numbers that were scaled anew on saving": nib.Nifti1Image.from_bytes(anew).dataobj.get_unscaled()}
        stored = f"{given}, the stored numbers"
        checks.close(got.dataobj.get_unscaled(), img.dataobj.get_unscaled(), translate, stored, mistakes=wrong)
        scaling = [img.dataobj.slope, img.dataobj.inter]
        wrong = {"forgetting slope and intercept": [1, 0]}
        came = [got.dataobj.slope, got.dataobj.inter]
        checks.close(came, scaling, translate, f"{given}, slope and intercept", mistakes=wrong)


### END HIDDEN TESTS

# %% [markdown]
# ## Left and right
#
# The next image has a vitamin E capsule taped to the *right* temple, so that there is never a doubt
# about which side is which. (It is a phantom: a head made by a program. It lies in the scanner, a
# little turned, and its array axes are in an unusual order.)
#
# People say *flip* for two operations that have nothing to do with each other.
#
# - **Mirroring** the head in the plane $x = 0$ mm. What lay at $(x, y, z)$ then lies at
#   $(-x, y, z)$, and the capsule is on the other side. This changes the anatomy. It does not make the
#   head face the other way, as a rotation would: the nose stays in front.
# - **Reordering** the array, so that its left–right axis is stored from the other end. Nothing moves:
#   a picture drawn in millimetres is the same before and after. Only the bookkeeping differs.
#
# Reversing the array *and keeping the affine* is neither. It mirrors the head in the middle of its
# grid, along an axis of the array, and the middle of the grid need not be at $x = 0$, nor the axis
# be $x$. Nor is `img.slicer` with a step of −1 of help: it turns the axis round in the affine but
# leaves the origin where it was, so that the whole head moves over by the length of the grid.

# %%
capsule = nib.load(image_file("phantom_capsule_T1.nii.gz"))
capsule = nib.Nifti1Image(capsule.get_fdata(), capsule.affine, capsule.header)  # read once, kept in memory
to_side = [letter in "LR" for letter in nib.aff2axcodes(capsule.affine)].index(True)
print(f"The array axes lead to {nib.aff2axcodes(capsule.affine)}: left-right is axis {to_side}.")

backwards = [slice(None)] * 3
backwards[to_side] = slice(None, None, -1)
reversed_array = nib.Nifti1Image(np.flip(capsule.get_fdata(), to_side), capsule.affine)
by_slicer = capsule.slicer[tuple(backwards)]
for words, picture in (("the image", capsule), ("slicer with a step of -1", by_slicer)):
    corners = nib.affines.apply_affine(picture.affine, np.indices((2, 2, 2)).reshape(3, -1).T * (np.array(picture.shape) - 1))
    print(f"{words:25} reaches from x = {corners[:, 0].min():.0f} to {corners[:, 0].max():.0f} mm")

plane = axial(capsule, -8)
figure = draw(
    {
        "as it is, and reordered": plane,
        "array reversed, affine kept": axial(reversed_array, -8),
        "mirrored in x = 0 mm": plane[:, ::-1],  # the columns run from -110 to 110 mm
    }
)
show(figure, "Axial slices of the capsule phantom. The capsule, a bright dot, is on the right in the first; on the left, and not at the same distance from x = 0 or at the same angle, in the second; on the left and exactly mirrored in the third.")


# %% [markdown]
# Look at the second and the third picture. The capsule is on the left in both, but the head leans
# and lies differently: a mirror in the middle of a tilted grid is not a mirror in $x = 0$. One often
# sees the mirror written as `from_matvec(reflect, [10, 0, 0])`, in order to "shift by 10 as well";
# read from right to left that is: reflect first, then shift, and the order matters, because a shift
# that is reflected afterwards goes the other way.
#
# ### Exercise: flip left and right (6 minutes)
#
# Make the third picture's image from the first.

# %% nbgrader={"grade": false, "grade_id": "flip_left_right", "locked": false, "schema_version": 3, "solution": true, "task": false}
def flip_left_right(img):
    """Mirror a head in the plane x = 0 mm: what lay at (x, y, z) lies at (-x, y, z).

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D, loaded from a file
        At least one of its two codes is above 0.

    Returns
    -------
    nibabel.Nifti1Image
        A new image, with the dtype on disk, the units and the codes above 0 of `img`. Where sform
        and qform both have a code above 0, both are mirrored, each by itself. On which grid the
        mirrored head is stored is free, as long as the grid holds the whole head; on another grid,
        linear interpolation will do.
    """
    ### BEGIN SOLUTION
    mirror = np.diag([-1, 1, 1, 1])
    flipped = nib.Nifti1Image(np.asanyarray(img.dataobj), img.affine, img.header)
    for read, write in (img.get_sform, flipped.set_sform), (img.get_qform, flipped.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            write(mirror @ frame, code)
    return flipped
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "flip_left_right_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: one bright voxel, 12 mm to the left of x = 0, ends 12 mm to the right of it.
values = np.zeros((13, 5, 5), np.float32)
values[0, 2, 1] = 1
spot = nib.Nifti1Image(values, np.array([[2.0, 0, 0, -12], [0, 2, 0, -4], [0, 0, 2, -4], [0, 0, 0, 1]]))
spot = nib.Nifti1Image.from_bytes(spot.to_bytes())  # as if it came from a file
mirrored = flip_left_right(spot)
assert isinstance(mirrored, nib.Nifti1Image), f"flip_left_right(spot): got {type(mirrored)}, wanted a Nifti1Image"
brightest = np.unravel_index(np.argmax(mirrored.get_fdata()), mirrored.shape)
place = nib.affines.apply_affine(mirrored.affine, brightest)
assert np.allclose(place, [12, 0, -2], atol=1.5), f"the bright voxel at (-12, 0, -2) mm: got {place.round(1)} mm, wanted (12, 0, -2) mm"

# %% nbgrader={"grade": true, "grade_id": "flip_left_right_plain", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at what lies at mirrored mm positions: straight images that are not centred on x = 0, stored to the left or to the right.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def flip_left_right_plain(rng):
    import tempfile

    for axes in "RAS", "LAS":
        given = f"a straight {axes} image, not centred on x = 0"
        shape = (15, 13, 12)
        data = checks.blob(shape, (5, 6.5, 6), 1.6) + 0.6 * checks.blob(shape, (9.5, 5, 5), 1.5)
        affine = checks.affine(rng, axes)
        affine[0, 3] = rng.uniform(4, 7) * rng.choice([-1, 1]) - affine[0, 0] * 7  # x of the grid's middle
        img = checks.image(data.astype(np.float32), affine)
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            got = checks.expect_image(flip_left_right, img, given=given)
            mm = nib.affines.apply_affine(img.affine, np.argwhere(data > 0.02))
            values, _ = checks.sample(img, mm)
            as_stored = nib.Nifti1Image(img.get_fdata()[::-1], img.affine)
            turned = nib.Nifti1Image(img.get_fdata(), img.affine @ np.diag([-1, 1, 1, 1]))
            mirrored = mm * [-1, 1, 1]
            wrong = {
                "a mirror in the middle of the grid": checks.sample(as_stored, mirrored)[0],
                "a mirror in the edge of the grid": checks.sample(turned, mirrored)[0],
                "a head that nothing has mirrored": checks.sample(img, mirrored)[0],
            }
            checks.close(checks.sample(got, mirrored)[0], values, flip_left_right, given, rtol=0, atol=0.12, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "flip_left_right_oblique", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at what lies at mirrored mm positions: oblique images, whose first axis may lead to the front or to the feet.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def flip_left_right_oblique(rng):
    import tempfile

    for axes in "LAS", "PIR", "SLA":
        given = f"an oblique {axes} image"
        shape = (13, 12, 15)
        data = checks.blob(shape, (5, 6.5, 6), 1.6) + 0.6 * checks.blob(shape, (8, 5, 9), 1.5)
        affine = checks.affine(rng, axes, 0.3)
        affine[0, 3] = rng.uniform(2.5, 4) * rng.choice([-1, 1])
        img = checks.image(data.astype(np.float32), affine, code=4)
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            got = checks.expect_image(flip_left_right, img, given=given)
            mm = nib.affines.apply_affine(img.affine, np.argwhere(data > 0.02))
            values, _ = checks.sample(img, mm)
            first_entry = img.affine.copy()
            first_entry[0, 0] *= -1
            linear_part = img.affine.copy()
            linear_part[0, :3] *= -1
            came, _ = checks.sample(got, mm * [-1, 1, 1])
            wrong = {
                words: came
                for words, affine in {
                    "a negated first column": img.affine @ np.diag([-1, 1, 1, 1]),
                    "a negated first entry of the affine": first_entry,
                    "a mirrored matrix beside the old translation": linear_part,
                }.items()
                if np.allclose(got.affine, affine, atol=1e-3)
            }
            checks.close(came, values, flip_left_right, given, rtol=0, atol=0.12, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "flip_left_right_header", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at scaled int16 images with both forms or with a qform alone: values, dtype, units and codes, both forms mirrored, the input as it was.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def flip_left_right_header(rng):
    import tempfile

    affine = checks.affine(rng, "RAS", 0.2)
    for given, code, qform in (
        ("a scaled int16 image with sform and qform, of different codes", 4, (affine, 1)),
        ("a scaled int16 image with a qform alone", 0, (checks.affine(rng, "LAS", 0.2), 1)),
    ):
        data = np.round(900 * checks.blob((14, 12, 13), (6, 5, 6), 2)).astype(np.int16)
        img = checks.image(data, affine, code=code, qform=qform)
        img.header.set_slope_inter(0.5, -20)
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            got = checks.expect_image(flip_left_right, img, given=given, like=img, unchanged=True)
            mm = nib.affines.apply_affine(img.affine, np.argwhere(data > 20))
            values, _ = checks.sample(img, mm)
            checks.close(checks.sample(got, mm * [-1, 1, 1])[0], values, flip_left_right, given, rtol=0, atol=55)


### END HIDDEN TESTS

# %% [markdown]
# ### Exercise: reorder left and right (8 minutes)
#
# Now store the left–right axis from the other end, and leave the head where it is. Two questions to
# ask yourself: which array axis is it? And where, in millimetres, is the voxel that becomes number 0?

# %% nbgrader={"grade": false, "grade_id": "reorder_left_right", "locked": false, "schema_version": 3, "solution": true, "task": false}
def reorder_left_right(img):
    """Store the left-right axis the other way round, and leave the head where it is.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D, loaded from a file
        At least one of its two codes is above 0; where both are, sform and qform are the same. No
        array axis is near 45 degrees from left-right.

    Returns
    -------
    nibabel.Nifti1Image
        A new image with the dtype on disk, the units and the codes above 0 of `img`. The array axis
        closest to left-right is reversed, the two others are as they were, and every value, but
        for rounding on saving, is still found at the position in mm where it was.
    """
    ### BEGIN SOLUTION
    axis = [code in "LR" for code in nib.aff2axcodes(img.affine)].index(True)
    reverse = np.eye(4)
    reverse[axis, axis] = -1
    reverse[axis, 3] = img.shape[axis] - 1
    reordered = nib.Nifti1Image(np.flip(img.dataobj, axis), img.affine, img.header)
    for read, write in (img.get_sform, reordered.set_sform), (img.get_qform, reordered.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            write(frame @ reverse, code)
    return reordered
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "reorder_left_right_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: the first voxel of a small image, its value and its place in mm.
small = nib.Nifti1Image(np.arange(60, dtype=np.int16).reshape(3, 4, 5), np.diag([2.0, 3, 4, 1]))
small = nib.Nifti1Image.from_bytes(small.to_bytes())  # as if it came from a file
reordered = reorder_left_right(small)
assert isinstance(reordered, nib.Nifti1Image), f"reorder_left_right(small): got {type(reordered)}, wanted a Nifti1Image"
assert reordered.shape == small.shape, f"reorder_left_right(small): got shape {reordered.shape}, wanted {small.shape}"
first = reordered.get_fdata()[0, 0, 0]
assert first == 40, f"the value at voxel (0, 0, 0): got {first:g}, wanted 40, which lay at voxel (2, 0, 0)"
place = reordered.affine[:3, 3]
assert np.allclose(place, [4, 0, 0]), f"the place of voxel (0, 0, 0): got {place} mm, wanted (4, 0, 0) mm, where the 40 was"

# %% nbgrader={"grade": true, "grade_id": "reorder_left_right_plain", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at the order of the values and at their places in mm: straight images, stored to the left or to the right.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def reorder_left_right_plain(rng):
    import tempfile

    for axes in "RAS", "LAS":
        given = f"a straight {axes} image"
        img = checks.image(checks.numbers(rng, (5, 6, 7), np.float32), checks.affine(rng, axes))
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            got = checks.expect_image(reorder_left_right, img, given=given)
            values = img.get_fdata()
            wrong = {"an array that was not reversed": values, "all three axes reversed": values[::-1, ::-1, ::-1]}
            checks.close(got.get_fdata(), values[::-1], reorder_left_right, f"{given}, the values", mistakes=wrong)
            reverse = np.diag([-1, 1, 1, 1])
            n = img.shape[0]
            shifts = {"n for n - 1, one voxel too far,": n, "an affine that leaves out where voxel 0 has gone": 0}
            wrong = {words: img.affine @ nib.affines.from_matvec(reverse[:3, :3], [by, 0, 0]) for words, by in shifts.items()}
            wrong["a reversed array beside the old affine, which moves the head,"] = img.affine
            wrong["a mirror in x = 0 mm, which moves the head,"] = reverse @ img.affine
            want = img.affine @ nib.affines.from_matvec(reverse[:3, :3], [n - 1, 0, 0])
            checks.close(got.affine, want, reorder_left_right, f"{given}, the affine", atol=1e-3, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "reorder_left_right_oblique", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at the same on oblique images whose left-right axis is the first, the second or the third of the array.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def reorder_left_right_oblique(rng):
    import tempfile

    tilt = nib.affines.from_matvec(nib.eulerangles.euler2mat(z=0.3, x=0.2))
    for axes, axis, zooms in ("SLA", 1, (3.6, 1.1, 4.4)), ("PIR", 2, (4.4, 3.6, 1.1)), ("LAS", 0, (1.1, 4.4, 3.6)):
        given = f"an oblique {axes} image"
        affine = tilt @ checks.affine(rng, axes, zooms=zooms)
        img = checks.image(checks.numbers(rng, (4, 7, 6), np.float32), affine, code=1)
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            got = checks.expect_image(reorder_left_right, img, given=given)
            values = img.get_fdata()
            wrong = {
                "comparing steps in mm, not directions,": np.flip(values, np.argmax(abs(img.affine[0, :3]))),
                "reversing the first array axis, whatever it is,": values[::-1],
                "an array that was not reversed": values,
                "all three axes reversed": values[::-1, ::-1, ::-1],
            }
            want = np.flip(values, axis)
            checks.close(got.get_fdata(), want, reorder_left_right, f"{given}, the values", mistakes=wrong)
            last = np.zeros(3)
            last[axis] = img.shape[axis] - 1
            want = img.affine.copy()
            want[:3, axis] *= -1
            wrong = {"an affine that leaves out where voxel 0 has gone": want.copy()}
            want[:3, 3] = nib.affines.apply_affine(img.affine, last)
            wrong["a reversed array beside the old affine, which moves the head,"] = img.affine
            checks.close(got.affine, want, reorder_left_right, f"{given}, the affine", atol=1e-3, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "reorder_left_right_header", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at scaled int16 images with both forms or with a qform alone: values, dtype, units and codes, and the input as it was.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def reorder_left_right_header(rng):
    import tempfile

    affine = checks.affine(rng, "LAS", 0.2)
    for given, code, qform in (
        ("a scaled int16 image with sform and qform, of different codes", 3, (affine, 1)),
        ("a scaled int16 image with a qform alone", 0, (checks.affine(rng, "RPS", 0.2), 1)),
    ):
        img = checks.image(checks.numbers(rng, (6, 5, 4), np.int16), affine, code=code, qform=qform)
        img.header.set_slope_inter(0.5, -20)
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            got = checks.expect_image(reorder_left_right, img, given=given, like=img, unchanged=True)
            checks.close(got.get_fdata(), img.get_fdata()[::-1], reorder_left_right, f"{given}, the values", atol=0.02)
            want = nib.affines.apply_affine(img.affine, [5, 0, 0])
            checks.close(got.affine[:3, 3], want, reorder_left_right, f"{given}, the place of voxel 0", atol=1e-3)


### END HIDDEN TESTS

# %% [markdown]
# ## What doesn't move an image
#
# One also sees the array itself multiplied by an affine: `np.dot(data, affine)`. Let us see what that
# does, first on the whole head, then on four slices of it.

# %%
reflect_and_shift = nib.affines.from_matvec(np.diag([-1, 1, 1]), [10, 0, 0])
values = t1.get_fdata()
try:
    np.dot(values, reflect_and_shift)
except ValueError as error:
    print("ValueError:", error)

picks = (values.shape[2] * np.array([0.35, 0.5, 0.65, 0.8])).astype(int)
four = values[:, :, picks]  # the last axis is now as long as the matrix is
mixed = np.dot(four, reflect_and_shift)



def mosaic(planes, columns, **kwargs):
    """Draw planes of one shape as they are stored, in rows of so many columns; returns a figure."""
    looks = {"cmap": "gray", "origin": "lower", "interpolation": "nearest"}
    height, width = next(iter(planes.values())).shape
    rows = -(-len(planes) // columns)
    wide, high = (1.08 * columns - 0.08) * width, 1.2 * rows * height
    inches = min(6.8 / wide, 1.3 * (1 + rows) / high)  # for each pixel
    figure = plt.figure(figsize=(inches * wide, inches * high), dpi=75)
    axes = figure.add_axes([0, 0, 1, 1])
    for number, (title, plane) in enumerate(planes.items()):
        left, low = number % columns * 1.08 * width, -(number // columns) * 1.2 * height
        axes.imshow(plane, extent=(left, left + width, low, low + height), **(looks | kwargs))
        axes.text(left + width / 2, low + 1.04 * height, title, ha="center", fontsize=8)
    axes.set(xlim=(0, wide), ylim=(1.2 * height - high, 1.2 * height))
    axes.set_axis_off()
    return figure


largest = four.max()
planes = {f"slice {number}": four[:, :, number].T / largest for number in range(4)}
planes |= {f"result {number}": mixed[:, :, number].T / largest for number in range(3)}
planes["a tenth of result 3"] = mixed[:, :, 3].T / largest / 10
figure = mosaic(planes, 4, vmin=-1, vmax=1)
show(figure, "Upper row: four slices of a head, light on mid-grey. Lower row, after np.dot: the first is the first slice with its sign changed, dark on mid-grey; the second and third are as before; the fourth shows the first slice, with a trace of the fourth. No head has moved.")

# %% [markdown]
# On the whole head it fails, because the array's last axis is not 4 long. That is luck. On any array
# whose last axis has the length 4, such as four slices, or four volumes of a run, it goes through
# without a word. In the pictures zero is mid-grey, so that signs can be seen: result 0 is minus
# slice 0, and result 3 is ten times slice 0 plus slice 3. No head has moved anywhere. You will say
# why at the end of the notebook.
#
# ## Pull, don't push
#
# To *resample* is to compute an image's values on another grid. Suppose that a slice is to be made
# larger by 1.4 about its centre. Scaling about a point $\mathbf{c}$ takes three steps: bring
# $\mathbf{c}$ to the origin, scale, bring it back. With matrices, read from right to left:
# $T(\mathbf{c})\; S\; T(-\mathbf{c})$.
#
# It seems natural to take every pixel and send it where it belongs. That is *pushing*, and it leaves
# holes: there are more places than pixels. So everybody *pulls*: for every pixel of the new grid,
# ask where it comes from, and read the old picture there. What is needed for that is the *inverse*
# of the map that one has in mind. This is why `scipy.ndimage.affine_transform` wants the matrix
# from output to input: given `diag(3, 3, 3)`, it makes a brain a third of the size. The same matrix
# put in front of an affine, `S @ img.affine`, makes the brain three times as large.

# %%
before = axial(t1, 10)[20:104, 15:96]
larger = np.diag([1.4, 1.4, 1.0])  # two dimensions, and the 1 of homogeneous coordinates
to_origin, back = np.eye(3), np.eye(3)
to_origin[:2, 2] = -(np.array(before.shape) - 1) / 2
back[:2, 2] = (np.array(before.shape) - 1) / 2
about_centre = back @ larger @ to_origin

pixels = np.indices(before.shape).reshape(2, -1)
landing = np.rint((about_centre @ [*pixels, np.ones(before.size)])[:2]).astype(int)
on_grid = np.all((landing >= 0) & (landing < np.reshape(before.shape, (2, 1))), axis=0)
pushed = np.zeros_like(before)
pushed[tuple(landing[:, on_grid])] = before.ravel()[on_grid]
pulled = ndimage.affine_transform(before, np.linalg.inv(about_centre), order=1)
misused = ndimage.affine_transform(before, about_centre, order=1)

figure = mosaic({"a slice": before, "pushed": pushed, "pulled by the inverse": pulled, "pulled by the map itself": misused}, 4, vmin=0)
show(figure, "A slice; the slice pushed to 1.4 times its size, with a lattice of black holes; the slice pulled, without holes; the slice pulled in the wrong direction, smaller instead of larger.")

# %% [markdown]
# From one image's grid to another's the chain has two links. The affine $A_\text{new}$ takes a voxel
# of the new grid to its millimetres, and $A_\text{old}^{-1}$ takes those millimetres to a voxel of
# the image that has the values:
#
# $$\mathbf{i}_\text{old} = A_\text{old}^{-1}\, A_\text{new}\; \mathbf{i}_\text{new}$$
#
# Look at `axial` again: it does just this, for the points of a plane. The place where it lands is
# hardly ever the centre of a voxel, so something has to be said about what lies in between. *Nearest*
# takes the value of the closest voxel. *Linear* weighs the eight voxels around. *Cubic* fits smooth
# curves through more of them; it is sharper, and it can go above the largest and below the smallest
# value that was there. Here is a piece of the head under a magnifying glass.

# %%
x, y = np.meshgrid(np.arange(2, 34, 0.5), np.arange(-46, -14, 0.5))
places = nib.affines.apply_affine(np.linalg.inv(t1.affine), np.stack([x, y, np.full(x.shape, 10.3)], axis=-1))
details = {
    title: ndimage.map_coordinates(t1.get_fdata(), np.moveaxis(places, -1, 0), order=order)
    for title, order in (("nearest", 0), ("linear", 1), ("cubic", 3))
}
figure = mosaic(details, 3)
show(figure, "A piece of a brain slice, magnified with three interpolations: in blocks, blurred between the voxels, and smooth.")

# %% [markdown]
# Two traps lie in the tools. They keep the dtype of what they are given, so that an array of whole
# numbers comes back in whole numbers, rounded or cut; and some move in the direction that you say,
# others pull.

# %%
steps = np.array([0, 1, 2, 3], dtype=np.int16)
print("halfway, whole numbers:", ndimage.affine_transform(steps, np.eye(1), offset=0.5, order=1))
print("halfway, floats:       ", ndimage.affine_transform(steps.astype(float), np.eye(1), offset=0.5, order=1))
spike = np.array([0.0, 0, 0, 1, 0, 0, 0])
print("shift(+2):             ", ndimage.shift(spike, 2, order=1))
print("affine_transform, +2:  ", ndimage.affine_transform(spike, np.eye(1), offset=2, order=1))

# %% [markdown]
# `get_fdata` gives floats, so it is the safe thing to start from. If you would rather use a
# ready-made function, `nibabel.processing.resample_from_to` and `nilearn.image.resample_img` are
# good ones. Give the second a `target_shape` together with a 4×4 affine; otherwise it chooses a box
# of its own. `img.header.set_zooms` is not one of them: it writes other voxel sizes into the header
# and computes nothing.
#
# ### Exercise: resample (10 minutes)
#
# Linear, pulled, and 0 outside. The header of a file of whole numbers says `int16`, and a header that
# you hand on brings its dtype along. What you compute are fractions, so name a dtype that can hold
# them: `nib.Nifti1Image(values, affine, header, dtype=np.float64)`. And remember the codes.

# %% nbgrader={"grade": false, "grade_id": "resample", "locked": false, "schema_version": 3, "solution": true, "task": false}
from scipy import ndimage


def resample(img, affine, shape):
    """Compute what an image shows at the voxels of another grid, by linear interpolation.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D, loaded from a file
        Of any dtype; where both its codes are above 0, sform and qform are the same.
    affine : (4, 4) array
        From the voxels of the new grid to the mm of `img`.
    shape : (3,) sequence of int
        Shape of the new grid.

    Returns
    -------
    nibabel.Nifti1Image
        An image of that affine and that shape, floating point in memory and on disk, with the units
        and the codes above 0 of `img`; 0 where the new grid reaches out of `img`. (What comes within
        two voxels of the edge of `img` is not looked at.)
    """
    ### BEGIN SOLUTION
    pull = np.linalg.inv(img.affine) @ affine
    values = ndimage.affine_transform(img.get_fdata(), pull, output_shape=tuple(shape), order=1)
    resampled = nib.Nifti1Image(values, affine, img.header, dtype=np.float64)
    resampled.set_sform(affine, int(img.header["sform_code"]))
    resampled.set_qform(affine, int(img.header["qform_code"]))
    return resampled
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "resample_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a ramp along x, asked for halfway between its voxels.
values = np.zeros((6, 5, 4), np.float32) + np.arange(6, dtype=np.float32)[:, None, None]
ramp = nib.Nifti1Image(values, np.diag([2.0, 2, 2, 1]))
ramp = nib.Nifti1Image.from_bytes(ramp.to_bytes())  # as if it came from a file
between = np.array([[2.0, 0, 0, 1], [0, 2, 0, 0], [0, 0, 2, 0], [0, 0, 0, 1]])
halfway = resample(ramp, between, (5, 5, 4))
assert isinstance(halfway, nib.Nifti1Image), f"resample(ramp, between, (5, 5, 4)): got {type(halfway)}, wanted a Nifti1Image"
assert halfway.shape == (5, 5, 4), f"resample(ramp, between, (5, 5, 4)): got shape {halfway.shape}, wanted (5, 5, 4)"
line = halfway.get_fdata()[:, 2, 2]
assert np.allclose(line, [0.5, 1.5, 2.5, 3.5, 4.5]), f"values along x: got {line}, wanted [0.5 1.5 2.5 3.5 4.5]"

# %% nbgrader={"grade": true, "grade_id": "resample_plain", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at smooth straight images on a finer and on a coarser straight grid: linear, and in the right place.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def resample_plain(rng):
    import tempfile

    size = np.array([14, 12, 13])
    for axes, scale, kind in ("RAS", 0.8, "finer"), ("LAS", 1.3, "coarser"):
        given = f"a smooth {axes} image and a {kind} grid"
        data = checks.blob(size, size / 2 + [1, -0.5, 0.7], (1.6, 1.8, 2)) + 0.5 * checks.blob(size, size / 2 - 1.5, 1.5)
        img = checks.image(data.astype(np.float32), checks.affine(rng, axes))
        inner = nib.affines.from_matvec(np.diag([scale, 1, scale]), rng.uniform(0.6, 1.3, 3))
        target, shape = img.affine @ inner, (11, 12, 10)
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            got = checks.expect_image(resample, img, target, shape, given=given)
            checks.close(got.affine, target, resample, f"{given}, the affine", atol=1e-3)
            grid = np.moveaxis(np.indices(shape), 0, -1)
            want, depth = checks.sample(img, nib.affines.apply_affine(target, grid))
            inside = depth >= 2
            pushed = np.linalg.inv(target) @ img.affine
            wrong = {
                "pushing, the inverse of the map that is needed,": checks.sample(img, nib.affines.apply_affine(img.affine @ pushed, grid))[0][inside],
                "the nearest voxel, not linear interpolation,": checks.sample(img, nib.affines.apply_affine(target, grid), 0)[0][inside],
                "cubic interpolation, not linear,": checks.sample(img, nib.affines.apply_affine(target, grid), 3)[0][inside],
                "the two grids' voxels taken for each other": checks.sample(img, nib.affines.apply_affine(img.affine, grid))[0][inside],
            }
            checks.close(got.get_fdata()[inside], want[inside], resample, given, atol=2e-4, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "resample_oblique", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at permuted and oblique images on an oblique grid of another shape, zooms and order of axes.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def resample_oblique(rng):
    import tempfile

    for axes, target_axes in ("PIR", "LAS"), ("LAS", "SPL"):
        given = f"an oblique {axes} image and an oblique {target_axes} grid"
        size = np.array([13, 15, 12])
        data = checks.blob(size, size / 2 - 0.5, (1.7, 2, 1.8)) + 0.6 * checks.blob(size, size / 2 + [1, 2, -1.5], 1.5)
        img = checks.image(data.astype(np.float32), checks.affine(rng, axes, 0.3))
        shape = np.array([12, 10, 14])
        target = checks.affine(rng, target_axes, 0.25)
        middle = nib.affines.apply_affine(img.affine, size / 2)
        target[:3, 3] = middle - target[:3, :3] @ (shape / 2 + 0.2)
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            got = checks.expect_image(resample, img, target, [int(n) for n in shape], given=given)
            checks.close(got.affine, target, resample, f"{given}, the affine", atol=1e-3)
            mm = nib.affines.apply_affine(target, np.moveaxis(np.indices(shape), 0, -1))
            want, depth = checks.sample(img, mm)
            inside = depth >= 2
            wrong = {
                "the nearest voxel, not linear interpolation,": checks.sample(img, mm, 0)[0][inside],
                "cubic interpolation, not linear,": checks.sample(img, mm, 3)[0][inside],
                "an answer of zeros, or a look outside of the image,": 0 * want[inside],
            }
            checks.close(got.get_fdata()[inside], want[inside], resample, given, atol=2e-4, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "resample_edges", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at int16 images: values not rounded, 0 outside, a floating-point dtype on disk, units and codes; the input as it was.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def resample_edges(rng):
    import tempfile

    given = "an int16 image and a grid that reaches out of it"
    size, shape = (10, 11, 9), (13, 15, 14)
    data = np.round(4 + 6 * checks.blob(size, (4, 6, 4), 2.5)).astype(np.int16)
    img = checks.image(data, checks.affine(rng, "LAS", 0.2), code=1)
    target = img.affine @ nib.affines.from_matvec(np.eye(3), rng.uniform(-3.4, -2.6, 3))
    with tempfile.TemporaryDirectory() as folder:
        img = checks.from_disk(img, folder)
        got = checks.expect_image(resample, img, target, shape, given=given, like=img, any_dtype=True, unchanged=True)
        checks.close(got.affine, target, resample, f"{given}, the affine", atol=1e-3)
        mm = nib.affines.apply_affine(target, np.moveaxis(np.indices(shape), 0, -1))
        want, depth = checks.sample(img, mm)
        values = got.get_fdata()
        checks.close(values.shape, shape, resample, f"{given}, the shape")
        inside, outside = depth >= 2, depth < -1.01
        wrong = {
            "an integer image, whose values were rounded,": np.round(want[inside]),
            "an integer image, whose values were cut,": np.floor(want[inside] + 1e-9),
        }
        checks.close(values[inside], want[inside], resample, f"{given}, well inside", atol=2e-3, mistakes=wrong)
        checks.close(values[outside], 0 * values[outside], resample, f"{given}, outside of it")
        on_disk = got.get_data_dtype()
        checks.require(on_disk.kind == "f", resample, given, f"the dtype on disk is {on_disk}", "a copied header brings its dtype along")


### END HIDDEN TESTS

# %% [markdown]
# ## Turning about a point
#
# A rotation matrix turns about the origin. In scanner coordinates that is the isocentre of the
# magnet; in voxel coordinates it is the corner of the array. Neither is the middle of the head, and
# a head that is turned about a corner leaves the picture. The middle of an image is
# the voxel coordinate $(n-1)/2$ along each axis, for the centres of the voxels run from 0 to $n-1$;
# with $n/2$ it is half a voxel off. The recipe is the one you have seen for scaling:
# $T(\mathbf{c})\; R\; T(-\mathbf{c})$. Here is the scaling once more, in three dimensions and by the
# affine alone, about two different points. About a corner, the head moves up or down as well, so
# that the plane of the picture meets another slice of it.

# %%
smaller = nib.affines.from_matvec(0.7 * np.eye(3))
pictures = {"as it is": t1}
for words, voxel in (
    ("0.7, about voxel 0", np.zeros(3)),
    ("0.7, about the centre", (np.array(t1.shape) - 1) / 2),
):
    point = nib.affines.apply_affine(t1.affine, voxel)
    there, back_again = (nib.affines.from_matvec(np.eye(3), sign * point) for sign in (-1, 1))
    pictures[words] = nib.Nifti1Image(t1.get_fdata(), back_again @ smaller @ there @ t1.affine)

figure = draw({title: axial(picture, 0) for title, picture in pictures.items()})
show(figure, "Three axial slices: a head; the head at 0.7 of its size, pulled towards a corner of the grid; the head at 0.7 of its size, in the same place.")

# %% [markdown]
# ### Exercise: rotate about the centre (10 minutes)
#
# Now turn instead of scale, and resample onto the image's own grid. The axis is one of the world, not
# of the array, and the angle is that of the *head*: think of what you have to pull by.

# %% nbgrader={"grade": false, "grade_id": "rotate_about_centre", "locked": false, "schema_version": 3, "solution": true, "task": false}
from scipy import ndimage


def rotate_about_centre(img, axis, radians):
    """Turn a head about the middle of its image, and store it on the image's own grid.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D, loaded from a file
        Of any dtype; where both its codes are above 0, sform and qform are the same.
    axis : 'x', 'y' or 'z'
        The axis of the world (mm, RAS+), not of the array, about which the head turns.
    radians : float
        Right-handed: a positive angle takes y to z, z to x, or x to y. The centre of the rotation
        is the position in mm of voxel (n - 1) / 2, where n is the shape.

    Returns
    -------
    nibabel.Nifti1Image
        An image of the affine, shape, units and codes above 0 of `img`, floating point in memory
        and on disk; linear interpolation, 0 where `img` says nothing.
    """
    ### BEGIN SOLUTION
    c, s = np.cos(radians), np.sin(radians)
    rotation = {
        "x": [[1, 0, 0], [0, c, -s], [0, s, c]],
        "y": [[c, 0, s], [0, 1, 0], [-s, 0, c]],
        "z": [[c, -s, 0], [s, c, 0], [0, 0, 1]],
    }[axis]
    centre = nib.affines.apply_affine(img.affine, (np.array(img.shape) - 1) / 2)
    turn = nib.affines.from_matvec(rotation, centre - rotation @ centre)
    pull = np.linalg.inv(img.affine) @ np.linalg.inv(turn) @ img.affine
    values = ndimage.affine_transform(img.get_fdata(), pull, order=1)
    return nib.Nifti1Image(values, img.affine, img.header, dtype=np.float64)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "rotate_about_centre_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a bright rod along x, turned by a quarter about z, lies along y.
values = np.zeros((9, 9, 9), np.float32)
values[1:8, 4, 4] = 1
rod = nib.Nifti1Image(values, np.diag([2.0, 2, 2, 1]))
rod = nib.Nifti1Image.from_bytes(rod.to_bytes())  # as if it came from a file
turned = rotate_about_centre(rod, "z", np.pi / 2)
assert isinstance(turned, nib.Nifti1Image), f"rotate_about_centre(rod, 'z', pi / 2): got {type(turned)}, wanted a Nifti1Image"
assert turned.shape == (9, 9, 9), f"rotate_about_centre(rod, 'z', pi / 2): got shape {turned.shape}, wanted (9, 9, 9)"
line = turned.get_fdata()[4, :, 4]
assert np.allclose(line, [0, 1, 1, 1, 1, 1, 1, 1, 0], atol=1e-3), f"values along y, through the centre: got {line.round(2)}, wanted the rod"

# %% nbgrader={"grade": true, "grade_id": "rotate_about_centre_plain", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at where small blobs land: straight anisotropic images, about each axis, by 0.3 and by -1.1 radians.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def rotate_about_centre_plain(rng):
    import tempfile

    from scipy.spatial.transform import Rotation

    zooms, shape = np.array([2.1, 2.8, 3.5]), np.array([28, 21, 17])
    for axis, angle in ("x", 0.3), ("y", -1.1), ("z", 0.3):
        given = f"a straight image, {axis!r} and {'a positive' if angle > 0 else 'a negative'} angle"
        affine = checks.affine(rng, zooms=zooms)
        middle = nib.affines.apply_affine(affine, (shape - 1) / 2)
        start = middle + rng.uniform(7, 11, 3) * rng.choice([-1, 1], 3)
        blob = checks.blob(shape, nib.affines.apply_affine(np.linalg.inv(affine), start), 3 / zooms)
        along = np.eye(3)["xyz".index(axis)]

        def landing(angle, centre, start=start, along=along):
            return centre + Rotation.from_rotvec(angle * along).apply(start - centre)

        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(checks.image(blob.astype(np.float32), affine), folder)
            got = checks.expect_image(rotate_about_centre, img, axis, angle, given=given)
            checks.close(got.affine, img.affine, rotate_about_centre, f"{given}, the affine", atol=1e-3)
            checks.close(got.shape, shape, rotate_about_centre, f"{given}, the shape")
            values = got.get_fdata()
            kept = 0.8 < values.sum() / blob.sum() < 1.2
            checks.require(kept, rotate_about_centre, given, "the blob is gone, or another was added", "about which point did it turn")
            came = nib.affines.apply_affine(affine, [np.average(index, weights=values) for index in np.indices(shape)])
            wrong = {
                "turning the other way round": landing(-angle, middle),
                "an angle in degrees": landing(np.deg2rad(angle), middle),
                "turning about the voxel at n / 2": landing(angle, nib.affines.apply_affine(affine, shape / 2)),
                "turning about voxel 0": landing(angle, affine[:3, 3]),
                "turning about the origin of the world": landing(angle, np.zeros(3)),
                "a head that nothing has turned": start,
            }
            checks.close(came, landing(angle, middle), rotate_about_centre, f"{given}, the place of a blob", rtol=0, atol=0.3, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "rotate_about_centre_oblique", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at where small blobs land: LAS, permuted and oblique anisotropic images, where array axes are not x, y and z.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def rotate_about_centre_oblique(rng):
    import tempfile

    from scipy.spatial.transform import Rotation

    zooms, shape = np.array([2.1, 2.8, 3.5]), np.array([28, 21, 17])
    for axes, axis, angle in ("LAS", "y", 0.3), ("LAS", "z", -1.1), ("PIR", "x", -1.1):
        given = f"an oblique {axes} image, {axis!r} and {'a positive' if angle > 0 else 'a negative'} angle"
        affine = checks.affine(rng, axes, 0.25, zooms=zooms)
        to_voxel = np.linalg.inv(affine)
        middle = nib.affines.apply_affine(affine, (shape - 1) / 2)
        arm = rng.uniform(7, 11, 3) * rng.choice([-1, 1], 3)
        blob = checks.blob(shape, nib.affines.apply_affine(to_voxel, middle + arm), 3 / zooms)
        turn = Rotation.from_rotvec(angle * np.eye(3)["xyz".index(axis)])
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(checks.image(blob.astype(np.float32), affine), folder)
            got = checks.expect_image(rotate_about_centre, img, axis, angle, given=given)
            checks.close(got.affine, img.affine, rotate_about_centre, f"{given}, the affine", atol=1e-3)
            values = got.get_fdata()
            checks.close(values.shape, shape, rotate_about_centre, f"{given}, the shape")
            kept = 0.8 < values.sum() / blob.sum() < 1.2
            checks.require(kept, rotate_about_centre, given, "the blob is gone, or another was added", "about which point did it turn")
            came = nib.affines.apply_affine(affine, [np.average(index, weights=values) for index in np.indices(shape)])
            in_voxels = affine[:3, :3] @ turn.apply(to_voxel[:3, :3] @ arm)
            wrong = {
                "turning the other way round": middle + turn.inv().apply(arm),
                "turning about an axis of the array, in voxels,": middle + in_voxels,
                "a head that nothing has turned": middle + arm,
            }
            checks.close(came, middle + turn.apply(arm), rotate_about_centre, f"{given}, the place of a blob", rtol=0, atol=0.3, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "rotate_about_centre_edges", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at int16 images: values not rounded, 0 in the corners, a floating-point dtype on disk, units and codes; the input as it was.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def rotate_about_centre_edges(rng):
    import tempfile

    given = "an int16 image that is bright out to its edges"
    shape = np.array([14, 15, 12])
    data = np.round(4 + 7 * checks.blob(shape, (5, 8, 6), 3)).astype(np.int16)
    affine = checks.affine(rng, "LAS", 0.2, zooms=(2.9, 2.7, 3.1))
    with tempfile.TemporaryDirectory() as folder:
        img = checks.from_disk(checks.image(data, affine, code=1), folder)
        got = checks.expect_image(rotate_about_centre, img, "z", -1.1, given=given, like=img, any_dtype=True, unchanged=True)
        values = got.get_fdata()
        checks.close(values.shape, shape, rotate_about_centre, f"{given}, the shape")
        middle = nib.affines.apply_affine(img.affine, (shape - 1) / 2)
        c, s = np.cos(-1.1), np.sin(-1.1)
        mm = nib.affines.apply_affine(img.affine, np.moveaxis(np.indices(shape), 0, -1)) - middle
        want, depth = checks.sample(img, mm @ np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]]) + middle)
        inside, outside = depth >= 2, depth < -1.5
        whole = np.allclose(values, np.round(values), atol=1e-3) and abs(values - want)[inside].max() < 1.01
        wrong = {"an integer image, whose values were rounded or cut,": values[inside]} if whole else None
        checks.close(values[inside], want[inside], rotate_about_centre, f"{given}, well inside", atol=0.02, mistakes=wrong)
        checks.close(values[outside], 0 * values[outside], rotate_about_centre, f"{given}, where nothing is known")
        on_disk = got.get_data_dtype()
        checks.require(on_disk.kind == "f", rotate_about_centre, given, f"the dtype on disk is {on_disk}", "a copied header brings its dtype along")


### END HIDDEN TESTS

# %% [markdown]
# ## Cutting out a box
#
# When you slice an array, its first voxel is another one. The translation of the affine is the place
# of voxel (0, 0, 0), so it has to follow; otherwise all that you kept has moved. `img.slicer` does
# that for you, but it too writes codes of its own.
#
# The origin has to follow in the same way when blocks of voxels are averaged to make a coarser grid:
# the new voxel 0 sits in the middle of its block. For blocks of two that is half an old voxel along
# each axis from where the old voxel 0 was.

# %%
part = capsule.slicer[10:60, 20:70, 5:]
by_array = nib.Nifti1Image(capsule.get_fdata()[10:60, 20:70, 5:], capsule.affine)
print("voxel (10, 20, 5) of the image:", nib.affines.apply_affine(capsule.affine, [10, 20, 5]).round(2), "mm")
print("voxel 0 of the slicer's image: ", part.affine[:3, 3].round(2), "mm")
print("voxel 0 beside the old affine: ", by_array.affine[:3, 3].round(2), "mm")
print_codes("the image:", capsule)
print_codes("the slicer's image:", part)


# %% [markdown]
# ### Exercise: crop (6 minutes)
#
# Cut out a box, keep everything in its place, and keep what the header says about the space.

# %% nbgrader={"grade": false, "grade_id": "crop", "locked": false, "schema_version": 3, "solution": true, "task": false}
def crop(img, start, stop):
    """Cut a box out of an image, and leave what is in it where it is.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D, loaded from a file
        At least one of its two codes is above 0; where both are, sform and qform are the same.
    start, stop : (3,) sequences of int, voxels
        The box: start <= ijk < stop, along each axis 0 <= start < stop <= n.

    Returns
    -------
    nibabel.Nifti1Image
        A new image of shape stop - start, with the dtype on disk, the units and the codes above 0
        of `img`; every value, those of the edge planes too, is what it was, but for rounding on
        saving, at the position in mm where it was.
    """
    ### BEGIN SOLUTION
    box = tuple(slice(first, end) for first, end in zip(start, stop, strict=True))
    to_corner = nib.affines.from_matvec(np.eye(3), start)
    cropped = nib.Nifti1Image(np.asanyarray(img.dataobj)[box], img.affine, img.header)
    for read, write in (img.get_sform, cropped.set_sform), (img.get_qform, cropped.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            write(frame @ to_corner, code)
    return cropped
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "crop_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a head without its first two planes along the first axis.
head = nib.load(image_file("anatomical.nii"))
cropped = crop(head, (2, 0, 0), head.shape)
assert isinstance(cropped, nib.Nifti1Image), f"crop(head, (2, 0, 0), {head.shape}): got {type(cropped)}, wanted a Nifti1Image"
wanted = (head.shape[0] - 2, *head.shape[1:])
assert cropped.shape == wanted, f"crop(head, (2, 0, 0), {head.shape}): got shape {cropped.shape}, wanted {wanted}"
place = cropped.affine[:3, 3]
wanted = nib.affines.apply_affine(head.affine, [2, 0, 0])
assert np.allclose(place, wanted), f"the place of voxel (0, 0, 0): got {place} mm, wanted {wanted} mm"

# %% nbgrader={"grade": true, "grade_id": "crop_plain", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at the shape, the values and the place of a box inside straight images.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def crop_plain(rng):
    import tempfile

    for axes in "RAS", "LAS":
        given = f"a straight {axes} image and a box inside it"
        img = checks.image(checks.numbers(rng, (9, 8, 7), np.float32), checks.affine(rng, axes))
        start, stop = (2, 1, 3), (6, 7, 5)
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            got = checks.expect_image(crop, img, start, stop, given=given)
            values = img.get_fdata()
            wrong = {
                "a box that takes in `stop`": values[2:7, 1:8, 3:6],
                "`stop` counted from `start`": values[2:8, 1:8, 3:8],
                "a box that begins after `start`": values[3:6, 2:7, 4:5],
            }
            checks.close(got.get_fdata(), values[2:6, 1:7, 3:5], crop, f"{given}, the values", mistakes=wrong)
            want = img.affine.copy()
            want[:3, 3] = nib.affines.apply_affine(img.affine, start)
            moved, turned = img.affine.copy(), img.affine.copy()
            moved[:3, 3] += start
            turned[:3, 3] -= img.affine[:3, :3] @ start
            wrong = {
                "a cropped array beside the old affine": img.affine,
                "`start` added to the translation as if it were in mm": moved,
                "a translation that moved the wrong way": turned,
            }
            checks.close(got.affine, want, crop, f"{given}, the affine", atol=1e-3, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "crop_oblique", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at oblique and permuted images.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def crop_oblique(rng):
    import tempfile

    for axes in "LAS", "PIR":
        given = f"an oblique {axes} image and a box inside it"
        img = checks.image(checks.numbers(rng, (7, 9, 8), np.float32), checks.affine(rng, axes, 0.3), code=1)
        start, stop = np.array([1, 3, 2]), np.array([6, 8, 7])
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            got = checks.expect_image(crop, img, start, stop, given=given)
            checks.close(got.get_fdata(), img.get_fdata()[1:6, 3:8, 2:7], crop, f"{given}, the values")
            want, scaled = img.affine.copy(), img.affine.copy()
            want[:3, 3] = nib.affines.apply_affine(img.affine, start)
            scaled[:3, 3] += start * np.diag(img.affine)[:3]
            by_zooms = img.affine.copy()
            by_zooms[:3, 3] += start * nib.affines.voxel_sizes(img.affine)
            wrong = {
                "a cropped array beside the old affine": img.affine,
                "the diagonal taken for the whole matrix": scaled,
                "voxel sizes without the directions of the axes": by_zooms,
            }
            checks.close(got.affine, want, crop, f"{given}, the affine", atol=1e-3, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "crop_edges", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at boxes that touch the edges, the whole image, one voxel; scaled int16, dtype, units and codes; the input as it was.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def crop_edges(rng):
    import tempfile

    affine = checks.affine(rng, "RAS", 0.2)
    for given, code, qform, start, stop in (
        ("a box that reaches the last planes, and codes that differ", 1, (affine, 2), (0, 2, 5), (6, 7, 8)),
        ("the whole image as the box", 4, None, [0, 0, 0], [6, 7, 8]),
        ("a single voxel, and an image with a qform alone", 0, (checks.affine(rng, "LAS", 0.2), 1), [5, 6, 7], [6, 7, 8]),
    ):
        img = checks.image(checks.numbers(rng, (6, 7, 8), np.int16), affine, code=code, qform=qform)
        img.header.set_slope_inter(0.5, -20)
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            got = checks.expect_image(crop, img, start, stop, given=given, like=img, unchanged=True)
            want = img.get_fdata()[start[0] : stop[0], start[1] : stop[1], start[2] : stop[2]]
            checks.close(got.get_fdata(), want, crop, f"{given}, the values", atol=0.02)
            corner = nib.affines.apply_affine(img.affine, start)
            checks.close(got.affine[:3, 3], corner, crop, f"{given}, the place of voxel 0", atol=1e-3)


### END HIDDEN TESTS

# %% [markdown]
# ## Labels must not be averaged
#
# A mask says *in* or *out*; an atlas says which region a voxel belongs to: 1, 2, 3, … The mean of
# region 1 and region 3 is not region 2, so labels are never interpolated: the nearest one is taken.
# Here two labels, 1 and 3, are given to the two halves of an amygdala and brought onto a finer grid.

# %%
amygdalae = nib.load(image_file("FSL_BAmyg_thr0.nii.gz"))
inside = np.argwhere(np.asanyarray(amygdalae.dataobj) > 0)
corner = inside[inside[:, 0] < np.median(inside[:, 0])].min(axis=0) - 2  # the one at low first indices
box = tuple(slice(start, start + 16) for start in corner)
here = nib.affines.apply_affine(amygdalae.affine, corner)
labels = (np.asanyarray(amygdalae.dataobj)[box] > 0).astype(np.float64)
labels[:, :, : labels.shape[2] // 2] *= 3

pull = np.diag([0.35, 0.35, 0.35, 1.0])  # from the fine grid's voxels to the coarse one's
fine_shape = tuple(int(n / 0.35) for n in labels.shape)
sections = {}
for title, order in ("linear", 1), ("nearest", 0):
    refined = ndimage.affine_transform(labels, pull, output_shape=fine_shape, order=order)
    sections[title] = refined[:, np.argmax(refined.sum(axis=(0, 2)))].T
    found = np.unique(refined.round(3))
    print(f"{title:8} {len(found)} different values, among them {found[:6]}")
figure = mosaic(sections, 3, cmap="viridis", vmin=0, vmax=3)  # in the third place goes a colour bar
figure.colorbar(figure.axes[0].images[0], cax=figure.add_axes([0.7, 0.05, 0.03, 0.75]), label="label", ticks=[0, 1, 2, 3])
show(figure, "A region with the labels 1 and 3 on a fine grid. Linear interpolation gives it a rim of other values, and a band of 2 between 1 and 3; the nearest label gives 0, 1 and 3 alone.")

# %% [markdown]
# Two images that lie in the same space may still have different grids: the amygdalae and the
# T1-weighted head are both in MNI space, and a voxel index of one means nothing in the other. And
# two images on the same grid may lie in different spaces: then their affines cannot bring them
# together, and it takes a registration.
#
# ### Exercise: mask to image (6 minutes)
#
# Give every voxel of an image its label. Which of the two affines has to be inverted?

# %% nbgrader={"grade": false, "grade_id": "mask_to", "locked": false, "schema_version": 3, "solution": true, "task": false}
from scipy import ndimage


def mask_to(mask, img):
    """Bring a mask, or an atlas of labels, onto the grid of an image of the same space.

    Parameters
    ----------
    mask : nibabel.Nifti1Image, 3D, loaded from a file
        Whole numbers: 0 for nothing, 1, 2, ... for the labels.
    img : nibabel.Nifti1Image, 3D, loaded from a file
        Its mm are those of `mask`; its grid is another.

    Returns
    -------
    nibabel.Nifti1Image
        An image of the shape and the affine of `img` and the dtype on disk of `mask`: at each
        voxel the label of the nearest voxel of `mask`, 0 outside of `mask`. (Places half way between
        two voxels of `mask`, or less than half a voxel beyond its outermost centres, may have either.)
    """
    ### BEGIN SOLUTION
    pull = np.linalg.inv(mask.affine) @ img.affine
    labels = ndimage.affine_transform(np.asanyarray(mask.dataobj), pull, output_shape=img.shape, order=0)
    return nib.Nifti1Image(labels, img.affine, mask.header)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "mask_to_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a mask of 4 mm voxels on a grid of 2 mm voxels.
values = np.zeros((4, 4, 4), np.uint8)
values[1:3, 1:3, 2] = 1
coarse = nib.Nifti1Image(values, np.array([[4.0, 0, 0, 1], [0, 4, 0, 1], [0, 0, 4, 1], [0, 0, 0, 1]]))
fine = nib.Nifti1Image(np.zeros((8, 8, 8), np.float32), np.diag([2.0, 2, 2, 1]))
coarse, fine = (nib.Nifti1Image.from_bytes(each.to_bytes()) for each in (coarse, fine))  # as if from files
refined = mask_to(coarse, fine)
assert isinstance(refined, nib.Nifti1Image), f"mask_to(coarse, fine): got {type(refined)}, wanted a Nifti1Image"
assert refined.shape == (8, 8, 8), f"mask_to(coarse, fine): got shape {refined.shape}, wanted (8, 8, 8)"
count = np.count_nonzero(refined.get_fdata())
assert count == 32, f"voxels in the mask: got {count}, wanted 32, eight for each of the four coarse ones"

# %% nbgrader={"grade": true, "grade_id": "mask_to_plain", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at labels on straight grids, finer and coarser than the mask's, RAS and LAS.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def mask_to_plain(rng):
    import tempfile

    for axes, factor, kind in ("RAS", 0.55, "finer"), ("LAS", 1.45, "coarser"):
        given = f"labels and a {kind} {axes} grid"
        size, shape = (9, 8, 10), (9, 10, 8)
        labels = rng.choice(np.array([0, 0, 1, 2, 5], np.uint8), size)
        mask = checks.image(labels, checks.affine(rng))
        grid = checks.affine(rng, axes, zooms=factor * nib.affines.voxel_sizes(mask.affine))
        middle = nib.affines.apply_affine(mask.affine, np.array(size) / 2)
        grid[:3, 3] = middle - grid[:3, :3] @ (np.array(shape) / 2 + rng.uniform(-0.3, 0.3, 3))
        with tempfile.TemporaryDirectory() as folder:
            mask = checks.from_disk(mask, folder, "mask.nii")
            img = checks.from_disk(checks.image(checks.numbers(rng, shape, np.int16), grid), folder, "img.nii")
            got = checks.expect_image(mask_to, mask, img, given=given)
            checks.close(got.affine, img.affine, mask_to, f"{given}, the affine", atol=1e-3)
            mm = nib.affines.apply_affine(img.affine, np.moveaxis(np.indices(shape), 0, -1))
            ijk = nib.affines.apply_affine(np.linalg.inv(mask.affine), mm)
            clear = np.all(abs(ijk % 1 - 0.5) > 0.03, axis=-1)  # far from a tie
            clear &= np.all((abs(ijk) > 0.03) & (abs(ijk - np.array(size) + 1) > 0.03), axis=-1)
            want, depth = checks.sample(mask, mm, 0)
            clear &= (depth > 0) | (depth < -0.5)  # half a voxel beyond the last centres is open
            came, linear = got.get_fdata()[clear], checks.sample(mask, mm)[0][clear]
            is_linear = np.allclose(came, linear, atol=0.05)  # a uint8 file rounds what was computed
            wrong = {"linear interpolation, which makes labels that nobody drew,": came if is_linear else linear}
            checks.close(came, want[clear], mask_to, f"{given}, the labels", atol=1e-3, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "mask_to_oblique", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at labels on oblique and permuted grids of another shape.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def mask_to_oblique(rng):
    import tempfile

    for axes in "LAS", "SPL":
        given = f"labels and an oblique {axes} grid"
        size, shape = np.array([11, 9, 10]), np.array([8, 10, 12])
        labels = rng.choice(np.array([0, 0, 1, 3, 4], np.uint8), size)
        mask = checks.image(labels, checks.affine(rng, "LAS"), code=4)
        grid = checks.affine(rng, axes, 0.3)
        grid[:3, 3] = nib.affines.apply_affine(mask.affine, size / 2) - grid[:3, :3] @ (shape / 2)
        with tempfile.TemporaryDirectory() as folder:
            mask = checks.from_disk(mask, folder, "mask.nii")
            img = checks.from_disk(checks.image(checks.numbers(rng, shape, np.int16), grid, code=4), folder, "img.nii")
            got = checks.expect_image(mask_to, mask, img, given=given)
            checks.close(got.affine, img.affine, mask_to, f"{given}, the affine", atol=1e-3)
            mm = nib.affines.apply_affine(img.affine, np.moveaxis(np.indices(shape), 0, -1))
            ijk = nib.affines.apply_affine(np.linalg.inv(mask.affine), mm)
            want, depth = checks.sample(mask, mm, 0)
            clear = np.all(abs(ijk % 1 - 0.5) > 0.03, axis=-1) & ((depth > 0) | (depth < -0.5))
            came, linear = got.get_fdata()[clear], checks.sample(mask, mm)[0][clear]
            is_linear = np.allclose(came, linear, atol=0.05)  # a uint8 file rounds what was computed
            wrong = {"linear interpolation, which makes labels that nobody drew,": came if is_linear else linear}
            checks.close(came, want[clear], mask_to, f"{given}, the labels", atol=1e-3, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "mask_to_edges", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at a grid that reaches out of the mask, the dtype on disk, large labels, and the inputs as they were.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def mask_to_edges(rng):
    import tempfile

    for given, dtype, largest in ("a uint8 mask", np.uint8, 200), ("an int16 atlas of large labels", np.int16, 12000):
        size = np.array([6, 7, 5])
        labels = rng.integers(1, largest, size).astype(dtype)
        mask = checks.image(labels, checks.affine(rng, "RAS", 0.2))
        beyond = nib.affines.from_matvec(np.eye(3), rng.uniform(-3.4, -2.7, 3))
        far = np.array([12, 13, 11])
        with tempfile.TemporaryDirectory() as folder:
            mask = checks.from_disk(mask, folder, "mask.nii")
            img = checks.from_disk(checks.image(checks.numbers(rng, far, np.float32), mask.affine @ beyond), folder, "img.nii")
            given = f"{given} and a grid that reaches out of it"
            got = checks.expect_image(mask_to, mask, img, given=given, unchanged=True)
            checks.close(got.affine, img.affine, mask_to, f"{given}, the affine", atol=1e-3)
            mm = nib.affines.apply_affine(img.affine, np.moveaxis(np.indices(far), 0, -1))
            want, depth = checks.sample(mask, mm, 0)
            clear = (depth > 0) | (depth < -0.5)
            checks.close(got.get_fdata()[clear], want[clear], mask_to, f"{given}, the labels", atol=0.3)
            kept = got.get_data_dtype() == mask.get_data_dtype()
            checks.require(kept, mask_to, given, "the dtype on disk is not that of the mask", "whose header was copied")


### END HIDDEN TESTS

# %% [markdown]
# ## What leaves on one side
#
# Sometimes the data really have been moved inside their grid, by whole voxels, while the affine
# stayed. `np.roll` looks like the tool to bring them back, and is not: what leaves on one side
# comes in on the other. On a head with dark margins nobody sees it. So let us put a marker strip at
# the edge of a slice.

# %%
marked = axial(t1, 10).copy()
marked[:, -6:] = 0.8 * marked.max()
rolled = np.roll(marked, 20, axis=1)

figure = mosaic({"a strip at the right edge": marked, "np.roll by 20 columns": rolled}, 2)
show(figure, "A slice with a bright strip at its right edge; after np.roll by 20 columns the head has moved to the right, and the strip has come in on the left.")


# %% [markdown]
# The strip would be taken for something in the patient's head. Negative indices do the same in
# silence: `values[-1]` is the last plane, not the one before the first. Where nothing is known, an
# image should say 0.
#
# ### Exercise: undo a shift (6 minutes)
#
# Watch the case in which an axis was not shifted at all: `values[:-0]` is empty.

# %% nbgrader={"grade": false, "grade_id": "undo_shift", "locked": false, "schema_version": 3, "solution": true, "task": false}
def undo_shift(img, voxels):
    """Bring back an array that was shifted inside its grid.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D, loaded from a file
        What belongs in voxel ijk was stored in voxel ijk + voxels; what would have left the grid
        is lost. The affine is right as it is.
    voxels : (3,) sequence of int
        By how much the array was shifted along each array axis: positive, negative or 0, and
        smaller in size than the axis.

    Returns
    -------
    nibabel.Nifti1Image
        A new image on the same grid, with the dtype on disk, the units and the codes above 0 of
        `img`: every value back in its own voxel, 0 where nothing is known, but for rounding on
        saving.
    """
    ### BEGIN SOLUTION
    shifted = np.asanyarray(img.dataobj)
    source = tuple(slice(max(v, 0), n + min(v, 0)) for v, n in zip(voxels, img.shape, strict=True))
    target = tuple(slice(max(-v, 0), n + min(-v, 0)) for v, n in zip(voxels, img.shape, strict=True))
    values = np.zeros_like(shifted)
    values[target] = shifted[source]
    return nib.Nifti1Image(values, img.affine, img.header)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "undo_shift_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a bright voxel that was stored one voxel too far along the second axis.
values = np.zeros((4, 5, 6), np.int16)
values[2, 3, 1] = 7
shifted = nib.Nifti1Image(values, np.diag([2.0, 3, 4, 1]))
shifted = nib.Nifti1Image.from_bytes(shifted.to_bytes())  # as if it came from a file
restored = undo_shift(shifted, (0, 1, 0))
assert isinstance(restored, nib.Nifti1Image), f"undo_shift(shifted, (0, 1, 0)): got {type(restored)}, wanted a Nifti1Image"
assert restored.shape == (4, 5, 6), f"undo_shift(shifted, (0, 1, 0)): got shape {restored.shape}, wanted (4, 5, 6)"
place = tuple(int(index) for index in np.argwhere(restored.get_fdata())[0])
assert place == (2, 2, 1), f"the bright voxel, stored in (2, 3, 1): got {place}, wanted (2, 2, 1)"

# %% nbgrader={"grade": true, "grade_id": "undo_shift_plain", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at arrays that were shifted by positive whole numbers along all three axes, with bright planes at the edges.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def undo_shift_plain(rng):
    import tempfile

    for voxels in (1, 2, 3), (2, 4, 1):
        given = "an array that was shifted forwards along three axes"
        shape = (6, 7, 5)
        img = checks.image(checks.numbers(rng, shape, np.float32), checks.affine(rng, "LAS"))
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            got = checks.expect_image(undo_shift, img, voxels, given=given)
            values, want = img.get_fdata(), np.zeros(shape)
            a, b, c = voxels
            want[: 6 - a, : 7 - b, : 5 - c] = values[a:, b:, c:]
            other_way = np.zeros(shape)
            other_way[a:, b:, c:] = values[: 6 - a, : 7 - b, : 5 - c]
            wrong = {
                "values that wrap around to the other edge": np.roll(values, [-a, -b, -c], (0, 1, 2)),
                "the shift made once more": other_way,
                "the shift made once more, and wrapped around,": np.roll(values, voxels, (0, 1, 2)),
                "the edge repeated where nothing is known": np.pad(values[a:, b:, c:], [(0, a), (0, b), (0, c)], "edge"),
            }
            checks.close(got.get_fdata(), want, undo_shift, given, mistakes=wrong)
            checks.close(got.affine, img.affine, undo_shift, f"{given}, the affine", atol=1e-3)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "undo_shift_mixed", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at shifts of mixed signs, with axes that were not shifted at all.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def undo_shift_mixed(rng):
    import tempfile

    for given, voxels in {
        "shifts of both signs": [-2, 1, -3],
        "a shift along the second axis alone": [0, -3, 0],
        "a shift along two axes": [3, 0, -1],
        "an array that was not shifted": [0, 0, 0],
        "a shift by all but one voxel": [5, -6, 0],
    }.items():
        shape = (6, 7, 8)
        img = checks.image(checks.numbers(rng, shape, np.float32), checks.affine(rng, "PIR", 0.3))
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            got = checks.expect_image(undo_shift, img, voxels, given=given)
            values = img.get_fdata()
            a, b, c = (slice(8 + v, 8 + v + n) for v, n in zip(voxels, shape, strict=True))
            want = np.pad(values, 8)[a, b, c]
            wrong = {
                "values that wrap around to the other edge": np.roll(values, [-v for v in voxels], (0, 1, 2)),
                "the shift made once more, and wrapped around,": np.roll(values, voxels, (0, 1, 2)),
            }
            checks.close(got.get_fdata(), want, undo_shift, given, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "undo_shift_header", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at scaled int16 images with their codes: values, dtype, units, affine, numpy integers for the shift, and the input as it was.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def undo_shift_header(rng):
    import tempfile

    for given, code, qform in (
        ("a scaled int16 image with sform and qform", 4, None),
        ("a scaled int16 image with a qform alone", 0, (checks.affine(rng, "LAS", 0.2), 1)),
    ):
        img = checks.image(checks.numbers(rng, (5, 4, 6), np.int16), checks.affine(rng, "RAS", 0.2), code=code, qform=qform)
        img.header.set_slope_inter(0.5, -20)
        with tempfile.TemporaryDirectory() as folder:
            img = checks.from_disk(img, folder)
            voxels = np.array([1, -1, 0])
            got = checks.expect_image(undo_shift, img, voxels, given=given, like=img, unchanged=True)
            want, stored_zero = np.zeros(img.shape), np.full(img.shape, img.dataobj.inter)
            want[:4, 1:] = stored_zero[:4, 1:] = img.get_fdata()[1:, :3]
            wrong = {"a stored 0 where nothing is known, which the intercept makes another value,": stored_zero}
            checks.close(got.get_fdata(), want, undo_shift, given, atol=0.02, mistakes=wrong)
            checks.close(got.affine, img.affine, undo_shift, f"{given}, the affine", atol=1e-3)


### END HIDDEN TESTS

# %% [markdown]
# ## How far apart are two heads?
#
# All the moves so far were given. A registration *finds* the move, by trying: it moves one image,
# measures how badly it fits the other, and looks for the smallest misfit. For two images of the same
# contrast the mean squared difference is a good measure. Here a head has been pushed 5 mm to the
# left, and one slice of it is tried at every millimetre from −8 to 8. (Small teeth in such a curve
# come from interpolation: where voxels fall halfway between voxels, the slice is a little blurred.)

# %%
fixed_plane = axial(t1, 10)
pushed_left = nib.affines.from_matvec(np.eye(3), [-5, 0, 0]) @ t1.affine
tries = np.arange(-8, 9)
misfit = []
for by in tries:
    tried = nib.Nifti1Image(t1.get_fdata(), nib.affines.from_matvec(np.eye(3), [by, 0, 0]) @ pushed_left)
    misfit.append(np.mean((axial(tried, 10) - fixed_plane) ** 2))

figure = plt.figure(figsize=(5, 2.3), dpi=75)
axes = figure.add_axes([0.13, 0.22, 0.85, 0.75])
axes.plot(tries, misfit, "o-", color="black", markersize=4)
axes.set(xlabel="added to the translation along x (mm)", ylabel="mean squared\ndifference", xticks=[-8, -4, 0, 5, 8], yticks=[0])
show(figure, "The mean squared difference against the move that is tried: a valley with its lowest point at 5 mm.")

# %% [markdown]
# ### Optional: align (25 minutes)
#
# Find the move in all three directions. You may search as the plot does, one direction after the
# other and round again, hand the cost to an optimiser, or think of something shorter.

# %% nbgrader={"grade": false, "grade_id": "align", "locked": false, "schema_version": 3, "solution": true, "task": false}
from scipy import ndimage


def align(moving, fixed):
    """Find the move, in whole millimetres, that lays one head on the other.

    Parameters
    ----------
    moving, fixed : nibabel.Nifti1Image, 3D, loaded from files
        The same head with the same contrast, whole and on a dark background in both images; their
        grids may differ. The heads lie at most 8 mm apart along each of x, y and z, and whole
        millimetres.

    Returns
    -------
    (3,) array-like of numbers, mm RAS+
        The vector to add to the translation of the moving image's affine.
    """
    ### BEGIN SOLUTION
    mm = nib.affines.apply_affine(fixed.affine, np.moveaxis(np.indices(fixed.shape), 0, -1))
    target, values = fixed.get_fdata(), moving.get_fdata()
    to_voxel = np.linalg.inv(moving.affine)

    def cost(step):
        ijk = np.moveaxis(nib.affines.apply_affine(to_voxel, mm - step), -1, 0)
        return np.mean((ndimage.map_coordinates(values, ijk, order=1) - target) ** 2)

    best = np.zeros(3)
    for axis in 0, 1, 2, 0, 1, 2:
        tries = [np.where(np.arange(3) == axis, step, best) for step in range(-8, 9)]
        best = min(tries, key=cost)
    return best
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "align_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a ball, and the same ball 3 mm further to the left.
grid = np.moveaxis(np.indices((13, 13, 13)), 0, -1)
ball = np.exp(-np.sum((grid - 6.0) ** 2, axis=-1) / 8).astype(np.float32)
there = nib.Nifti1Image(ball, np.diag([3.0, 3, 3, 1]))
left = nib.Nifti1Image(ball, np.array([[3.0, 0, 0, -3], [0, 3, 0, 0], [0, 0, 3, 0], [0, 0, 0, 1]]))
left, there = (nib.Nifti1Image.from_bytes(each.to_bytes()) for each in (left, there))  # as if from files
step = align(left, there)
assert np.shape(step) == (3,), f"align(left, there): got shape {np.shape(step)}, wanted (3,)"
assert np.allclose(step, [3, 0, 0], atol=0.3), f"align(left, there): got {step}, wanted [3 0 0]"

# %% nbgrader={"grade": true, "grade_id": "align_plain", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false} isocenter={"extra_credit": 3}
# Looks at two images on the same kind of grid, each file with a slope of its own, that lie some millimetres apart along all three axes.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def align_plain(rng):
    import tempfile

    given = "two straight images of one head"
    shape = (15, 14, 13)
    zooms = np.array([3.0, 3.4, 3.8])
    data = checks.blob(shape, (7, 6.5, 6), 1.6) + 0.6 * checks.blob(shape, (8.2, 7.5, 7), 1.1)
    away = rng.permutation([2, -5, 8])
    affine = checks.affine(rng, "RAS", zooms=zooms)
    moved = affine.copy()
    moved[:3, 3] -= away
    with tempfile.TemporaryDirectory() as folder:
        images = []
        for name, grid, slope, intercept in ("moving.nii", moved, 0.5, -1000), ("fixed.nii", affine, -0.25, 0):
            img = checks.image(np.round((900 * data - intercept) / slope).astype(np.int16), grid)
            img.header.set_slope_inter(slope, intercept)
            images.append(checks.from_disk(img, folder, name))
        wrong = {
            "the way from the fixed image to the moving one": -away,
            "a move in voxels": away / zooms,
        }
        checks.expect(align, *images, gives=away, given=given, rtol=0, atol=0.3, mistakes=wrong)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "align_oblique", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false} isocenter={"extra_credit": 3}
# Looks at two images on different grids: another shape, other voxel sizes, oblique, LAS.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def align_oblique(rng):
    import tempfile

    given = "two oblique images of one head on different grids"
    away = rng.permutation([-8, 1, 6])
    middle = rng.uniform(-40, 40, 3)
    with tempfile.TemporaryDirectory() as folder:
        images = []
        for name, axes, shape, zooms, centre in (
            ("moving.nii", "LAS", (16, 15, 17), (3.1, 3.5, 3.0), middle - away),
            ("fixed.nii", "PIR", (17, 16, 14), (3.0, 3.3, 3.6), middle),
        ):
            affine = checks.affine(rng, axes, 0.25, zooms=zooms)
            affine[:3, 3] = middle - affine[:3, :3] @ (np.array(shape) / 2)
            mm = nib.affines.apply_affine(affine, np.moveaxis(np.indices(shape), 0, -1)) - centre
            data = np.exp(-np.sum((mm / [6, 5, 4.5]) ** 2, -1) / 2) + 0.5 * np.exp(-np.sum((mm - [3, 4, -3]) ** 2, -1) / 32)
            images.append(checks.from_disk(checks.image(data.astype(np.float32), affine, code=1), folder, name))
        wrong = {
            "the way from the fixed image to the moving one": -away,
            "the difference of the two translations": images[1].affine[:3, 3] - images[0].affine[:3, 3],
        }
        checks.expect(align, *images, gives=away, given=given, rtol=0, atol=0.3, mistakes=wrong, unchanged=True)


### END HIDDEN TESTS

# %% [markdown]
# ## In your own words

# %% [markdown] nbgrader={"grade": false, "grade_id": "data_times_affine_question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ### Question: data times affine (5 minutes)
#
# Somebody wants to mirror a head and move it by 10 mm, and writes
# `transformed = np.dot(img.get_fdata(), affine)`. Explain in a few sentences why that cannot be
# right: what the numbers in the array are, and what an affine acts on; what `np.dot` does with the
# two, when it fails and what comes out when it doesn't. Then name the two ways in which it can be
# done.
#
# | | What the answer holds |
# |---|---|
# | Full | An affine acts on coordinates, and the array holds intensities; `np.dot` sums over the last axis of the array, so it needs a length of 4 there, and where it has one it mixes slices (or volumes) instead of moving anything; both right ways: compose with the image's own affine, or resample by pulling values through the inverse. |
# | Half | Says that coordinates and intensities were confused, but not what `np.dot` then does, or names only one of the two ways. |
# | None | Says only that the shapes don't fit, or that the order of the factors is wrong. |

# %% [markdown] nbgrader={"grade": true, "grade_id": "data_times_affine", "locked": false, "points": 10, "schema_version": 3, "solution": true, "task": false}
# <!-- BEGIN SOLUTION -->
# An affine is a map of places: it takes a voxel's coordinates $(i, j, k, 1)$ to millimetres. The array
# holds no places. It holds intensities, and the place of each is only its position in the array, so a
# product of the array with an affine multiplies brightness by lengths and angles. `np.dot` knows
# nothing of this: it sums over the last axis of the array and the first of the matrix. For most
# images it fails, because the last axis is not 4 long. Where it is, each slice of the result is a
# weighted sum of the four slices, voxel by voxel: slices are negated and mixed, and every structure
# stays in the row and column where it was. Nothing has moved, and the image's own affine was never used.
#
# What was meant can be done in two ways. Leave the array alone and compose the move with the image's
# own affine, `move @ img.affine`, so that the same numbers lie elsewhere in millimetres. Or keep the
# grid and compute new values: for each voxel of it, go through the inverse of the move to where its
# value comes from, and interpolate there.
# <!-- END SOLUTION -->
