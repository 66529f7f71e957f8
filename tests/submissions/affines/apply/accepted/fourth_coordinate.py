"""A fourth coordinate of 1 behind each point, the affine transposed."""


def apply(affine, points):
    ones = np.ones((*points.shape[:-1], 1))
    return (np.concatenate([points, ones], axis=-1) @ affine.T)[..., :3]
