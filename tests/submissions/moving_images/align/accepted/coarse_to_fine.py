"""A coarse grid of moves first, then whole millimetres around the best; correlation as the cost."""

from scipy import ndimage


def align(moving, fixed):
    mm = nib.affines.apply_affine(fixed.affine, np.indices(fixed.shape).reshape(3, -1).T)
    target = fixed.get_fdata().ravel()
    values = moving.get_fdata()
    back = np.linalg.inv(moving.affine)

    def likeness(step):
        seen = ndimage.map_coordinates(values, nib.affines.apply_affine(back, mm - step).T, order=1)
        return np.corrcoef(seen, target)[0, 1]

    best = (0, 0, 0)
    for spacing in (4, 2, 1):
        around = [(best[0] + a, best[1] + b, best[2] + c) for a, b, c in spacing * (np.argwhere(np.ones((3, 3, 3))) - 1)]
        for _ in range(2):
            best = max(around, key=likeness)
            around = [(best[0] + a, best[1] + b, best[2] + c) for a, b, c in spacing * (np.argwhere(np.ones((3, 3, 3))) - 1)]
    return np.array(best, dtype=float)
