# right: cuts the film into volumes and has nibabel put them together; the intent of the result is cleared (nothing is said about it)
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
    shape = tuple(img.shape)
    problem = None
    if len(shape) != 5:
        problem = f"{len(shape)} axes in place of 5"
    elif shape[3] != 1:
        problem = f"fourth axis of length {shape[3]}"
    elif int(img.header["intent_code"]) in range(1006, 1008):
        problem = "vectors"
    if problem:
        raise ValueError(problem)
    values = np.asanyarray(img.dataobj)
    head = img.header.copy()
    head.set_intent("none")
    head.set_data_shape(shape[:3])
    head.set_zooms(img.header.get_zooms()[:3])
    volumes = [nib.Nifti1Image(values[:, :, :, 0, n], img.affine, head) for n in range(shape[4])]
    film = nib.concat_images(volumes, check_affines=False)
    film.header["pixdim"][4] = img.header["pixdim"][5]
    return film
