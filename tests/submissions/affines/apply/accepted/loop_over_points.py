"""A loop over points, one column at a time, and nested lists come back."""


def apply(affine, points):
    flat = [affine[:3, :3] @ point + affine[:3, 3] for point in points.reshape(-1, 3)]
    return np.array(flat).reshape(points.shape).tolist() if flat else np.zeros(points.shape)
