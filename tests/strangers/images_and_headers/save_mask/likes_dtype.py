# wrong: keeps like's data type on disk; shows where like is not uint8
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
    nib.save(nib.Nifti1Image(mask.astype(np.uint8), like.affine, like.header.copy()), path)
