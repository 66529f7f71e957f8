# wrong: uses the whole shape and so works for 3D only; shows on 4D images (shapes do not match)
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
    size = np.sqrt((img.affine[:3, :3] ** 2).sum(axis=0))
    shape = np.array(img.shape)
    return size * shape, size * (shape - 1)
