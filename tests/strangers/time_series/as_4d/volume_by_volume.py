# right: stacks the volumes one by one in a loop, also when there is only one; sets the zooms afterwards
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
    try:
        nx, ny, nz, one, nt = img.shape
    except ValueError:
        raise ValueError("This image does not have five axes.") from None
    if one != 1:
        raise ValueError("The fourth axis is not of length 1.")
    if img.header["intent_code"] in [1006, 1007]:
        raise ValueError("This image holds vectors.")
    out = np.empty((nx, ny, nz, nt))
    for n in range(nt):
        out[..., n] = img.dataobj[..., 0, n]
    film = nib.Nifti1Image(out, None, img.header)
    x, y, z, _, tr = img.header.get_zooms()
    film.header.set_zooms((x, y, z, tr))
    film = nib.Nifti1Image(out, img.affine, film.header)
    return film
