"""An image with four axes is returned as it is, where it was to be refused.

fails: as_4d_refuses
says: four axes already
"""

def as_4d(img):
    if len(img.shape) == 4:
        return img
    if len(img.shape) != 5 or img.shape[3] != 1 or img.header["intent_code"] in (1006, 1007):
        raise ValueError("not a film")
    film = nib.Nifti1Image(np.asanyarray(img.dataobj)[:, :, :, 0], img.affine, img.header)
    film.header["pixdim"][4] = img.header["pixdim"][5]
    return film
