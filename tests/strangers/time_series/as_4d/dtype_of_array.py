# wrong: stores float64 of get_fdata on disk whatever the dtype of the file was; shows on int16 and float32 films
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
    if img.ndim != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film (x, y, z, 1, t)")
    data = img.get_fdata()[:, :, :, 0, :]
    film = nib.Nifti1Image(data, img.affine, img.header, dtype=data.dtype)
    film.header["pixdim"][4] = img.header["pixdim"][5]
    return film
