"""The numbers on disk as they are, with the slope and intercept that the file has."""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    from_file = hasattr(img.dataobj, "get_unscaled")
    stored = img.dataobj.get_unscaled() if from_file else np.array(img.dataobj)
    film = nib.Nifti1Image(stored[..., 0, :], img.affine, img.header)
    film.header["pixdim"][4] = img.header["pixdim"][5]
    if from_file:
        film.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return film
