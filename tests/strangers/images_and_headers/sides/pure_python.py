# right: no numpy inside: lists, math.hypot, an array out of points_left, a helper for the code
import math


def cosine_to_x(img, axis):
    """The cosine of the angle between a voxel axis and x."""
    step = [float(img.affine[n, axis]) for n in range(3)]
    return step[0] / math.hypot(*step)


def ruling_code(img):
    for form in ("sform", "qform"):
        code = int(img.header[f"{form}_code"])
        if code > 0:
            return code
    return 0


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
    best = max(range(3), key=lambda axis: abs(cosine_to_x(img, axis)))
    return np.array([best, -1 if cosine_to_x(img, best) > 0 else 1])


def side_of(img, ijk):
    """Say on which side of a template's mid-plane the centre of a voxel lies.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D
        Its unit is mm; no voxel axis comes near 45 degrees to x, y or z.
    ijk : (3,) array, list or tuple, voxels

    Returns
    -------
    "left", "right" or "midline"
        The patient's. "midline" where the distance to the plane x = 0 is at most half the voxel
        size along the voxel axis closest to the left-right direction.

    Raises
    ------
    ValueError
        The code that rules (the sform's if it is above 0, else the qform's) is not 3, 4 or 5. Only
        in the space of a template is x = 0 known to be the plane between the hemispheres.
    """
    if ruling_code(img) not in {3, 4, 5}:
        raise ValueError("left and right of the mid-plane are known in a template's space only")
    row = [float(entry) for entry in img.affine[0]]
    i, j, k = (float(index) for index in ijk)
    x = row[0] * i + row[1] * j + row[2] * k + row[3]
    axis = max(range(3), key=lambda axis: abs(cosine_to_x(img, axis)))
    size = math.hypot(*(float(img.affine[n, axis]) for n in range(3)))
    if x > size / 2:
        return "right"
    if x < -size / 2:
        return "left"
    return "midline"
