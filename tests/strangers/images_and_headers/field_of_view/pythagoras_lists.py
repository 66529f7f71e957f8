# right: plain loops and math.sqrt, two arrays at the end
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
    import math

    edges, centres = [], []
    for axis, n in zip(range(3), img.shape):
        size = math.sqrt(sum(float(img.affine[row, axis]) ** 2 for row in range(3)))
        edges.append(n * size)
        centres.append((n - 1) * size)
    return np.array(edges), np.array(centres)
