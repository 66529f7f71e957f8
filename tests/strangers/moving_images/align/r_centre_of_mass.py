# right: the difference of the centres of mass of what is brighter than the background, to whole mm
from scipy import ndimage


def _middle(img):
    values = img.get_fdata()
    dark = np.median(np.concatenate([values[[0, -1]].ravel(), values[:, [0, -1]].ravel(), values[:, :, [0, -1]].ravel()]))
    above = values - dark
    above[above < 0.02 * above.max()] = 0
    return nib.affines.apply_affine(img.affine, ndimage.center_of_mass(above))


def align(moving, fixed):
    return list(np.rint(_middle(fixed) - _middle(moving)))
