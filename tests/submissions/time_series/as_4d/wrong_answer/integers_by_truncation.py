"""The scaled values cut to whole numbers, so that they fit the dtype on disk (misconception 14).

fails: as_4d_header
says: numbers are wrong
"""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    values = img.get_fdata()[:, :, :, 0].astype(img.get_data_dtype())
    film = nib.Nifti1Image(values, img.affine, img.header)
    film.header["pixdim"][4] = img.header["pixdim"][5]
    return film
