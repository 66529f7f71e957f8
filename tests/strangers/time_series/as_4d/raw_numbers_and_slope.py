# right: stored integers kept as they are with slope and intercept in the header; exact once saved and loaded, which is all the contract promises
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
    shape = img.shape
    if len(shape) != 5:
        raise ValueError("not five axes")
    if shape[3] != 1:
        raise ValueError("fourth axis longer than 1")
    if int(img.header["intent_code"]) in {1006, 1007}:
        raise ValueError("a field of vectors")

    new_shape = shape[:3] + shape[4:]
    hdr = img.header.copy()
    hdr.set_data_shape(new_shape)
    hdr.set_zooms(tuple(img.header.get_zooms()[i] for i in (0, 1, 2, 4)))
    if nib.is_proxy(img.dataobj):
        # take over what is in the file, do not scale it twice
        numbers = img.dataobj.get_unscaled().reshape(new_shape)
        film = nib.Nifti1Image(numbers, img.affine, hdr)
        film.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
        return film
    return nib.Nifti1Image(np.asanyarray(img.dataobj).reshape(new_shape), img.affine, hdr)
