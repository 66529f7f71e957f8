"""`get_data`, which nibabel no longer has.

fails: as_4d_example, as_4d_plain, as_4d_header, as_4d_refuses
says: ExpiredDeprecationError
"""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    film = nib.Nifti1Image(img.get_data()[:, :, :, 0], img.affine, img.header)
    film.header["pixdim"][4] = img.header["pixdim"][5]
    return film
