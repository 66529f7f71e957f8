# wrong: picks per row the largest entry of the affine without dividing by the voxel size; shows on oblique files with long voxels
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
    M = img.affine[:3, :3]
    order = [int(np.argmax(np.abs(M[row]))) for row in range(3)]
    if sorted(order) != [0, 1, 2]:
        left_over = (set(range(3)) - set(order[:2])).pop()
        order[2] = left_over
    values = img.get_fdata()
    if len(set(order)) == 3:
        values = values.transpose(order)
    for row in range(3):
        if M[row, order[row]] < 0:
            values = np.flip(values, axis=row)
    return values[:, :, k]
