"""The numbers on disk, without the slope that the loaded header no longer shows (misconception 10).

fails: as_4d_header
says: before slope and intercept
"""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    stored = img.dataobj.get_unscaled() if nib.is_proxy(img.dataobj) else np.asarray(img.dataobj)
    film = nib.Nifti1Image(stored[:, :, :, 0], img.affine, img.header)
    film.header["pixdim"][4] = img.header["pixdim"][5]
    return film
