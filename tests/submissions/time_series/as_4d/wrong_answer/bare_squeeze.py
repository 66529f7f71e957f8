"""A bare `squeeze`, which drops the axis of a single slice too (misconception 82).

fails: as_4d_plain, as_4d_header
says: squeezing every axis of length 1
"""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    film = nib.Nifti1Image(img.get_fdata().squeeze(), img.affine, img.header)
    film.header["pixdim"][4] = img.header["pixdim"][5]
    return film
