"""Only x is searched, as in the plot.

fails: align_plain, align_oblique
says: numbers are wrong
"""

from scipy import ndimage


def align(moving, fixed):
    mm = nib.affines.apply_affine(fixed.affine, np.indices(fixed.shape).reshape(3, -1).T)
    target = fixed.get_fdata().ravel()

    def cost(by):
        ijk = nib.affines.apply_affine(np.linalg.inv(moving.affine), mm - [by, 0, 0])
        return np.mean((ndimage.map_coordinates(moving.get_fdata(), ijk.T, order=1) - target) ** 2)

    return np.array([min(range(-8, 9), key=cost), 0, 0])
