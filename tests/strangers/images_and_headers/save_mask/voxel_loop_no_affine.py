# right: a loop over the mask's voxels; affine None, so that the header's own forms stay untouched; defensive
def save_mask(mask, like, path):
    """Save a mask on the grid of an image.

    Parameters
    ----------
    mask : (x, y, z) array of bool
    like : nibabel.Nifti1Image, 3D or 4D
        The image that the mask was made for; its first three axes are those of the mask. It is
        left as it was.
    path : str or pathlib.Path
        The file to write, ``.nii`` or ``.nii.gz``. It gets the affine, the sform and qform codes
        and the units of `like`. On disk it holds uint8 without scaling: the slope is 0, 1 or nan,
        and what is read again is 0 where the mask is False and 1 where it is True.
    """
    if tuple(mask.shape) != tuple(like.shape[:3]):
        raise ValueError(f"mask of shape {mask.shape} for an image of shape {like.shape}")
    values = np.zeros(mask.shape, dtype=np.uint8)
    for voxel in zip(*np.nonzero(mask)):
        values[voxel] = 1
    header = like.header.copy()
    header.set_data_shape(mask.shape)
    header.set_data_dtype(np.uint8)
    nib.save(nib.Nifti1Image(values, None, header), path)
