# wrong: takes both centres of mass to mm by the affine of the fixed image and adds the origins' difference; shows on grids of other zooms or directions
from scipy import ndimage


def align(moving, fixed):
    m = ndimage.center_of_mass(moving.get_fdata())
    f = ndimage.center_of_mass(fixed.get_fdata())
    by = fixed.affine[:3, :3] @ (np.array(f) - m) + fixed.affine[:3, 3] - moving.affine[:3, 3]
    return np.rint(by)
