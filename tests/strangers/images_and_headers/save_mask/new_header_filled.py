# right: a new header, filled with both forms, their codes and the units; np.where instead of astype
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
    out = nib.Nifti1Image(np.where(mask, np.uint8(1), np.uint8(0)), like.affine)
    out.header.set_xyzt_units(*like.header.get_xyzt_units())
    out.set_qform(like.get_qform(), code=int(like.header["qform_code"]))
    out.set_sform(like.get_sform(), code=int(like.header["sform_code"]))
    out.to_filename(str(path))
