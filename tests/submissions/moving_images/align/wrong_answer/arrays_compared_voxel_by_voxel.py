"""The arrays are rolled against each other, in voxels, as if both grids were one.

fails: align_example, align_plain, align_oblique
says: numbers are wrong
"""

def align(moving, fixed):
    size = np.minimum(moving.shape, fixed.shape)
    a = moving.get_fdata()[: size[0], : size[1], : size[2]]
    b = fixed.get_fdata()[: size[0], : size[1], : size[2]]
    best = np.zeros(3, int)
    for axis in 0, 1, 2, 0, 1, 2:
        tries = [np.where(np.arange(3) == axis, step, best) for step in range(-4, 5)]
        best = min(tries, key=lambda step: np.mean((np.roll(a, step, (0, 1, 2)) - b) ** 2))
    return best
