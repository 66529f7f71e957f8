# right: loop with running sums in a small class
class Centre:
    def __init__(self):
        self.n, self.total = 0, np.zeros(3)

    def add(self, position):
        self.n += 1
        self.total += position

    def value(self):
        return self.total / self.n


def amygdala_centres(mask):
    """Return the centres of the left and the right part of a mask.

    Parameters
    ----------
    mask : nibabel image, 3D
        In a template space, so that x = 0 is the midline. Its voxels above 0 are inside, all with
        the same weight; there are some on both sides, and none of them has its centre at x = 0.

    Returns
    -------
    left, right : (3,) array, mm RAS+
        Mean position of the voxel centres with x < 0, and of those with x > 0.
    """
    left, right = Centre(), Centre()
    data = mask.get_fdata()
    for i, j, k in zip(*np.where(data > 0)):
        position = (mask.affine @ np.array([i, j, k, 1.0]))[:3]
        (left if position[0] < 0 else right).add(position)
    return [left.value(), right.value()]
