"""A turn of the plane as a multiplication by exp(iγ); a loop that leaves at the first mistake."""


def looks_right(matrix, angle):
    matrix = np.asarray(matrix, dtype=np.float64)
    if matrix.shape != (3, 3):
        return False
    turned = (matrix @ [[1, 0, 0], [0, 1, 0], [0, 0, 1]]).T
    wanted = np.exp(1j * angle) * np.array([0, 1, 1j])
    in_plane = np.abs(turned[:, 1] + 1j * turned[:, 2] - wanted).max() <= 3e-5
    return in_plane and np.abs(turned[:, 0] - [1, 0, 0]).max() <= 3e-5


def is_rotation_x(candidate):
    def tries():
        for step in range(-62, 63):
            yield looks_right(candidate(step / 10), step / 10)

    try:
        return all(tries())
    except Exception:
        return False
