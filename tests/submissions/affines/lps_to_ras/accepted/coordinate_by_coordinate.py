"""The coordinates one by one, stacked again; nested lists come back."""


def lps_to_ras(points):
    x, y, z = np.moveaxis(points, -1, 0)
    return np.stack([-x, -y, z], axis=-1).tolist() if points.size else points
