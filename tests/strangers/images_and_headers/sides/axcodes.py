# right: aff2axcodes and str.index, a list for the pair; side_of by hand with homogeneous coordinates, independent of points_left
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
    letters = "".join(nib.aff2axcodes(img.affine))
    if "L" in letters:
        return [letters.index("L"), 1]
    return [letters.index("R"), -1]


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
    s, q = img.header["sform_code"].item(), img.header["qform_code"].item()
    ruling = s if s > 0 else q
    if ruling < 3 or ruling > 5:
        raise ValueError("not a template's space")
    x, y, z, _ = img.affine @ np.append(np.asarray(ijk, dtype=float), 1.0)
    axis = int(np.where(nib.io_orientation(img.affine)[:, 0] == 0)[0][0])
    size = nib.affines.voxel_sizes(img.affine)[axis]
    if 2 * np.abs(x) <= size:
        return "midline"
    return {True: "right", False: "left"}[bool(x > 0)]
