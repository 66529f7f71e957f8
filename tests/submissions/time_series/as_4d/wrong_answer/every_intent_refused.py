"""Every intent code is refused, that of a time series too.

fails: as_4d_refuses
says: its intent a time series
"""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or img.header["intent_code"] != 0:
        raise ValueError("not a film")
    film = nib.Nifti1Image(np.asanyarray(img.dataobj)[:, :, :, 0], img.affine, img.header)
    film.header["pixdim"][4] = img.header["pixdim"][5]
    return film
