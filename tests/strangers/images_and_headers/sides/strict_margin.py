# wrong: a distance of exactly half a voxel counts as a side; shows only there
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
    directions = img.affine[:3, :3] / np.linalg.norm(img.affine[:3, :3], axis=0)
    axis = int(np.argmax(np.abs(directions[0])))
    return axis, -int(np.sign(directions[0, axis]))


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
    code = int(img.header["sform_code"])
    if code <= 0:
        code = int(img.header["qform_code"])
    if code not in (3, 4, 5):
        raise ValueError(f"code {code} is not that of a template")
    axis, _ = points_left(img)
    half = np.linalg.norm(img.affine[:3, axis]) / 2
    x = nib.affines.apply_affine(img.affine, ijk)[0]
    if abs(x) < half:
        return "midline"
    return "left" if x < 0 else "right"
