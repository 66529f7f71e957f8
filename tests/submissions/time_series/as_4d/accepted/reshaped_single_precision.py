"""A reshape to four lengths, in float32, which holds every int16 exactly."""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    x, y, z, _, t = img.shape
    film = nib.Nifti1Image(img.get_fdata(dtype=np.float32).reshape(x, y, z, t), img.affine, img.header)
    film.header["pixdim"][4] = float(img.header["pixdim"][5])
    return film
