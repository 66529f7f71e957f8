# right: io_orientation and ornt_transform, then apply_orientation and np.take
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
    from nibabel import orientations as o

    now = o.io_orientation(img.affine)
    wanted = o.axcodes2ornt(("R", "A", "S"))
    turned = o.apply_orientation(img.get_fdata(caching="unchanged"), o.ornt_transform(now, wanted))
    return np.take(turned, k, axis=2)
