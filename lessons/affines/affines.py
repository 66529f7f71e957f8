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
# # Affines
#
# An image is a box of numbers. Nothing in the box says how large a voxel is, which way the box
# lies in the scanner, or where in it the head is. The *affine* says so: sixteen numbers in four rows
# and four columns. In this notebook you take that matrix apart, put it together again, and use it.
#
# By the end you will be able to
#
# - write the matrices that stretch and turn, and tell whether a matrix is a rotation,
# - say in which order they act, and why that matters,
# - go from a voxel to millimetres and back, and from a voxel of one image to the voxel of another
#   that shows the same place,
# - read an affine's voxel sizes, direction and origin off its numbers,
# - test a piece of code that somebody else has written, so well that a wrong one does not slip
#   through.
#
# **Conventions**, here and in every notebook of the course: voxel coordinates are $(i, j, k)$;
# scanner or template coordinates are $(x, y, z)$ in millimetres, RAS+, so that $x$ grows towards the
# patient's right, $y$ towards the front, $z$ towards the top of the head; angles are in radians;
# a point is a column, and matrices multiply it from the left. Your functions leave what they are
# given as it was.
#
# Plan about 75 minutes, the reading included. Run the next cell first: it finds the course's images.

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
# Here is the affine of one image, the T1-weighted head of the first notebook.

# %%
t1 = nib.load(image_file("normalized_T1_anat_defaced.nii.gz"))
print(t1.affine)

# %% [markdown]
# The last row is always 0 0 0 1; why it is there at all is a story for later in this notebook. The
# last *column* is a place: where, in mm, the centre of voxel (0, 0, 0) lies. And each of the first
# three columns is a *step*: how far, and which way, you move in the head when you go one voxel
# along $i$, along $j$, along $k$.

# %%
for axis, step in zip("ijk", t1.affine[:3, :3].T, strict=True):
    print(f"one voxel along {axis} moves (x, y, z) by", step, "mm")
print("voxel (0, 0, 0) lies at", t1.affine[:3, 3], "mm")

# %% [markdown]
# A step is the same wherever in the box you take it, because a scanner samples on a regular grid.
# That is why one matrix is enough. A map that bends one brain onto another is of a different kind:
# it needs a vector of its own at every voxel.
#
# The three steps are the heart of the matter, so we look at the upper left 3 × 3 block by itself
# first, and let the origin rest until later.
#
# ## Stretching and turning
#
# A matrix can be read without multiplying anything: **its first column is where the step (1, 0, 0)
# goes, its second column where (0, 1, 0) goes, its third where (0, 0, 1) goes.** All other points
# follow, because each is so many steps of the first kind, so many of the second, so many of the
# third.
#
# So to write down a matrix, ask where the three steps go. To stretch the axes by factors $p$, $q$
# and $r$, send $(1, 0, 0)$ to $(p, 0, 0)$, and so on: a diagonal matrix, a *zoom*. To turn, think of
# a plane first. A turn by the angle $\theta$, counter-clockwise, takes the step $(1, 0)$ to
# $(\cos\theta, \sin\theta)$ and the step $(0, 1)$ to $(-\sin\theta, \cos\theta)$. Those are the
# columns:
#
# $$\begin{pmatrix} \cos\theta & -\sin\theta \\ \sin\theta & \cos\theta \end{pmatrix}$$
#
# In the figure, a slice of the head is put through such matrices. The two arrows are their columns.

# %%
from matplotlib.transforms import Affine2D

# The same head, stored so that i, j, k run along x, y, z; for a picture the numbers on disk will do.
head = nib.as_closest_canonical(nib.Nifti1Image(t1.dataobj.get_unscaled(), t1.affine))
axial_slice = np.asarray(head.dataobj[:, :, head.shape[2] // 2])
width, depth = axial_slice.shape * nib.affines.voxel_sizes(head.affine)[:2]


def draw_heads(figure, matrices):
    """Draw the slice once for each 2 × 2 matrix, every point sent where the matrix sends it."""
    axes = figure.add_axes([0, 0, 1, 1])
    for number, (title, matrix) in enumerate(matrices.items()):
        placed = Affine2D().from_values(*matrix.T.ravel(), 330 * number, 0)
        axes.imshow(
            axial_slice.T,
            origin="lower",
            cmap="gray",
            extent=(-width / 2, width / 2, -depth / 2, depth / 2),
            transform=placed + axes.transData,
            interpolation="nearest",
        )
        for column, colour in zip(matrix.T, ("tab:orange", "deepskyblue"), strict=True):
            axes.arrow(330 * number, 0, *(70 * column), color=colour, width=4, head_width=16)
        axes.text(330 * number, 158, title, ha="center", va="center", color="white", fontsize=8)
    axes.set(xlim=(-165, 330 * len(matrices) - 165), ylim=(-140, 175), aspect="equal")
    axes.set_axis_off()
    figure.set_facecolor("black")


stretch = np.diag([1.4, 0.7])
turn = np.array([[np.cos(0.5), -np.sin(0.5)], [np.sin(0.5), np.cos(0.5)]])

figure = plt.figure(figsize=(5.4, 1.72))
draw_heads(figure, {"as it is": np.eye(2), "zoomed by 1.4 and 0.7": stretch, "turned by 0.5 rad": turn})
show(
    figure,
    "An axial slice of a head three times: as it is, wider and shorter, and turned "
    "counter-clockwise. Two arrows from its centre, at right angles, are stretched and turned "
    "with it.",
)

# %% [markdown]
# Angles are in radians, because that is what `np.cos` and `np.sin` take. A quarter turn is $\pi/2$.
# The value 90 would be understood too, as 14 full turns and a bit more, and no error would tell you:

# %%
print("cos of a quarter turn:", np.cos(np.pi / 2).round(6))
print("np.cos(90):           ", np.cos(90).round(6))


# %% [markdown]
# In space a turn is *about an axis*, and the axis stays where it is. What counts as
# counter-clockwise depends on the side you look from, so it has to be agreed on: look from the tip
# of the axis back towards the origin. Seen like that, a positive angle about $x$ takes the second
# axis towards the third, about $y$ the third towards the first, and about $z$ the first towards the
# second: $x \to y \to z \to x$, round and round. (Or lay your right thumb along the axis: the
# fingers curl in the positive direction.) Nothing more is needed to write down all three. Ask, column
# by column, where the step goes, and do not carry the signs over from one axis to another.
#
# ### Exercise: zooms and rotations (8 minutes)
#
# Write the four functions below. Each call makes an array of its own, so that whoever changes one
# does not change the next.

# %% nbgrader={"grade": false, "grade_id": "zooms_and_rotations", "locked": false, "schema_version": 3, "solution": true, "task": false}
def zoom_matrix(p, q, r):
    """Return the matrix that stretches each axis by its own factor.

    Parameters
    ----------
    p, q, r : float
        Factors of the first, second and third axis; one below 0 mirrors it.

    Returns
    -------
    (3, 3) array, a fresh one at each call
    """
    ### BEGIN SOLUTION
    return np.diag([float(p), float(q), float(r)])
    ### END SOLUTION


def rotation_x(gamma):
    """Return the rotation about the first axis.

    Parameters
    ----------
    gamma : float, radians
        Positive turns the second axis towards the third.

    Returns
    -------
    (3, 3) float array, a fresh one at each call
    """
    ### BEGIN SOLUTION
    c, s = np.cos(gamma), np.sin(gamma)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])
    ### END SOLUTION


def rotation_y(phi):
    """Return the rotation about the second axis.

    Parameters
    ----------
    phi : float, radians
        Positive turns the third axis towards the first.

    Returns
    -------
    (3, 3) float array, a fresh one at each call
    """
    ### BEGIN SOLUTION
    c, s = np.cos(phi), np.sin(phi)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
    ### END SOLUTION


def rotation_z(theta):
    """Return the rotation about the third axis.

    Parameters
    ----------
    theta : float, radians
        Positive turns the first axis towards the second.

    Returns
    -------
    (3, 3) float array, a fresh one at each call
    """
    ### BEGIN SOLUTION
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "zooms_and_rotations_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a quarter turn about z takes the first axis to the second.
for name, matrix in {
    "zoom_matrix(2, 3, 4)": zoom_matrix(2, 3, 4),
    "rotation_x(0.5)": rotation_x(0.5),
    "rotation_y(0.5)": rotation_y(0.5),
    "rotation_z(0.5)": rotation_z(0.5),
}.items():
    assert np.shape(matrix) == (3, 3), f"{name}: got shape {np.shape(matrix)}, wanted (3, 3)"
turned = rotation_z(np.pi / 2) @ [1, 0, 0]
assert np.allclose(turned, [0, 1, 0]), f"rotation_z(pi/2) @ [1, 0, 0]: got {turned}, wanted [0 1 0]"

# %% nbgrader={"grade": true, "grade_id": "zooms_and_rotations_zooms", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at zoom_matrix: three different factors, a negative one, fractions, whole numbers; fresh arrays.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def zooms_and_rotations_zooms(rng):
    for given, (p, q, r) in {
        "three different factors": rng.uniform(1.5, 4, 3).tolist(),
        "a negative factor, a whole one and a fraction": (-1, 2, 0.75),
        "whole factors": (5, 3, 7),
    }.items():
        right = np.array([[p, 0, 0], [0, q, 0], [0, 0, r]], dtype=float)
        mistakes = {
            "a matrix of whole numbers, which cuts the decimals off,": np.trunc(right),
            "dividing by the factors": np.diag([1 / p, 1 / q, 1 / r]),
            "factors in the last column": np.eye(3) + np.outer([p, q, r], [0, 0, 1]),
            "one factor for all three axes": p * np.eye(3),
        }
        checks.expect(zoom_matrix, p, q, r, gives=right, given=given, mistakes=mistakes)
    given, mistakes = "factors of a matrix that was changed", {"handing out one array twice": 9 * np.ones((3, 3))}
    first = checks.call(zoom_matrix, p, q, r, given=given)
    if isinstance(first, np.ndarray) and first.flags.writeable:
        first[:] = 9
    checks.expect(zoom_matrix, p, q, r, gives=right, given=given, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "zooms_and_rotations_x_and_z", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at rotation_x and rotation_z: small and large angles, both signs, called in turn; fresh arrays.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def zooms_and_rotations_x_and_z(rng):
    turn = nib.eulerangles.euler2mat
    for angle in 0.3, -1.1, rng.uniform(1.7, 3.0), rng.uniform(-6.0, -4.9), rng.uniform(6.5, 9), 2:
        for function, axis in (rotation_x, "x"), (rotation_z, "z"):
            right = turn(**{axis: angle})
            checks.expect(
                function,
                angle,
                gives=right,
                given="a negative angle" if angle < 0 else "a positive angle",
                mistakes={
                    "turning the other way round": right.T,
                    "taking the angle for degrees": turn(**{axis: np.deg2rad(angle)}),
                    "giving degrees to cos and sin": turn(**{axis: np.rad2deg(angle)}),
                    "swapping cos and sin": turn(**{axis: np.pi / 2 - angle}),
                    "a matrix of whole numbers, which cuts the decimals off,": np.trunc(right),
                    "turning about another axis": turn(**{"zx"[axis == "z"]: angle}),
                },
            )
    for function, axis in (rotation_x, "x"), (rotation_z, "z"):
        given, mistakes = "the angle of a matrix that was changed", {"handing out one array twice": 9 * np.ones((3, 3))}
        first = checks.call(function, angle, given=given)
        if isinstance(first, np.ndarray) and first.flags.writeable:
            first[:] = 9
        checks.expect(function, angle, gives=turn(**{axis: angle}), given=given, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "zooms_and_rotations_y", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at rotation_y: small and large angles, both signs, also after a turn about another axis; fresh arrays.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def zooms_and_rotations_y(rng):
    turn = nib.eulerangles.euler2mat
    for angle in 0.3, -1.1, rng.uniform(1.7, 3.0), rng.uniform(-6.0, -4.9), rng.uniform(6.5, 9), 2:
        given = "a negative angle" if angle < 0 else "a positive angle"
        checks.call(rotation_z, -angle, given=given)  # must leave nothing behind
        checks.expect(
            rotation_y,
            angle,
            gives=turn(y=angle),
            given=given,
            mistakes={
                "turning the other way round, with the signs as about x and z,": turn(y=-angle),
                "taking the angle for degrees": turn(y=np.deg2rad(angle)),
                "giving degrees to cos and sin": turn(y=np.rad2deg(angle)),
                "swapping cos and sin": turn(y=np.pi / 2 - angle),
                "a matrix of whole numbers, which cuts the decimals off,": np.trunc(turn(y=angle)),
            },
        )
    given, mistakes = "the angle of a matrix that was changed", {"handing out one array twice": 9 * np.ones((3, 3))}
    first = checks.call(rotation_y, angle, given=given)
    if isinstance(first, np.ndarray) and first.flags.writeable:
        first[:] = 9
    checks.expect(rotation_y, angle, gives=turn(y=angle), given=given, mistakes=mistakes)


### END HIDDEN TESTS

# %% [markdown]
# ## What makes a matrix a rotation
#
# A turn moves a head without bending or stretching it: lengths stay, right angles stay. In the
# matrix this means that the columns have length 1 and are at right angles to one another. One
# product asks all of that at once, because entry $(a, b)$ of $M^\mathsf{T} M$ is the dot product of
# column $a$ with column $b$: for a matrix that keeps lengths and angles, called *orthogonal*,
#
# $$M^\mathsf{T} M = I.$$
#
# That is not yet a rotation. A mirror keeps lengths and angles too, and it turns a left hand into a
# right one, which no turn can do. The determinant tells: it is $+1$ for a rotation and $-1$ for a
# mirror. And the determinant alone will not do either, for it only measures how a *volume* changes.
# Look at some matrices. (nibabel has a function that makes rotations, too, which these notebooks use in
# their examples: `euler2mat`.)

# %%
shear = np.array([[1, 0.5, 0], [0, 1, 0], [0, 0, 1]])
some_matrices = {
    "a turn about z": nib.eulerangles.euler2mat(z=0.5),
    "a mirror": np.diag([-1.0, 1, 1]),
    "a shear": shear,
    "twice and half": np.diag([2, 0.5, 1]),
}
for words, matrix in some_matrices.items():
    largest = np.abs(matrix.T @ matrix - np.eye(3)).max()
    print(f"{words:15} largest entry of MᵀM - I: {largest:8.1e}   determinant: {np.linalg.det(matrix):+.3f}")

# %% [markdown]
# One more thing about numbers in a computer. The turn in the first row is a perfectly good one, and
# yet the difference need not be exactly 0, because cosines are rounded in the sixteenth decimal. In
# a file they are often kept as `float32`, and then the eighth decimal is already off. Whether two
# *measured* numbers are equal is therefore never asked with `==`, but with a tolerance.

# %%
turn_from_file = nib.eulerangles.euler2mat(x=0.3, y=-1.1).astype(np.float32)
print((turn_from_file.T @ turn_from_file == np.eye(3)).all())
print(np.abs(turn_from_file.T.astype(float) @ turn_from_file - np.eye(3)).max())


# %% [markdown]
# ### Exercise: is it a rotation? (5 minutes)

# %% nbgrader={"grade": false, "grade_id": "is_rotation", "locked": false, "schema_version": 3, "solution": true, "task": false}
def is_rotation(m):
    """Tell whether a matrix is a rotation: orthogonal, with determinant +1.

    Parameters
    ----------
    m : (3, 3) array
        Whole numbers, float32 or float64. A rotation that was rounded is still one: accept it
        where no entry of ``m.T @ m - I`` is larger than 1e-6. Where one is larger than 1e-3, ``m``
        is no rotation; nothing in between is asked.

    Returns
    -------
    bool
    """
    ### BEGIN SOLUTION
    orthogonal = np.abs(m.T @ m - np.eye(3)).max() < 1e-5
    return bool(orthogonal and np.linalg.det(m) > 0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "is_rotation_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# Two worked cases.
got = is_rotation(np.array([[0, -1, 0], [1, 0, 0], [0, 0, 1]]))
assert got in (True, False), f"is_rotation(a quarter turn about z): got {got!r}, wanted True or False"
assert got, f"is_rotation(a quarter turn about z): got {got!r}, wanted True"
got = is_rotation(np.diag([2.0, 2.0, 2.0]))
assert not got, f"is_rotation(a zoom by 2 along every axis): got {got!r}, wanted False"

# %% nbgrader={"grade": true, "grade_id": "is_rotation_plain", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at turns about one axis and about all three, and at zooms and shears, those of det 1 too.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def is_rotation_plain(rng):
    turn = nib.eulerangles.euler2mat(*rng.uniform(0.4, 1.4, 3))
    sheared = np.eye(3)
    sheared[0, 2] = -rng.uniform(0.2, 0.8)
    skewed = turn @ sheared / np.linalg.norm(sheared, axis=0)
    for given, matrix, right in (
        ("a turn about x", nib.eulerangles.euler2mat(x=-1.1), True),
        ("a turn about all three axes", turn, True),
        ("no turn at all", np.eye(3), True),
        ("a half turn, in whole numbers", np.diag([-1, -1, 1]), True),
        ("the axes exchanged in a ring", np.eye(3)[[1, 2, 0]], True),
        ("a zoom", np.diag([1, 1, 1.5]), False),
        ("a zoom that makes smaller", turn @ np.diag([0.8, 1, 1]), False),
        ("a zoom that keeps the volume, then a turn", turn @ np.diag([2, 0.5, 1]), False),
        ("a shear, then a turn", turn @ sheared, False),
        ("columns of length 1 that are not at right angles", skewed, False),
    ):
        mistakes = {
            "looking at the determinant alone": bool(np.isclose(np.linalg.det(matrix), 1)),
            "comparing rounded numbers with ==": bool((matrix.T @ matrix == np.eye(3)).all()),
        }
        checks.expect_same(
            is_rotation, matrix, gives=right, given=given, mistakes=mistakes, unchanged=True
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "is_rotation_mirrors", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at mirrors, and at mirrors followed by turns: lengths and angles stay, hands do not.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def is_rotation_mirrors(rng):
    turn = nib.eulerangles.euler2mat(*rng.uniform(-1.4, -0.4, 3))
    for given, matrix, right in (
        ("a turn", turn, True),
        ("two mirrors, which make a half turn", turn @ np.diag([1.0, -1, -1]), True),
        ("a mirror", np.diag([-1.0, 1, 1]), False),
        ("a mirror, then a turn", turn @ np.diag([1, -1, 1]), False),
        ("a mirror, then a turn, rounded", turn @ np.diag([1, 1, -1]) * (1 - 2e-7), False),
        ("all three axes reversed", -np.eye(3), False),
        ("two axes exchanged", np.eye(3)[[1, 0, 2]], False),
    ):
        mistakes = {"a test that takes a mirror for a turn": True}
        checks.expect_same(is_rotation, matrix, gives=right, given=given, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "is_rotation_rounding", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at turns that were rounded or kept as float32, and at zooms and shears of less than 1 %.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def is_rotation_rounding(rng):
    for _ in range(4):
        turn = nib.eulerangles.euler2mat(*rng.uniform(-3, 3, 3))
        slight = np.eye(3)
        slight[1, 0] = rng.uniform(0.003, 0.008)
        for given, matrix, right in (
            ("a turn in float32", turn.astype(np.float32), True),
            ("a turn rounded to seven decimals", turn.round(7), True),
            ("a shear below 1 %, then a turn", turn @ slight, False),
            ("a zoom by less than 1 %, then a turn", turn @ np.diag([1, 1, 0.996]), False),
        ):
            weakness = "too strict a comparison" if right else "too large a tolerance, or a condition too few,"
            mistakes = {weakness: not right}
            checks.expect_same(is_rotation, matrix, gives=right, given=given, mistakes=mistakes)


### END HIDDEN TESTS

# %% [markdown]
# ## One after the other
#
# Zoom first and turn the result; or turn first and zoom the result. In the formula the matrix that
# acts first stands next to the point, on the right, so that a product is read from right to left:
# $R\,(Z\,p)$ is "zoom, then turn". As a product does not mind where the brackets are, $(R Z)\,p$ is
# the same, and $R Z$ is *one* matrix that does both.

# %%
figure = plt.figure(figsize=(3.7, 1.77))
draw_heads(figure, {"zoom, then turn: R Z": turn @ stretch, "turn, then zoom: Z R": stretch @ turn})
show(
    figure,
    "The same slice twice. Zoomed, then turned, it is wide, and its two arrows are at right "
    "angles. Turned, then zoomed, it is skewed, and the arrows are no longer at right angles.",
)

# %% [markdown]
# The same two matrices, and two different heads. On the left the columns still are at right angles.
# On the right the zoom pulled the turned head along the page, and it is skewed: sheared. Keep the
# picture in mind; the written question at the end comes back to it.
#
# Two traps. First, `*` between two arrays multiplies entry by entry; the product of matrices is
# `@`. Second, some things *do* commute, such as two turns about the same axis, or two zooms. An
# example made of those looks right in either order and so shows nothing.

# %%
about_x, about_z = nib.eulerangles.euler2mat(x=0.3), nib.eulerangles.euler2mat(z=-1.1)
about_z_again = nib.eulerangles.euler2mat(z=0.7)
print("about z and z again, both orders alike:", np.allclose(about_z @ about_z_again, about_z_again @ about_z))
print("about x and z,       both orders alike:", np.allclose(about_x @ about_z, about_z @ about_x))

# %% [markdown]
# So three angles are not yet a rotation: the order in which they act has to be said as well. SciPy
# says it in letters. `Rotation.from_euler("xyz", angles)` turns about axes that stand still, and is
# $R_z R_y R_x$; with capital letters, `"XYZ"`, the axes turn along, and it is $R_x R_y R_z$.
#
# A chain can have any number of links. NumPy has a function for long ones, `np.linalg.multi_dot`,
# but a chain of one link it refuses:

# %%
print("three:", np.linalg.multi_dot([about_z, about_x, about_z]).shape)
try:
    np.linalg.multi_dot([about_z])
except ValueError as problem:
    print("one:", problem)


# %% [markdown]
# ### Exercise: compose (5 minutes)
#
# So that nobody has to read from right to left, write a function that takes the matrices in the
# order in which they act. Scale by $(p, q, r)$, then rotate about the third axis, then about the
# second, would be `compose(scale, about_z, about_y)`.

# %% nbgrader={"grade": false, "grade_id": "compose", "locked": false, "schema_version": 3, "solution": true, "task": false}
def compose(*matrices):
    """Return the one matrix that does what the given ones do, one after the other.

    Parameters
    ----------
    *matrices : (3, 3) arrays, or (4, 4) arrays
        At least one, all of the same shape, in the order in which they are applied to a point.

    Returns
    -------
    array of the same shape
        The given arrays stay as they were.
    """
    ### BEGIN SOLUTION
    result = matrices[0]
    for matrix in matrices[1:]:
        result = matrix @ result
    return result
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "compose_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: the first axis, stretched by 2, then turned to where the second was.
stretch_first = np.diag([2.0, 1.0, 1.0])
quarter_about_z = np.array([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
got = compose(stretch_first, quarter_about_z)
assert np.shape(got) == (3, 3), f"compose of two 3x3 matrices: got shape {np.shape(got)}, wanted (3, 3)"
assert np.allclose(got @ [1, 0, 0], [0, 2, 0]), (
    f"compose(stretch the first axis by 2, quarter turn about z) @ [1, 0, 0]: got {got @ [1, 0, 0]}, wanted [0 2 0]"
)

# %% nbgrader={"grade": true, "grade_id": "compose_order", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at two and at three 3x3 matrices that do not commute: scale, rotate, rotate.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def compose_order(rng):
    p, q, r = rng.permutation([1.5, 2.5, 4.0]) + rng.uniform(0, 0.4, 3)
    scale = np.diag([p, q, r])
    about_z = nib.eulerangles.euler2mat(z=0.3)
    about_y = nib.eulerangles.euler2mat(y=rng.uniform(-1.2, -0.8))
    for given, chain, right in (
        ("a scaling, then a turn", (scale, about_z), about_z @ scale),
        ("a turn, then a scaling", (about_y, scale), scale @ about_y),
        ("a scaling, a turn about z, a turn about y", (scale, about_z, about_y), about_y @ about_z @ scale),
        ("a turn about y, a scaling, a turn about z", (about_y, scale, about_z), about_z @ scale @ about_y),
    ):
        mistakes = {
            "applying the last matrix first": np.linalg.multi_dot(chain),
            "multiplying entry by entry": np.prod(chain, axis=0),
            "applying only the first and the last": chain[-1] @ chain[0],
            "adding the matrices": np.sum(chain, axis=0),
        }
        checks.expect(compose, *chain, gives=right, given=given, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "compose_affines", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at 4x4 matrices: translations, turns and zooms, two, three and four of them.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def compose_affines(rng):
    shift = nib.affines.from_matvec(np.eye(3), rng.uniform(-40, 40, 3))
    turn = nib.affines.from_matvec(nib.eulerangles.euler2mat(x=-1.1), (0, 0, 0))
    oblique = checks.affine(rng, "LAS", turn=0.3)
    permuted = checks.affine(rng, "PIR", turn=0.3)
    for given, chain, right in (
        ("three affines", (oblique, turn, shift), shift @ turn @ oblique),
        ("a translation, then a turn", (shift, turn), turn @ shift),
        ("a turn, then a translation", (turn, shift), shift @ turn),
        ("four affines", (permuted, shift, oblique, turn), turn @ oblique @ shift @ permuted),
    ):
        mistakes = {
            "applying the last matrix first": np.linalg.multi_dot(chain),
            "multiplying entry by entry": np.prod(chain, axis=0),
            "applying only the first and the last": chain[-1] @ chain[0],
            "adding the translations up": nib.affines.from_matvec(right[:3, :3], sum(matrix[:3, 3] for matrix in chain)),
        }
        checks.expect(compose, *chain, gives=right, given=given, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "compose_edges", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at one matrix alone, at five, at whole numbers, and whether the inputs stay as they were.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def compose_edges(rng):
    a, b, c, d, e = rng.uniform(-1, 1, (5, 3, 3)) + 2 * np.eye(3)
    whole = np.array([[0, -1, 0], [1, 0, 0], [0, 0, 1]])
    for given, chain, right in (
        ("five matrices", (a, b, c, d, e), e @ d @ c @ b @ a),
        ("one 3x3 matrix", (a,), a),
        ("one 4x4 matrix", (nib.affines.from_matvec(b, (1, 2, 3)),), nib.affines.from_matvec(b, (1, 2, 3))),
        ("whole numbers, then others", (whole, c), c @ whole),
        ("the same matrix twice, then another", (a, a, b), b @ a @ a),
    ):
        mistakes = {"applying the last matrix first": lambda chain=chain: np.linalg.multi_dot(chain)}
        if len(chain) == 1:
            mistakes = {"starting from nothing": np.eye(len(right))}
        checks.expect(compose, *chain, gives=right, given=given, mistakes=mistakes, unchanged=True)


### END HIDDEN TESTS

# %% [markdown]
# ## A fourth coordinate
#
# No 3 × 3 matrix can move the origin: whatever its entries are, it sends (0, 0, 0) to (0, 0, 0). But
# voxel (0, 0, 0) sits in a corner of the box, and as a rule far from the place that is called
# (0, 0, 0) mm. So a *translation* is needed as well: first the matrix, then add a vector.
#
# $$\begin{pmatrix} x \\ y \\ z \end{pmatrix} = M \begin{pmatrix} i \\ j \\ k \end{pmatrix} + t$$
#
# That works, and it is awkward: a chain of such steps is no longer a product of matrices. The way
# out is to give each point a fourth coordinate, $w = 1$, and to write $M$ and $t$ side by side, above
# the row 0 0 0 1:
#
# $$\begin{pmatrix} x \\ y \\ z \\ 1 \end{pmatrix} =
# \begin{pmatrix} & & & t_1 \\ & M & & t_2 \\ & & & t_3 \\ 0 & 0 & 0 & 1 \end{pmatrix}
# \begin{pmatrix} i \\ j \\ k \\ 1 \end{pmatrix}$$
#
# The fourth column is multiplied by $w = 1$, and so $t$ is added. The last row hands the 1 on, so
# that the next matrix finds it. That is the story of the last row. These are *homogeneous*
# coordinates, and the 4 × 4 matrix is an *affine*.
#
# As an example, take an affine as an EPI scan might have it: voxels of 3 mm, the box tilted by
# 0.3 rad about $x$, voxel (0, 0, 0) behind, below, and to the left of the magnet's centre.

# %%
epi_affine = np.eye(4)
epi_affine[:3, :3] = nib.eulerangles.euler2mat(x=0.3) @ np.diag([3, 3, 3])
epi_affine[:3, 3] = [-78, -76, -64]
print(epi_affine.round(3))

print("the point (26, 30, 16), w = 1:   ", (epi_affine @ [26, 30, 16, 1]).round(3))
print("the step (0, 1, 0), w = 0:       ", (epi_affine @ [0, 1, 0, 0]).round(3))
print("all four numbers doubled, w = 2: ", (epi_affine @ [52, 60, 32, 2]).round(3))

# %% [markdown]
# With $w = 0$ the translation drops out. What is left is not a place but a *direction*: a step of
# one voxel is the same step wherever you take it. With any other $w$ you divide by it at the end:
# (52, 60, 32, 2) is another name of the point (26, 30, 16, 1), and halving the last line gives the
# first. An affine never changes $w$, so you will rarely see another value than 1.
#
# Now a trap that has cost people an evening. Voxels of 2 mm, the first axis towards the left: that
# matrix is quickly written by hand, in whole numbers. Watch the translation.

# %%
written_by_hand = np.diag([-2, 2, 2])
print(nib.affines.from_matvec(written_by_hand, [90.5, -126.25, -72.75]))
print(nib.affines.from_matvec(written_by_hand.astype(float), [90.5, -126.25, -72.75]))


# %% [markdown]
# nibabel's `from_matvec` makes an array of the matrix's own type. That is a type of whole numbers
# here, and what is written into such an array loses its decimals. The whole head has moved by up to a
# millimetre along each axis, and nobody was told.
#
# ### Exercise: to an affine and back (5 minutes)

# %% nbgrader={"grade": false, "grade_id": "to_affine", "locked": false, "schema_version": 3, "solution": true, "task": false}
def to_affine(matrix, translation):
    """Return the affine that multiplies by a matrix and then adds a translation.

    Parameters
    ----------
    matrix : (3, 3) array
        Of whole numbers or floats.
    translation : (3,) array
        Of whole numbers or floats.

    Returns
    -------
    (4, 4) float array
    """
    ### BEGIN SOLUTION
    affine = np.eye(4)
    affine[:3, :3] = matrix
    affine[:3, 3] = translation
    return affine
    ### END SOLUTION


def split_affine(affine):
    """Return the matrix and the translation of an affine.

    Parameters
    ----------
    affine : (4, 4) array

    Returns
    -------
    matrix : (3, 3) array
    translation : (3,) array
    """
    ### BEGIN SOLUTION
    return affine[:3, :3], affine[:3, 3]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "to_affine_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case, there and back.
got = to_affine(np.diag([2.0, 3.0, 4.0]), np.array([10.0, 20.0, 30.0]))
assert np.shape(got) == (4, 4), f"to_affine(diag(2, 3, 4), [10, 20, 30]): got shape {np.shape(got)}, wanted (4, 4)"
assert np.allclose(got @ [1, 1, 1, 1], [12, 23, 34, 1]), (
    f"to_affine(diag(2, 3, 4), [10, 20, 30]) @ [1, 1, 1, 1]: got {got @ [1, 1, 1, 1]}, wanted [12 23 34 1]"
)
got = split_affine(np.diag([2.0, 3.0, 4.0, 1.0]))
assert len(got) == 2, f"split_affine(diag(2, 3, 4, 1)): got {len(got)} things, wanted 2"
assert np.shape(got[0]) == (3, 3), f"split_affine, the matrix: got shape {np.shape(got[0])}, wanted (3, 3)"
assert np.shape(got[1]) == (3,), f"split_affine, the translation: got shape {np.shape(got[1])}, wanted (3,)"

# %% nbgrader={"grade": true, "grade_id": "to_affine_plain", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at to_affine with an oblique matrix and a translation of three different numbers.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def to_affine_plain(rng):
    for axes in "RAS", "LPS", "AIL":
        right = checks.affine(rng, axes, turn=0.3)
        matrix, translation = right[:3, :3].copy(), right[:3, 3].copy()
        bottom, first = np.eye(4), right.copy()
        bottom[:3, :3], bottom[3, :3] = matrix, translation
        first[:3, 3] = matrix @ translation
        checks.expect(
            to_affine,
            matrix,
            translation,
            gives=right,
            given="an oblique matrix and a translation",
            mistakes={
                "putting the translation into the last row": bottom,
                "translating first and multiplying afterwards": first,
                "a transposed matrix": np.block([[matrix.T, right[:3, 3:]], [right[3:]]]),
                "a last row of zeros": right * [[1], [1], [1], [0]],
                "a last row of ones": np.vstack([right[:3], np.ones(4)]),
            },
            unchanged=True,
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "to_affine_whole_numbers", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at a matrix of whole numbers with a translation of others, and at the type of the result.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def to_affine_whole_numbers(rng):
    matrix = np.diag([-2, 3, 4])[[1, 0, 2]]
    whole = np.array([90, -126, -72])
    decimals = whole + np.sign(whole) * rng.uniform(0.2, 0.8, 3)
    for given, m, t in (
        ("a matrix of whole numbers and a translation with decimals", matrix, decimals),
        ("a matrix with decimals and a translation of whole numbers", matrix / 8, whole),
        ("a matrix of small whole numbers", matrix.astype(np.int16), decimals),
        ("whole numbers throughout", matrix, whole),
    ):
        right = nib.affines.from_matvec(m.astype(float), t)
        mistakes = {"an array of whole numbers, which cuts the decimals off,": np.trunc(right)}
        got = checks.expect(
            to_affine, m, t, gives=right, given=given, mistakes=mistakes, unchanged=True
        )
        is_float = np.asarray(got).dtype.kind == "f"
        checks.require(is_float, to_affine, given, "whole numbers came, where floats were wanted")


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "to_affine_split", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at split_affine: oblique affines, their shapes, and whether the affine stays as it was.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def to_affine_split(rng):
    for axes in "RAS", "LAS", "SRP":
        affine = checks.affine(rng, axes, turn=0.3)
        given = "an oblique affine"
        got = checks.call(split_affine, affine, given=given, unchanged=True)
        pair = isinstance(got, tuple | list) and len(got) == 2
        checks.require(pair, split_affine, given, "a matrix and a translation were wanted")
        upper = affine[:3, :3]
        mistakes = {"a transposed matrix": upper.T, "the lower right block": affine[1:, 1:]}
        checks.close(got[0], upper, split_affine, f"{given}, the matrix", mistakes=mistakes)
        mistakes = {
            "the last row": affine[3, :3],
            "the last column with its 1": affine[:, 3],
            "a column of shape (3, 1)": affine[:3, 3:],
        }
        checks.close(
            got[1], affine[:3, 3], split_affine, f"{given}, the translation", mistakes=mistakes
        )


### END HIDDEN TESTS

# %% [markdown]
# ## From voxels to millimetres
#
# One point is easy: put a 1 behind it, multiply. But points come in crowds. By the habit of NumPy a
# crowd of points is an array with one *row* for each, its last axis of length 3, whereas the formula
# wants each point as a *column*. This is where most of the wrong code on this subject is written, so
# look at it slowly.

# %%
step_matrix, origin = epi_affine[:3, :3], epi_affine[:3, 3]
five_points = np.array([[0, 0, 0], [52, 0, 0], [0, 60, 0], [0, 0, 32], [26, 30, 16]])
print("the first one by hand: ", (step_matrix @ five_points[1] + origin).round(2))
try:
    step_matrix @ five_points + origin
except ValueError:
    print("step_matrix @ five_points: refused, a 3 × 3 matrix against five rows")

three_points = five_points[:3]
print("three points, the same formula:")
print((step_matrix @ three_points + origin).round(2))

# %% [markdown]
# Five points are refused. **Three points go through**, because three rows of three numbers look like
# a 3 × 3 matrix, and what comes out is nonsense: the middle row should have been what the first line
# says. Try code on a crowd whose size is neither 3 nor 4. What nibabel has for this does it
# right whatever the shape of the crowd:

# %%
print(nib.affines.apply_affine(epi_affine, five_points).round(2))
for name, where in {"first": (0, 0, 0), "middle": np.array(t1.shape) // 2, "last": np.array(t1.shape) - 1}.items():
    print(f"{name:>6} voxel of the T1 is at", nib.affines.apply_affine(t1.affine, where), "mm")


# %% [markdown]
# ### Exercise: apply an affine (6 minutes)
#
# Write such a function. Whether you do it with a fourth coordinate, or with $M$ and $t$, is up to
# you.

# %% nbgrader={"grade": false, "grade_id": "apply", "locked": false, "schema_version": 3, "solution": true, "task": false}
def apply(affine, points):
    """Return where an affine sends points.

    Parameters
    ----------
    affine : (4, 4) array
        Its last row is 0 0 0 1.
    points : (..., 3) array
        One point in each row of the last axis; whole numbers or floats. Any shape in front of it:
        ``(3,)`` is a single point, ``(0, 3)`` is no point at all, ``(10, 20, 3)`` is a plane of
        points.

    Returns
    -------
    float array of the shape of `points`
        The given arrays stay as they were.
    """
    ### BEGIN SOLUTION
    return points @ affine[:3, :3].T + affine[:3, 3]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "apply_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: two voxels of an image with 2 mm voxels, whose first axis runs to the left.
example_affine = np.array([[-2.0, 0, 0, 90], [0, 2, 0, -126], [0, 0, 2, -72], [0, 0, 0, 1]])
example_voxels = np.array([[0, 0, 0], [45, 63, 36]])
got = apply(example_affine, example_voxels)
assert np.shape(got) == (2, 3), f"apply to 2 points: got shape {np.shape(got)}, wanted (2, 3)"
assert np.allclose(got[0], [90, -126, -72]), f"apply to voxel (0, 0, 0): got {got[0]}, wanted [90 -126 -72]"
assert np.allclose(got[1], [0, 0, 0]), f"apply to voxel (45, 63, 36): got {got[1]}, wanted [0 0 0]"

# %% nbgrader={"grade": true, "grade_id": "apply_plain", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at an image whose box is not tilted, LAS, its voxels not cubes: one point, and several.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def apply_plain(rng):
    affine = checks.affine(rng, "LAS")
    for shape in (7, 3), (3,):
        points = rng.uniform(1, 40, shape)
        steps = points * np.diag(affine)[:3]
        checks.expect(
            apply,
            affine,
            points,
            gives=steps + affine[:3, 3],
            given=f"an untilted LAS image and {'one point' if len(shape) == 1 else 'seven points'}",
            mistakes={
                "leaving the translation out": steps,
                "adding the translation first": (points + affine[:3, 3]) * np.diag(affine)[:3],
                "voxel sizes without their sign": np.abs(np.diag(affine)[:3]) * points + affine[:3, 3],
                "making a crowd of a single point": np.atleast_2d(steps + affine[:3, 3]),
            },
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "apply_oblique", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at tilted boxes whose axes are stored in another order: exactly 3 points, exactly 4, and 5.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def apply_oblique(rng):
    words = {3: "exactly three points", 4: "exactly four points", 5: "five points"}
    for axes in "LAS", "PIR":
        affine = checks.affine(rng, axes, turn=0.3)
        matrix, translation = affine[:3, :3], affine[:3, 3]
        for count in words:
            points = rng.uniform(1, 40, (count, 3))
            rows = np.c_[points, np.ones(count)]
            mistakes = {
                "points @ M, without transposing M,": points @ matrix + translation,
                "leaving the translation out": points @ matrix.T,
                "putting 0 where the fourth coordinate is 1": (rows * [1, 1, 1, 0] @ affine.T)[:, :3],
                "points @ A, without transposing A,": (rows @ affine)[:, :3],
                "the diagonal alone": points * np.diag(matrix) + translation,
                "adding the translation first": (points + translation) @ matrix.T,
            }
            if count == 3:
                mistakes["taking rows of points for columns"] = matrix @ points + translation
            if count == 4:
                mistakes["taking rows of points for columns"] = (affine @ rows)[:, :3]
            given = f"an oblique image and {words[count]}"
            right = np.array([(affine @ row)[:3] for row in rows])
            checks.expect(apply, affine, points, gives=right, given=given, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "apply_shapes", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at other shapes of crowds, no point at all, whole numbers, and inputs left as they were.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def apply_shapes(rng):
    affine = checks.affine(rng, "ASL", turn=0.3)
    for given, points in {
        "a (2, 4, 3) array of points": rng.uniform(-9, 9, (2, 4, 3)),
        "a (3, 3, 3) array of points": rng.uniform(-9, 9, (3, 3, 3)),
        "a (2, 1, 4, 3) array of points": rng.uniform(-9, 9, (2, 1, 4, 3)),
        "a (1, 3) array, one point": rng.uniform(-9, 9, (1, 3)),
        "a (0, 3) array, no point": np.zeros((0, 3)),
        "whole numbers": rng.integers(-9, 9, (6, 3)),
        "one point of whole numbers": rng.integers(1, 9, 3).astype(np.int16),
    }.items():
        right = np.einsum("ab,...b->...a", affine[:3, :3], points) + affine[:3, 3]
        mistakes = {
            "an array of whole numbers, which cuts the decimals off,": np.trunc(right),
            "points @ M, without transposing M,": points @ affine[:3, :3] + affine[:3, 3],
            "making a crowd of a single point" if points.ndim == 1 else "a crowd that was flattened": right.reshape(-1, 3),
            "dropping an axis of length 1": right.squeeze(),
        }
        checks.expect(
            apply, affine, points, gives=right, given=given, mistakes=mistakes, unchanged=True
        )


### END HIDDEN TESTS

# %% [markdown]
# ## And back, and across
#
# A paper says: activity at (−42, −22, 54) mm. Which voxel is that? The way back is the *inverse*
# matrix, `np.linalg.inv(affine)`; $A^{-1} A = I$ undoes each step and the translation. In the space
# of this T1, a template's, the place (0, 0, 0) mm is a landmark deep in the brain, the anterior
# commissure. Its voxel, and that of the activity:

# %%
from_mm = np.linalg.inv(t1.affine)
print("(0, 0, 0) mm is voxel", from_mm @ [0, 0, 0, 1])
print("(-42, -22, 54) mm is voxel", from_mm @ [-42, -22, 54, 1])

# %% [markdown]
# Three more things can be tried and are wrong. Dividing by the voxel sizes forgets the origin and
# the directions. Using $-t$ as the translation of the inverse is wrong because $t$ must be
# taken away *before* the steps are undone, so that the inverse of "$M$, then $t$" is "$-t$, then
# $M^{-1}$". And the transpose undoes a pure rotation, but not a zoom.
#
# A place in mm may fall between the centres of voxels. The voxel that *contains* it is the nearest
# whole number along each axis, for a voxel reaches half a voxel to either side of its centre.
# Turning a float into an `int` cuts it off instead, towards zero:

# %%
for place in 16.67, 3.2, -0.67, -1.6:
    print(f"{place:6}:  int gives {int(place):3}   rounding gives {round(place):3}")

# %% [markdown]
# Look at the third line. −0.67 lies outside the image, in what would be voxel −1, and `int` makes
# it voxel 0: inside, and wrong.
#
# Now put the two halves together. Two images of the same space, an affine $A$ and an affine $B$, and
# a voxel of the first. Go to millimetres with $A$, and back with $B^{-1}$: $B^{-1}A$ leads from the
# voxels of one image straight to the voxels of the other. The next figure does it for a map of the
# amygdalae, two small almond-shaped bodies deep in the temporal lobes, and our T1. Both are in
# the space of the template, each on its own grid. The voxel whose value in the map is largest is
# looked up in the T1. (Both are stored so that $i$ grows to the right and $j$ to the front.)

# %%
amygdalae = nib.as_closest_canonical(nib.load(image_file("FSL_BAmyg_thr0.nii.gz")))
amygdala_values = np.asarray(amygdalae.dataobj)
strongest = np.unravel_index(amygdala_values.argmax(), amygdala_values.shape)
head_from_amygdalae = np.linalg.inv(head.affine) @ amygdalae.affine
in_head = (head_from_amygdalae @ [*strongest, 1])[:3]

figure = plt.figure(figsize=(4.4, 2.3))
for number, (name, plane, voxel) in enumerate(
    (
        ("amygdala map", amygdala_values[:, :, strongest[2]], strongest),
        ("T1", np.asarray(head.dataobj[:, :, round(in_head[2])]), in_head),
    )
):
    axes = figure.add_axes([0.5 * number, 0, 0.49, 0.9])
    axes.imshow(plane.T, origin="lower", cmap="gray", interpolation="nearest")
    axes.plot(*voxel[:2], "+", color="tab:orange", markersize=14, markeredgewidth=2)
    axes.set_axis_off()
    numbers_of_voxel = ", ".join(str(round(index)) for index in voxel)
    figure.text(0.5 * number + 0.25, 0.93, f"{name}: voxel ({numbers_of_voxel})", ha="center", fontsize=8)
show(
    figure,
    "Left, an axial slice of a map with two small bright bodies, a cross on one of them. Right, an "
    "axial slice of the head, a cross at the same place, deep in the temporal lobe. The numbers of "
    "the voxel in the two titles differ.",
)


# %% [markdown]
# One place, two triples of numbers. (Had one of the two been in the scanner's space and the
# other in the template's, the arithmetic would have gone through all the same, and the cross would
# be somewhere in the head, or next to it. An affine says *where*; whether two images mean the
# same *where* is yours to know.)
#
# ### Exercise: millimetres to voxels (8 minutes)

# %% nbgrader={"grade": false, "grade_id": "mm_to_voxel", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mm_to_voxel(affine, points):
    """Return the voxel coordinates of places in mm.

    Parameters
    ----------
    affine : (4, 4) array, voxel to mm
    points : (..., 3) array, mm
        One place in each row of the last axis, any shape in front of it, as in `apply`.

    Returns
    -------
    float array of the shape of `points`, voxels, not rounded
        The given arrays stay as they were.
    """
    ### BEGIN SOLUTION
    inverse = np.linalg.inv(affine)
    return points @ inverse[:3, :3].T + inverse[:3, 3]
    ### END SOLUTION


def same_place(affine_a, ijk, affine_b):
    """Return the voxel of image B that contains the centre of a voxel of image A.

    Parameters
    ----------
    affine_a, affine_b : (4, 4) array, voxel to mm
        Both lead to the same space.
    ijk : (3,) array of int
        Voxel of A.

    Returns
    -------
    three int
        A tuple, a list or an array with which another array can be indexed. The place may lie
        outside of B: then some are negative, or larger than B is. It never lies exactly half way
        between two voxels.
    """
    ### BEGIN SOLUTION
    b_from_a = np.linalg.inv(affine_b) @ affine_a
    i, j, k, _ = np.rint(b_from_a @ [*ijk, 1]).astype(int)
    return i, j, k
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "mm_to_voxel_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: an image with 2 mm voxels, whose first axis runs to the left, and one with 4 mm.
example_fine = np.array([[-2.0, 0, 0, 90], [0, 2, 0, -126], [0, 0, 2, -72], [0, 0, 0, 1]])
example_coarse = np.array([[4.0, 0, 0, -80], [0, 4, 0, -100], [0, 0, 4, -60], [0, 0, 0, 1]])
got = mm_to_voxel(example_fine, np.array([[90.0, -126, -72], [1, 0, 0]]))
assert np.shape(got) == (2, 3), f"mm_to_voxel of 2 places: got shape {np.shape(got)}, wanted (2, 3)"
assert np.allclose(got[0], [0, 0, 0]), f"mm_to_voxel of (90, -126, -72) mm: got {got[0]}, wanted [0 0 0]"
assert np.allclose(got[1], [44.5, 63, 36]), f"mm_to_voxel of (1, 0, 0) mm: got {got[1]}, wanted [44.5 63 36]"
got = same_place(example_fine, np.array([45, 63, 36]), example_coarse)
assert np.shape(got) == (3,), f"same_place: got shape {np.shape(got)}, wanted three numbers"
assert tuple(got) == (20, 25, 15), f"same_place of voxel (45, 63, 36), at 0 mm: got {got}, wanted (20, 25, 15)"

# %% nbgrader={"grade": true, "grade_id": "mm_to_voxel_plain", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at mm_to_voxel: an untilted LAS image, its voxels not cubes; one place, several, none.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def mm_to_voxel_plain(rng):
    affine = checks.affine(rng, "LAS")
    steps, origin = np.diag(affine)[:3], affine[:3, 3]
    for given, mm in {
        "one place": rng.uniform(-60, 60, 3),
        "six places": rng.uniform(-60, 60, (6, 3)),
        "no place": np.zeros((0, 3)),
        "places in whole numbers of mm": rng.integers(-60, 60, (4, 3)),
    }.items():
        voxels = (mm - origin) / steps
        mistakes = {
            "the way from voxels to mm": mm * steps + origin,
            "dividing by the voxel sizes and forgetting the origin": mm / steps,
            "voxel sizes without their sign": (mm - origin) / np.abs(steps),
            "undoing the steps before the translation": mm / steps - origin,
            "rounding": np.rint(voxels),
            "cutting the decimals off": np.trunc(voxels),
        }
        given = f"an untilted LAS image and {given}"
        checks.expect(
            mm_to_voxel, affine, mm, gives=voxels, given=given, mistakes=mistakes, unchanged=True
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "mm_to_voxel_oblique", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at mm_to_voxel: tilted boxes, axes in another order; 3, 4 and 5 places, and a plane of them.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def mm_to_voxel_oblique(rng):
    for axes in "LAS", "SLP":
        affine = checks.affine(rng, axes, turn=0.3)
        matrix, origin = affine[:3, :3], affine[:3, 3]
        inverse = np.linalg.inv(matrix)
        for shape in (3, 3), (4, 3), (5, 3), (2, 4, 3), (3,):
            voxels = rng.uniform(-9, 40, shape)
            mm = nib.affines.apply_affine(affine, voxels)
            mistakes = {
                "the way from voxels to mm": nib.affines.apply_affine(affine, mm),
                "undoing the steps before the translation": mm @ inverse.T - origin,
                "the transpose in place of the inverse": (mm - origin) @ matrix,
                "points @ inverse, without transposing it,": (mm - origin) @ inverse,
                "dividing by the diagonal": (mm - origin) / np.diag(matrix),
                "forgetting the origin": mm @ inverse.T,
            }
            if shape == (3, 3):
                mistakes["taking rows of points for columns"] = inverse @ (mm - origin)
            given = f"an oblique image and places in an array of shape {shape}"
            checks.expect(mm_to_voxel, affine, mm, gives=voxels, given=given, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "mm_to_voxel_same_place", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at same_place: two oblique images; places inside of B and outside of it; whole numbers.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def mm_to_voxel_same_place(rng):
    ijk, linear, given = np.array([11, 4, 17]), nib.affines.apply_affine, "two oblique images"
    for words, voxel in {"inside": (4, 9, 6), "outside": (-1, 40, -3), "before B": (-2, -1, 3)}.items():
        a, b = checks.affine(rng, "LPS", turn=0.3), checks.affine(rng, "ARI", turn=0.3)
        exact = np.array(voxel) + rng.permutation([-0.35, 0.3, 0.2]) * rng.choice([-1, 1], 3)
        exact[0] = voxel[0] - 0.35 * np.sign(voxel[0])  # cut off, this one gives another voxel
        b[:3, 3] += linear(a, ijk) - linear(b, exact)  # so that the centre of ijk lies there
        mistakes = {
            "rounding down, or cutting the decimals off,": np.floor(exact),
            "cutting the decimals off": np.trunc(exact),
            "rounding up": np.ceil(exact),
            "not rounding": exact,
            "staying in mm": np.rint(linear(a, ijk)),
            "A @ inverse of B": np.rint(linear(a @ np.linalg.inv(b), ijk)),
            "the way from B to A": np.rint(linear(np.linalg.inv(a) @ b, ijk)),
            "a place outside that was pushed inside": np.maximum(voxel, 0),
        }
        got = checks.expect(
            same_place, a, ijk, b, gives=voxel, given=f"{given}, {words}", mistakes=mistakes, unchanged=True
        )
        kind = np.asarray(got).dtype.kind
        checks.require(kind in "iu", same_place, given, "whole numbers of another type than int came")


### END HIDDEN TESTS

# %% [markdown]
# ## Taking an affine apart
#
# You have built `epi_affine` from its parts: voxels of 3 mm, a tilt of 0.3 rad, an origin. Given the
# sixteen numbers alone, can you find the parts again? In one go they are
#
# $$A = \begin{pmatrix} R\,Z & t \\ 0\;0\;0 & 1 \end{pmatrix},$$
#
# $Z$ diagonal, the voxel sizes or *zooms*; $R$ orthogonal, where the voxel axes point. It helps to
# look at the columns again. A column of $R$ has length 1. Multiplying from the right by $Z$ stretches
# each column by its own zoom. So what is the length of a column of $R Z$?
#
# One of the things that it is *not* is a number on the diagonal:

# %%
tilted_affine = np.eye(4)
tilted_affine[:3, :3] = nib.eulerangles.euler2mat(x=0.3) @ np.diag([2, 3, 4])
print("built with zooms 2, 3, 4 mm; on the diagonal:", np.diag(tilted_affine)[:3].round(3))


# %% [markdown]
# Two remarks. If the voxel axes are left-handed, as in an image stored LAS, no rotation can produce
# them, and the determinant of $R$ is $-1$: a turn and a mirror. That is ordinary, and no error.
#
# And not every affine can be taken apart like this. Turn first and zoom then, as on the right of the
# second figure, and the columns are no longer at right angles: the voxels are skewed boxes. An MR
# scanner does not measure such images, but the affine that fits one brain onto another usually has
# some *shear* in it. Asked for a rotation, the honest answer is then that there is none. (A header's
# qform stores these parts, an origin, a rotation, three zooms and a sign for the mirror, and so it
# cannot hold a shear. The sform, twelve free numbers, can.)
#
# ### Exercise: take an affine apart (7 minutes)

# %% nbgrader={"grade": false, "grade_id": "take_apart", "locked": false, "schema_version": 3, "solution": true, "task": false}
def take_apart(affine):
    """Return translation, direction and voxel sizes of an affine.

    Parameters
    ----------
    affine : (4, 4) array, voxel to mm
        Its numbers may have been rounded to float32 once.

    Returns
    -------
    translation : (3,) array, mm
    rotation : (3, 3) array
        Orthogonal: no entry of ``rotation.T @ rotation - I`` is larger than 1e-5. Its determinant
        is -1 where the voxel axes are left-handed.
    zooms : (3,) array, mm
        All above 0, so that ``affine[:3, :3]`` is ``rotation @ np.diag(zooms)``.

    Raises
    ------
    ValueError
        Where the voxel axes are not at right angles: the affine has shear. That is so when columns
        of length 1 in the directions of the voxel axes make an entry of ``rotation.T @ rotation -
        I`` larger than 1e-3. Rounding makes entries below 1e-6; nothing in between is asked.
    """
    ### BEGIN SOLUTION
    matrix, translation = affine[:3, :3], affine[:3, 3]
    zooms = np.linalg.norm(matrix, axis=0)
    rotation = matrix / zooms
    if np.abs(rotation.T @ rotation - np.eye(3)).max() > 1e-4:
        raise ValueError("the affine has shear: its voxel axes are not at right angles")
    return translation, rotation, zooms
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "take_apart_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: zooms 2, 3, 4, a quarter turn about z, and an origin.
example_parts = np.array([[0.0, -3, 0, 10], [2, 0, 0, 20], [0, 0, 4, 30], [0, 0, 0, 1]])
got = take_apart(example_parts)
assert len(got) == 3, f"take_apart: got {len(got)} things, wanted 3: translation, rotation, zooms"
assert [np.shape(part) for part in got] == [(3,), (3, 3), (3,)], (
    f"take_apart: got shapes {[np.shape(part) for part in got]}, wanted [(3,), (3, 3), (3,)]"
)
assert np.allclose(got[0], [10, 20, 30]), f"take_apart, translation: got {got[0]}, wanted [10 20 30]"
assert np.allclose(got[2], [2, 3, 4]), f"take_apart, zooms: got {got[2]}, wanted [2 3 4]"
assert np.allclose(got[1] @ [1, 0, 0], [0, 1, 0]), (
    f"take_apart, rotation @ [1, 0, 0]: got {got[1] @ [1, 0, 0]}, wanted [0 1 0]"
)

# %% nbgrader={"grade": true, "grade_id": "take_apart_plain", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Looks at boxes that are not tilted, stored RAS and LAS, their voxels not cubes.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def take_apart_plain(rng):
    for axes in "RAS", "LAS":
        affine, given = checks.affine(rng, axes), f"an untilted {axes} image"
        got = checks.call(take_apart, affine, given=given, unchanged=True)
        three = isinstance(got, tuple | list) and len(got) == 3
        checks.require(three, take_apart, given, "translation, rotation and zooms were wanted")
        sizes = np.abs(np.diag(affine)[:3])
        wrong = {"zooms with a sign": np.diag(affine)[:3]}
        checks.close(got[0], affine[:3, 3], take_apart, f"{given}, the translation", atol=1e-5)
        checks.close(got[2], sizes, take_apart, f"{given}, the zooms", atol=1e-5, mistakes=wrong)
        wrong = {"a rotation that hides the mirror": np.eye(3), "the zooms left in": affine[:3, :3]}
        checks.close(
            got[1], affine[:3, :3] / sizes, take_apart, f"{given}, the rotation", atol=1e-5, mistakes=wrong
        )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "take_apart_oblique", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at tilted boxes, right- and left-handed, some with their axes stored in another order.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def take_apart_oblique(rng):
    for axes in "LAS", "RAS", "PIR", "SAL":
        affine, given = checks.affine(rng, axes, turn=0.3), f"an oblique {axes} image"
        got = checks.call(take_apart, affine, given=given, unchanged=True)
        three = isinstance(got, tuple | list) and len(got) == 3
        checks.require(three, take_apart, given, "translation, rotation and zooms were wanted")
        matrix = affine[:3, :3]
        sizes, rows = np.linalg.norm(matrix, axis=0), np.linalg.norm(matrix, axis=1)
        wrong = {
            "the diagonal": np.diag(matrix),
            "the diagonal without signs": np.abs(np.diag(matrix)),
            "the lengths of the rows": rows,
            "squared lengths": sizes**2,
            "lengths in falling order, as a singular value decomposition has them,": np.sort(sizes)[::-1],
        }
        checks.close(got[2], sizes, take_apart, f"{given}, the zooms", atol=1e-5, mistakes=wrong)
        wrong = {
            "dividing the rows": matrix / sizes[:, None],
            "a transposed rotation": (matrix / sizes).T,
            "the zooms left in": matrix,
            "a sign changed to make the determinant positive": -matrix / sizes,
        }
        checks.close(got[1], matrix / sizes, take_apart, f"{given}, the rotation", atol=1e-5, mistakes=wrong)
        checks.close(got[0], affine[:3, 3], take_apart, f"{given}, the translation", atol=1e-5)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "take_apart_shear", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at affines with shear, large and slight, which raise, and at float32 rounding, which does not.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def take_apart_shear(rng):
    for axes, sign in ("LAS", 1), ("IPR", -1), ("RSA", 1):
        straight = checks.affine(rng, axes, turn=0.3)
        given = "an affine that was rounded to float32"
        rounded = straight.astype(np.float32).astype(float)
        got = checks.call(take_apart, rounded, given=given, unchanged=True)
        three = isinstance(got, tuple | list) and len(got) == 3
        checks.require(three, take_apart, given, "translation, rotation and zooms were wanted")
        sizes = np.linalg.norm(rounded[:3, :3], axis=0)
        checks.close(got[2], sizes, take_apart, f"{given}, the zooms", atol=1e-5)
        checks.close(got[1], rounded[:3, :3] / sizes, take_apart, f"{given}, the rotation", atol=1e-5)
        shear, zoom = np.eye(4), np.diag([2, 3, 4.5, 1])
        shear[tuple(rng.permutation(3)[:2])] = sign
        slight = np.eye(4) + 0.006 * (shear - np.eye(4))
        for words, sheared in {
            "an affine that turns first and zooms then": zoom @ straight,
            "an affine with a large shear": straight @ shear,
            "an affine with a slight shear": straight / [*sizes, 1] @ slight @ zoom,
        }.items():
            hint = "look at the angles between the columns"
            checks.expect_error(take_apart, sheared, raises=ValueError, given=words, hint=hint)
        for a, b in (0, 1), (0, 2), (1, 2):
            slanted = np.eye(4)
            slanted[a, b] = 0.003 * sign
            small = straight / [*(2 * sizes), 1] @ slanted  # voxels of half a millimetre
            given = f"voxels of half a mm with a slight shear between axes {a} and {b}"
            hint = "look at the directions of the columns, in all three pairs"
            checks.expect_error(take_apart, small, raises=ValueError, given=given, hint=hint)


### END HIDDEN TESTS

# %% [markdown]
# ## Testing code that you have not written
#
# Until now we tested your functions. Now you test somebody else's: is what they call `rotation_x`
# the rotation about the first axis? You cannot see their code. You can call it and look at what
# comes back.
#
# Here is a test that sounds sensible. A rotation keeps lengths and angles, and its determinant is
# $+1$; and two turns one after the other are one turn by the sum of the angles. Three good laws.
# Below are four candidates, one of which is right. What does the test say?

# %%
def sounds_sensible(candidate):
    """Test a candidate by three laws that every rotation obeys."""
    m = candidate(0.3)
    keeps_lengths = np.allclose(m.T @ m, np.eye(3))
    keeps_hands = np.isclose(np.linalg.det(m), 1)
    adds_up = np.allclose(candidate(0.3) @ candidate(0.4), candidate(0.7))
    return bool(keeps_lengths and keeps_hands and adds_up)


candidates = {
    "the right one": lambda angle: nib.eulerangles.euler2mat(x=angle),
    "turns the other way": lambda angle: nib.eulerangles.euler2mat(x=-angle),
    "takes the angle for degrees": lambda angle: nib.eulerangles.euler2mat(x=np.deg2rad(angle)),
    "turns about z": lambda angle: nib.eulerangles.euler2mat(z=angle),
}
for words, candidate in candidates.items():
    print(f"{words:28} accepted: {sounds_sensible(candidate)}")

# %% [markdown]
# All four. The laws are true, and they are true of too much: everything that turns, whichever way,
# about whichever axis, by however much, obeys them. At some point a test has to know **what the
# answer should be**: which numbers, or where a certain point must go. And that knowledge must not come
# from the code that is being tested, nor from a function that may share its mistake.
#
# The second question is **where to look**. A wrong function need not be wrong everywhere. Somebody
# has saved a sine and written $\sqrt{1 - \cos^2\gamma}$ in its place. Here are both, and the angles
# at which a hurried person would look.

# %%
angles = np.linspace(-2 * np.pi, 2 * np.pi, 400)
tried = np.array([0, 0.3, np.pi / 2, np.pi])
figure = plt.figure(figsize=(5, 2))
axes = figure.add_axes([0.07, 0.23, 0.92, 0.75])
axes.plot(angles, np.sqrt(1 - np.cos(angles) ** 2), color="tab:orange")
axes.plot(angles, np.sin(angles), color="tab:blue", linestyle="--")
axes.plot(tried, np.sin(tried), "ko")
axes.text(-1.5, 1.12, "√(1 − cos²γ)", color="tab:orange", ha="center")
axes.text(-1.5, -0.75, "sin γ", color="tab:blue", ha="center")
axes.text(1.57, -0.35, "angles tried", ha="center")
axes.set(xlabel="γ (rad)", xticks=[-6, -3, 0, 3, 6], yticks=[-1, 1], ylim=(-1.15, 1.4))
show(
    figure,
    "Two curves over angles from minus two pi to two pi. They agree where the sine is positive, and "
    "are mirror images where it is negative. All four angles that were tried lie where they agree.",
)

# %% [markdown]
# A row of round angles, 0, π/2, π, is the most popular choice of all and the poorest: there the sine
# and the cosine are 0, 1 or −1, and many mistakes happen to come out right. Think about signs, about
# angles beyond half a turn, and about how far apart two neighbouring angles may lie if a stretch in
# which the function is wrong must not fit between them.
#
# The third question is **what may come back**. Code that is wrong may raise an exception, return
# nothing, return something of the wrong shape, or numbers that are none (`nan`); and a test that
# itself falls over has not given a verdict. Be careful with comparisons here. NumPy stretches shapes
# until they fit, and any comparison with `nan` is false, also "is the difference too large?":

# %%
one_too_many = np.eye(3)[np.newaxis]
print(one_too_many.shape, "is close to a matrix of shape (3, 3):", np.allclose(one_too_many, np.eye(3)))
print("the difference from nan is too large:", abs(np.nan - 1) > 1e-5)
print("the difference from nan is small:    ", abs(np.nan - 1) <= 1e-5)


# %% [markdown]
# And the fourth: **what is right must pass.** A test that turns away good work, because it came as a
# list, or in `float32`, or with a −0.0 in it, is as wrong as one that lets bad work in. Nobody would
# trust it, and soon nobody would run it.
#
# ### Exercise: a test for rotation_x (12 minutes)
#
# Write the test. We run it on right candidates and on wrong ones, some crude and some subtle. The
# points for catching wrong ones are given only if all right ones pass. Try it on candidates of your
# own; inventing a wrong one that your test accepts is the best way to a better test.

# %% nbgrader={"grade": false, "grade_id": "is_rotation_x", "locked": false, "schema_version": 3, "solution": true, "task": false}
def is_rotation_x(candidate):
    """Tell whether a function returns the rotation about the first axis.

    Parameters
    ----------
    candidate : function
        Takes an angle, a Python float in radians, from -2π to 2π and none beyond. Should return the
        3 × 3 rotation that turns the second axis towards the third where the angle is positive, as
        an array or a list of rows, of any type of real number.

    Returns
    -------
    bool
        True where the candidate is right: every entry, at every angle, within 1e-5.
        False where it is wrong: over at least one stretch of angles, 0.3 rad wide or wider, it
        returns a matrix with an entry that is off by more than 0.01, returns anything that is not
        3 × 3 real numbers, or raises an exception (which is not passed on). Nothing in between is
        asked, nor about complex numbers, nor about numbers in quotes.
    """
    ### BEGIN SOLUTION
    for angle in np.linspace(-2 * np.pi, 2 * np.pi, 50).tolist():
        c, s = np.cos(angle), np.sin(angle)
        expected = [[1, 0, 0], [0, c, -s], [0, s, c]]
        try:
            got = np.asarray(candidate(angle), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or not np.abs(got - expected).max() < 2e-5:
            return False
    return True
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "is_rotation_x_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# Two worked cases: a right candidate, and one that never turns anything.
got = is_rotation_x(lambda angle: nib.eulerangles.euler2mat(x=angle))
assert got in (True, False), f"is_rotation_x(a right candidate): got {got!r}, wanted True or False"
assert got, f"is_rotation_x(a right candidate): got {got!r}, wanted True"
got = is_rotation_x(lambda angle: np.eye(3))
assert not got, f"is_rotation_x(a candidate that never turns anything): got {got!r}, wanted False"

# %% nbgrader={"grade": true, "grade_id": "is_rotation_x_right", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at right candidates: they return arrays, lists, float32, slightly rounded numbers, -0.0; one stops beyond 2π.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def is_rotation_x_right(rng):
    turn = nib.eulerangles.euler2mat
    right = checks.variants(lambda a: turn(x=a), off=9e-6)
    right["an array up to 2π and stops beyond"] = lambda a: turn(x=a if abs(a) < 6.284 else 1 / 0)
    for words, candidate in right.items():
        given = f"a right candidate that returns {words}"
        why = "a test of angles that nobody promised" if "beyond" in words else "a test that turns good work away"
        mistakes = {why: False}
        checks.expect_same(is_rotation_x, candidate, gives=True, given=given, mistakes=mistakes)
    given = "a candidate that returns zeros"
    mistakes = {"a test that lets everything pass": True}
    checks.expect_same(
        is_rotation_x, lambda angle: np.zeros((3, 3)), gives=False, given=given, mistakes=mistakes
    )


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "is_rotation_x_crude", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# Looks at candidates that are wrong at nearly every angle. Counts only if all right ones pass.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def is_rotation_x_crude(rng):
    turn = nib.eulerangles.euler2mat
    right = checks.variants(lambda a: turn(x=a), off=9e-6)
    right["an array up to 2π and stops beyond"] = lambda a: turn(x=a if abs(a) < 6.284 else 1 / 0)
    for words, candidate in right.items():
        given = f"a right candidate that returns {words}"
        checks.expect_same(is_rotation_x, candidate, gives=True, given=given)
    laws, zero = "a test of laws that hold for all rotations", "a test that tries the angle 0 alone"
    few, shape = "a test of too few angles, or of too few entries,", "a test that does not ask for the shape"
    for words, wrong, weakness in (
        ("turns the other way", lambda a: turn(x=-a), laws),
        ("takes the angle for degrees", lambda a: turn(x=np.deg2rad(a)), laws),
        ("gives degrees to cos and sin", lambda a: turn(x=np.rad2deg(a)), laws),
        ("turns about y", lambda a: turn(y=a), laws),
        ("turns about z", lambda a: turn(z=a), laws),
        ("turns about x, y and z", lambda a: turn(a, a, a), laws),
        ("never turns", lambda a: np.eye(3), zero),
        ("swaps cos and sin", lambda a: turn(x=np.pi / 2 - a), few),
        ("cuts off decimals", lambda a: turn(x=a).astype(int), few),
        ("mirrors the third axis", lambda a: turn(x=a) * [1, 1, -1], few),
        ("returns a 4x4 matrix", lambda a: np.pad(turn(x=a), (0, 1)), shape),
        ("returns one number", lambda a: 1.0, shape),
        ("returns nothing", lambda a: None, shape),
        ("returns words", lambda a: [["right"] * 3] * 3, "a test that does not ask for numbers"),
        ("raises an exception", lambda a: 1 / 0, "a test that passes over exceptions"),
    ):
        given, mistakes = f"a candidate that {words}", {weakness: True}
        checks.expect_same(is_rotation_x, wrong, gives=False, given=given, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "is_rotation_x_subtle", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
# Looks at candidates wrong in one entry, or at some angles only. Counts only if all right ones pass.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def is_rotation_x_subtle(rng):
    def turn(angle):
        return nib.eulerangles.euler2mat(x=angle)

    def too_far(low):
        start = low + rng.uniform(0, 2.7)
        return lambda a: turn(a + 0.1 * (start < a < start + 0.33))

    right = checks.variants(turn, off=9e-6)
    right["an array up to 2π and stops beyond"] = lambda a: turn(a if abs(a) < 6.284 else 1 / 0)
    for words, candidate in right.items():
        given = f"a right candidate that returns {words}"
        checks.expect_same(is_rotation_x, candidate, gives=True, given=given)
    tried = [-2 * np.pi, 2 * np.pi]

    def watched(angle):
        tried.append(angle)
        return turn(angle)

    checks.expect_same(is_rotation_x, watched, gives=True, given="a right candidate")
    tried = np.unique(np.clip(tried, -2 * np.pi, 2 * np.pi))
    widest = np.diff(tried).argmax()
    low, high = tried[widest : widest + 2] if np.diff(tried).max() > 0.301 else (0, 0.301)
    some, sparse = "a look at some of the nine entries", "a test whose angles lie too far apart"
    for words, wrong, weakness in (
        ("takes sqrt(1 - cos²) for sin", lambda a: turn(np.arccos(np.cos(a))), "a test of no angle whose sine is negative"),
        ("leaves out the angle's sign", lambda a: turn(abs(a)), "a test of no negative angle"),
        ("stops at half a turn", lambda a: turn(np.clip(a, -np.pi, np.pi)), "a test of no angle beyond half a turn"),
        ("is right up to 1 rad", lambda a: turn(a if abs(a) < 1 else 1.1 * a), "a test of small angles alone"),
        ("is right at eighths of a turn", lambda a: turn(round(a * 4 / np.pi) * np.pi / 4), "a test of round angles alone"),
        ("mirrors the first axis", lambda a: turn(a) * [-1, 1, 1], some),
        ("returns nan for negative angles", lambda a: turn(a) * (1 if a >= 0 else np.nan), "a comparison that nan slips through"),
        ("returns an axis too many", lambda a: turn(a)[np.newaxis], "a comparison that stretches shapes until they fit"),
        ("raises an exception beyond half a turn", lambda a: turn(a if abs(a) < 3.2 else 1 / 0), "a test that passes over exceptions"),
        ("is wrong where no angle was tried", lambda a: None if low < a < high else turn(a), sparse),
        *(("turns too far at some angles", too_far(begin), sparse) for begin in (-6.2, -3.1, 0, 3.1)),
        *(("is off by 0.1 in one entry", lambda a, off=off: turn(a) + off, some) for off in 0.1 * np.eye(9).reshape(9, 3, 3)),
        ("is off by 0.02 in one entry", lambda a: turn(a) + np.outer([0, 0, 0.02], [1, 0, 0]), "too large a tolerance"),
    ):
        given, mistakes = f"a candidate that {words}", {weakness: True}
        checks.expect_same(is_rotation_x, wrong, gives=False, given=given, mistakes=mistakes)


### END HIDDEN TESTS

# %% [markdown]
# ### Optional: the other convention (5 minutes)
#
# Not everybody counts as NIfTI does. In DICOM, in ITK, and in what is built on ITK (ANTs, elastix,
# SimpleITK), $x$ grows towards the patient's *left* and $y$ towards the *back*: LPS+, where NIfTI,
# nibabel and nilearn have RAS+. The places are the same, the numbers are not, and a table of
# coordinates rarely says which it holds.

# %% nbgrader={"grade": false, "grade_id": "lps_to_ras", "locked": false, "schema_version": 3, "solution": true, "task": false}
def lps_to_ras(points):
    """Return places given in LPS+ mm in RAS+ mm.

    Parameters
    ----------
    points : (..., 3) array, mm LPS+
        One place in each row of the last axis, any shape in front of it: ``(3,)`` is one place,
        ``(0, 3)`` is none.

    Returns
    -------
    array of the shape of `points`, mm RAS+
        The given array stays as it was.
    """
    ### BEGIN SOLUTION
    return points * [-1, -1, 1]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "lps_to_ras_example", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# One worked case: a place 10 mm to the left, 20 mm to the back, 30 mm up.
got = lps_to_ras(np.array([[10.0, 20.0, 30.0]]))
assert np.shape(got) == (1, 3), f"lps_to_ras([[10, 20, 30]]): got shape {np.shape(got)}, wanted (1, 3)"
assert np.allclose(got, [[-10, -20, 30]]), f"lps_to_ras([[10, 20, 30]]): got {got}, wanted [[-10 -20 30]]"

# %% nbgrader={"grade": true, "grade_id": "lps_to_ras_places", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false} isocenter={"extra_credit": 3}
# Looks at places on all sides of the origin: exactly 3 of them, exactly 4, and 6.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def lps_to_ras_places(rng):
    for count, given in {3: "three places", 4: "four places", 6: "six places"}.items():
        points = rng.uniform(5, 60, (count, 3)) * rng.choice([-1, 1], (count, 3))
        right = np.column_stack([-points[:, 0], -points[:, 1], points[:, 2]])
        mistakes = {
            "reversing x alone": points * [-1, 1, 1],
            "reversing all three": -points,
            "leaving everything as it is": points,
            "storing the coordinates in reverse order": points[:, ::-1],
            "reversing the first two places": points * np.where(np.arange(count) < 2, -1, 1)[:, None],
        }
        checks.expect(lps_to_ras, points, gives=right, given=given, mistakes=mistakes)


### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "lps_to_ras_shapes", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false} isocenter={"extra_credit": 2}
# Looks at one place, no place, a plane of places, whole numbers; the input stays as it was.
### BEGIN HIDDEN TESTS
from isocenter import checks


@checks.run
def lps_to_ras_shapes(rng):
    for given, points in {
        "one place": rng.uniform(5, 60, 3),
        "no place": np.zeros((0, 3)),
        "a (2, 4, 3) array of places": rng.uniform(-60, 60, (2, 4, 3)),
        "whole numbers": rng.integers(5, 60, (5, 3)),
    }.items():
        right = points.astype(float)
        right[..., 0], right[..., 1] = -right[..., 0], -right[..., 1]
        checks.expect(lps_to_ras, points, gives=right, given=given, unchanged=True)


### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "order_matters_question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## Written question: the order of scaling and rotating (5 minutes)
#
# Somebody scales an image by $(p, q, r)$ along its axes and then rotates it by $\theta$ about the
# third axis. Somebody else rotates first and scales afterwards. In a few sentences: what differs
# between the two results, seen as a box of voxels? And when does it make no difference? Find at least
# two cases.
#
# | Points | The answer |
# |---|---|
# | all | Says for either order what becomes of the box's edges, their lengths and the angles between them, and why: along which axes the stretching acts. Names two cases in which the order makes no difference, each with its reason. |
# | half | Says that the results differ, or what one of them looks like, without the reason; or has all of that, and one case alone, or cases without a reason. |
# | none | Says that the order never matters, or gives neither a difference nor a case. |

# %% [markdown] nbgrader={"grade": true, "grade_id": "order_matters", "locked": false, "points": 10, "schema_version": 3, "solution": true, "task": false}
# <!-- BEGIN SOLUTION -->
# Scaling first gives $R Z$: the columns of $R$, each multiplied by its own factor. They are still at
# right angles, and have the lengths $p$, $q$ and $r$. The box is longer or shorter along its own
# edges, then turned as a whole; it remains a box with right angles, and can be taken apart again
# into a rotation and zooms. Rotating first gives $Z R$: the box is turned, and then everything is
# stretched along the fixed axes, which its edges no longer follow. The *rows* are multiplied now;
# the columns change their length and the angles between them: the box is skewed, it has shear.
#
# It makes no difference when $Z$ and $R$ commute: when all factors are equal, because then the
# stretching is the same in every direction; also when only the two factors in the plane of the
# rotation are equal, here $p = q$, whatever $r$ is, because the rotation about the third axis never
# mixes that axis with the others; and when the rotation is by a whole number of half turns, because
# then each edge lies along its old line. (After a quarter turn with $p \ne q$ the edges are at right
# angles in both cases, and yet it is another box: the factors have changed places.)
# <!-- END SOLUTION -->
