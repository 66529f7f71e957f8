# right: distances between transformed end points in a loop, one (2, 3) array for the pair
def field_of_view(img):
    """Return how large an image is along each of its three voxel axes.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D or more
        Its unit is mm.

    Returns
    -------
    edges : (3,) array, mm
        From the outer face of the first voxel to the outer face of the last.
    centres : (3,) array, mm
        From the centre of the first voxel to the centre of the last.
    """
    out = np.zeros((2, 3))
    for axis in range(3):
        n = img.shape[axis]
        for row, (first, last) in enumerate([(-0.5, n - 0.5), (0, n - 1)]):
            a, b = np.zeros(3), np.zeros(3)
            a[axis], b[axis] = first, last
            ends = nib.affines.apply_affine(img.affine, np.stack([a, b]))
            out[row, axis] = np.linalg.norm(ends[1] - ends[0])
    return out
