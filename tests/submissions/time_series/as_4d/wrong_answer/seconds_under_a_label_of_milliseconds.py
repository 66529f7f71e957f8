"""The TR turned into seconds, in a header that still says milliseconds (misconception 6).

fails: as_4d_header
says: seconds in a header that says milliseconds
"""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    factor = {"msec": 1e-3, "usec": 1e-6}.get(img.header.get_xyzt_units()[1], 1)
    film = nib.Nifti1Image(np.asanyarray(img.dataobj)[:, :, :, 0], img.affine, img.header)
    film.header["pixdim"][4] = factor * img.header["pixdim"][5]
    return film
