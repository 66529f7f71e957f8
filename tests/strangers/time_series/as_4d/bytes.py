# right: serialises the image and edits dim and pixdim in the bytes of the file
def as_4d(img):
    """Return a film that is stored with five axes as an image with four.

    What is returned can be saved and loaded again, and then has the values of `img` within half a
    quantisation step of the file, its affine, its dtype on disk, its sform and qform codes and its
    units.

    Parameters
    ----------
    img : nibabel.Nifti1Image of shape (x, y, z, 1, t)
        The repetition time stands in pixdim[5], in the header's unit of time. It is left as it was.

    Returns
    -------
    nibabel.Nifti1Image of shape (x, y, z, t)
        The repetition time stands in pixdim[4], in the same unit.

    Raises
    ------
    ValueError
        `img` does not have five axes, its fourth axis is not of length 1, or its intent code is
        that of a vector, 1006 or 1007.
    """
    if img.ndim != 5 or img.shape[3] != 1 or img.header["intent_code"] in (1006, 1007):
        raise ValueError("This is no film stored as (x, y, z, 1, t).")
    raw = bytearray(img.to_bytes())
    order = img.header.endianness
    dim = np.frombuffer(raw, dtype=order + "i2", count=8, offset=40)
    pixdim = np.frombuffer(raw, dtype=order + "f4", count=8, offset=76)
    dim[0], dim[4], dim[5] = 4, dim[5], 1
    pixdim[4], pixdim[5] = pixdim[5], 1
    return nib.Nifti1Image.from_bytes(bytes(raw))
