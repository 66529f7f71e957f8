# wrong: extent of the box's corners in x, y and z; shows on oblique images and permuted axes
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
    n = np.array(img.shape[:3])
    spans = []
    for low, high in ((-0.5, n - 0.5), (0.0, n - 1.0)):
        corners = np.stack(np.meshgrid(*[(low, h) for h in high], indexing="ij"), axis=-1).reshape(-1, 3)
        spans.append(np.ptp(nib.affines.apply_affine(img.affine, corners), axis=0))
    return spans[0], spans[1]
