"""Centres of mass of the stored numbers, whose background is not 0 where there is an intercept.

fails: align_plain
says: align
"""

from scipy import ndimage


def align(moving, fixed):
    centres = []
    for img in (moving, fixed):
        stored = np.asarray(img.dataobj.get_unscaled(), float)
        centres.append(nib.affines.apply_affine(img.affine, ndimage.center_of_mass(stored)))
    return np.rint(centres[1] - centres[0])
