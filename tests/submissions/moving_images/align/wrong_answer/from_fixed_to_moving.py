"""The way from the fixed image to the moving one.

fails: align_example, align_plain, align_oblique
says: the way from the fixed image
"""

from scipy import ndimage


def align(moving, fixed):
    places = [nib.affines.apply_affine(img.affine, ndimage.center_of_mass(img.get_fdata())) for img in (moving, fixed)]
    return np.rint(places[0] - places[1])
