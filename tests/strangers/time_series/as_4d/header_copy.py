# right: copies the header, takes the array as stored, writes pixdim[4] and not set_zooms
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
        raise ValueError(f"wanted 5 axes, got {len(img.shape)}")
    if img.shape[3] != 1:
        raise ValueError(f"the fourth axis has length {img.shape[3]}, wanted 1")
    code = int(img.header["intent_code"])
    if code in (1006, 1007):
        raise ValueError(f"intent code {code}: vectors, not a film")
    header = img.header.copy()
    data = np.asanyarray(img.dataobj)[:, :, :, 0, :]
    header.set_data_shape(data.shape)
    header["pixdim"][4] = img.header["pixdim"][5]
    return nib.Nifti1Image(data, img.affine, header)
