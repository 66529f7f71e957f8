"""`get_zooms()[3]` of an image with five axes, taken for the TR (misconception 5).

fails: as_4d_example, as_4d_plain, as_4d_header
says: whose pixdim[4] belonged to the axis of length 1
"""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    repetition_time = img.header.get_zooms()[3] or 1.0
    film = nib.Nifti1Image(img.get_fdata()[:, :, :, 0], img.affine)
    film.header.set_zooms((*img.header.get_zooms()[:3], repetition_time))
    return film
