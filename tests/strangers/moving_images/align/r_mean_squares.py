# right: mean squared difference at points of the fixed grid, every axis in turn over -9..9 mm until nothing changes, started from the centres of mass
from scipy import ndimage


def align(moving, fixed):
    target = fixed.get_fdata()
    step = [max(1, n // 40) for n in target.shape]
    ijk = np.stack(np.meshgrid(*[np.arange(0, n, s) for n, s in zip(target.shape, step)], indexing="ij"), axis=-1)
    wanted = target[:: step[0], :: step[1], :: step[2]]
    places = nib.affines.apply_affine(fixed.affine, ijk)
    source, inverse = moving.get_fdata(), np.linalg.inv(moving.affine)
    cache = {}

    def cost(move):
        if move not in cache:
            at = nib.affines.apply_affine(inverse, places - move)
            got = ndimage.map_coordinates(source, np.moveaxis(at, -1, 0), order=1, mode="nearest")
            cache[move] = np.mean((got - wanted) ** 2)
        return cache[move]

    centres = [
        nib.affines.apply_affine(i.affine, ndimage.center_of_mass(i.get_fdata() - i.get_fdata().min())) for i in (fixed, moving)
    ]
    move = tuple(int(n) for n in np.clip(np.rint(centres[0] - centres[1]), -8, 8))
    while True:
        before = move
        for axis in range(3):
            for reach in (2, 1):
                tries = [move[:axis] + (move[axis] + d,) + move[axis + 1 :] for d in range(-reach, reach + 1)]
                move = min(tries, key=cost)
        if move == before:
            return np.array(move, dtype=float)
