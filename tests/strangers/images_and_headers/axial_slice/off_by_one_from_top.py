# wrong: n - k instead of n - 1 - k where the third axis runs down; shows on such files only
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
    codes = nib.aff2axcodes(img.affine)
    order = [next(n for n, c in enumerate(codes) if c in pair) for pair in ("RL", "AP", "SI")]
    values = img.get_fdata().transpose(order)
    codes = [codes[n] for n in order]
    if codes[0] == "L":
        values = values[::-1]
    if codes[1] == "P":
        values = values[:, ::-1]
    if codes[2] == "I":
        k = values.shape[2] - k
    return values[:, :, k]
