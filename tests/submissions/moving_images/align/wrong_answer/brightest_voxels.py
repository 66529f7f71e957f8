"""The places of the brightest voxels, which are only as exact as the voxels are large.

fails: align_oblique
says: of 3 numbers
"""

def align(moving, fixed):
    places = []
    for img in moving, fixed:
        peak = np.unravel_index(np.argmax(img.get_fdata()), img.shape)
        places.append(nib.affines.apply_affine(img.affine, peak))
    return np.rint(places[1] - places[0])
