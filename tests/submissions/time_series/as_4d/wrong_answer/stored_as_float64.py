"""`get_fdata().dtype`, taken for the dtype on disk (misconception 8).

fails: as_4d_header
says: the dtype on disk is not what it was
"""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    values = img.get_fdata()[:, :, :, 0]
    film = nib.Nifti1Image(values, img.affine, img.header)
    film.header.set_data_dtype(values.dtype)
    film.header["pixdim"][4] = img.header["pixdim"][5]
    return film
