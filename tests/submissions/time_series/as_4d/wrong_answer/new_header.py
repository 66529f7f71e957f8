"""No header at all: codes, units and the dtype on disk are nibabel's own.

fails: as_4d_header
says: code is not what it was
"""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    film = nib.Nifti1Image(img.get_fdata()[:, :, :, 0], img.affine)
    film.header.set_zooms((*img.header.get_zooms()[:3], img.header.get_zooms()[4]))
    return film
