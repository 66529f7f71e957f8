"""scipy's Powell search on the mean squared difference, rounded at the end."""

from scipy import ndimage, optimize


def align(moving, fixed):
    mm = nib.affines.apply_affine(fixed.affine, np.indices(fixed.shape).reshape(3, -1).T)
    target = fixed.get_fdata().ravel()

    def cost(step):
        ijk = nib.affines.apply_affine(np.linalg.inv(moving.affine), mm - step)
        return np.mean((ndimage.map_coordinates(moving.get_fdata(), ijk.T, order=1) - target) ** 2)

    found = optimize.minimize(cost, np.zeros(3), method="Powell", bounds=[(-8.4, 8.4)] * 3, options={"xtol": 0.01})
    return np.rint(found.x).astype(int)
