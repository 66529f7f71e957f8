"""All five steps given to a header of four axes.

fails: as_4d_example, as_4d_plain, as_4d_header, as_4d_refuses
says: HeaderDataError
"""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    film = nib.Nifti1Image(img.get_fdata()[:, :, :, 0], img.affine, img.header)
    film.header.set_zooms(img.header.get_zooms())
    return film
