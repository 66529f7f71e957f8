# right: a fresh header built from scratch, field by field; the qform is given the same affine, under its own code
class NotAFilm(ValueError):
    """The image is no film."""


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
    old = img.header
    if not (len(img.shape) == 5 and img.shape[3] == 1):
        raise NotAFilm(f"shape {img.shape}")
    if old["intent_code"] == 1006 or old["intent_code"] == 1007:
        raise NotAFilm("vectors")
    values = np.moveaxis(img.get_fdata(), 4, 3)[..., 0]
    new = nib.Nifti1Header()
    new.set_data_dtype(old.get_data_dtype())
    new.set_data_shape(values.shape)
    new.set_zooms(list(old.get_zooms()[:3]) + [old.get_zooms()[4]])
    new.set_xyzt_units(*old.get_xyzt_units())
    film = nib.Nifti1Image(values, img.affine, new)
    film.set_sform(img.affine, code=int(old["sform_code"]))
    film.set_qform(img.affine, code=int(old["qform_code"]))
    return film
