# wrong: a single point (3,) comes back with shape (1, 3)
def apply(affine, points):
    points = np.atleast_2d(points)
    ones = np.ones((*points.shape[:-1], 1))
    return (np.concatenate((points, ones), axis=-1) @ affine.T)[..., :3]
