# right: nearest rotation by SVD (polar decomposition) for the direction; side_of measures in voxel sizes with a tolerance for rounding
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
    M = img.affine[:3, :3]
    U, _, Vt = np.linalg.svd(M / np.linalg.norm(M, axis=0))
    R = U @ Vt
    axis = np.abs(R[0]).argmax()
    return int(axis), int(-np.sign(R[0, axis]))


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
    header = img.header
    code = header["sform_code"] if header["sform_code"] > 0 else header["qform_code"]
    if not 3 <= code <= 5:
        raise ValueError(f"code {code}: no template, no mid-plane")
    direction = nib.aff2axcodes(img.affine)
    axis = direction.index("L") if "L" in direction else direction.index("R")
    size = np.linalg.norm(img.affine[:3, axis])
    i, j, k = ijk
    away = (img.affine @ np.array([i, j, k, 1]))[0] / size
    if np.abs(away) <= 0.5 + 1e-9:
        return "midline"
    return ("left", "right")[int(away > 0)]
