"""The floats of `get_fdata`, which nibabel scales anew when it saves."""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    film = nib.Nifti1Image(img.get_fdata()[:, :, :, 0, :], img.affine, img.header)
    zooms = img.header.get_zooms()
    film.header.set_zooms(zooms[:3] + zooms[4:])
    return film
