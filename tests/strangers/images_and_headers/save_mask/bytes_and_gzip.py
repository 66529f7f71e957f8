# right: serialises the image itself and compresses with gzip; the image gets like's header and its own dtype afterwards; returns the path
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
    import gzip

    img = nib.Nifti1Image(np.array(mask, dtype="u1"), like.affine, like.header)
    img.set_data_dtype("uint8")
    content = img.to_bytes()
    path = Path(path)
    if path.suffix == ".gz":
        content = gzip.compress(content)
    path.write_bytes(content)
    return path
