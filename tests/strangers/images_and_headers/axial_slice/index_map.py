# right: the affine between RAS indices and file indices (inv_ornt_aff), then fancy indexing
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
    ornt = nib.io_orientation(img.affine)
    to_file = nib.orientations.inv_ornt_aff(ornt, img.shape)
    lengths = [0, 0, 0]
    for voxel_axis, (world_axis, _) in enumerate(ornt):
        lengths[int(world_axis)] = img.shape[voxel_axis]
    a, b = np.indices(lengths[:2])
    ras = np.stack([a, b, np.full_like(a, k)], axis=-1)
    ijk = np.rint(nib.affines.apply_affine(to_file, ras)).astype(int)
    return img.get_fdata()[ijk[..., 0], ijk[..., 1], ijk[..., 2]]
