"""The intent code is not looked at: components along x, y, z become moments.

fails: as_4d_refuses
says: a field of displacement vectors
"""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1:
        raise ValueError("not a film")
    film = nib.Nifti1Image(np.asanyarray(img.dataobj)[:, :, :, 0], img.affine, img.header)
    film.header["pixdim"][4] = img.header["pixdim"][5]
    return film
