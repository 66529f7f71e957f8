"""The length of the fourth axis is not looked at: of two, the second is dropped.

fails: as_4d_refuses
says: the fourth of length 2
"""

def as_4d(img):
    if len(img.shape) != 5 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    film = nib.Nifti1Image(np.asanyarray(img.dataobj)[:, :, :, 0], img.affine, img.header)
    film.header["pixdim"][4] = img.header["pixdim"][5]
    return film
