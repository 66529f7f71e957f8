# right: no nibabel orientation tools: largest direction cosine of each column, proxy sliced before it is turned, float32 result
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
    A = img.affine[:3, :3]
    cosines = A / np.sqrt((A ** 2).sum(axis=0))
    # world_of[v] = which of x, y, z the voxel axis v runs along
    world_of = [int(np.argmax(np.abs(cosines[:, v]))) for v in range(3)]
    up = world_of.index(2)
    if cosines[2, up] < 0:
        k = img.shape[up] - 1 - k
    index = [slice(None)] * 3
    index[up] = k
    plane = np.asarray(img.dataobj[tuple(index)], dtype=np.float32)
    rest = [v for v in range(3) if v != up]
    if world_of[rest[0]] == 1:
        plane = plane.T
        rest.reverse()
    if cosines[0, rest[0]] < 0:
        plane = plane[::-1, :]
    if cosines[1, rest[1]] < 0:
        plane = plane[:, ::-1]
    return plane
