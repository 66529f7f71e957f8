# wrong: asks shape[3] before it counts the axes: IndexError instead of ValueError for an image of three axes
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
    if img.shape[3] != 1:
        raise ValueError("fourth axis must have length 1")
    if len(img.shape) != 5:
        raise ValueError("must have five axes")
    if int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("holds vectors")
    header = img.header.copy()
    data = np.asanyarray(img.dataobj)[:, :, :, 0, :]
    header.set_data_shape(data.shape)
    header.set_zooms(img.header.get_zooms()[:3] + img.header.get_zooms()[4:])
    return nib.Nifti1Image(data, img.affine, header)
