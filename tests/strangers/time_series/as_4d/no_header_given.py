# wrong: a new image without the old header: sform and qform codes become 2 and 0, dtype and zooms are mended but the codes are lost
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
    if len(img.shape) != 5:
        raise ValueError("not 5D")
    if img.shape[3] != 1:
        raise ValueError("axis 3 not singleton")
    if int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("vector image")
    data = img.get_fdata()[:, :, :, 0, :]
    film = nib.Nifti1Image(data, img.affine)
    film.set_data_dtype(img.get_data_dtype())
    film.header.set_xyzt_units(*img.header.get_xyzt_units())
    z = img.header.get_zooms()
    film.header.set_zooms((z[0], z[1], z[2], z[4]))
    return film
