# right: column norms times shape
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
    size = nib.affines.voxel_sizes(img.affine)
    n = np.array(img.shape[:3])
    return n * size, (n - 1) * size
