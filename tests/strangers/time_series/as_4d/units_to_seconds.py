# wrong: converts the TR to seconds but leaves the unit in the header as msec; shows on films in msec or usec
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
    if img.ndim != 5 or img.shape[3] != 1:
        raise ValueError(f"cannot make a film of shape {img.shape}")
    if img.header["intent_code"] in (1006, 1007):
        raise ValueError("vectors")
    tr = float(img.header["pixdim"][5])
    unit = img.header.get_xyzt_units()[1]
    tr = tr * {"sec": 1, "msec": 1e-3, "usec": 1e-6}.get(unit, 1)
    header = img.header.copy()
    header.set_data_shape(img.shape[:3] + img.shape[4:])
    header["pixdim"][4] = tr
    return nib.Nifti1Image(np.asanyarray(img.dataobj)[:, :, :, 0], img.affine, header)
