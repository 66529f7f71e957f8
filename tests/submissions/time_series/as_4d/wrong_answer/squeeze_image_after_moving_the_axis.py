"""The axis of length 1 is moved to the end for `squeeze_image`, which takes a single volume too.

fails: as_4d_plain
says: taking away the axis of time
"""

def as_4d(img):
    if img.ndim != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film (x, y, z, 1, t)")
    tr = img.header.get_zooms()[4]
    rolled = nib.Nifti1Image(np.moveaxis(np.asanyarray(img.dataobj), 3, 4), img.affine, img.header)
    film = nib.squeeze_image(rolled)
    film.header["pixdim"][4] = tr
    return film
