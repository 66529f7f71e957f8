"""np.einsum, which names the axes."""


def apply(affine, points):
    return np.einsum("ij,...j->...i", affine[:3, :3], points) + affine[:3, 3]
