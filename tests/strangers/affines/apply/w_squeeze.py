# wrong: the result is squeezed for the single point's sake: crowds with an axis of length 1, such as (1, 3), lose it
def apply(affine, points):
    points = np.atleast_2d(points)
    ones = np.ones((*points.shape[:-1], 1))
    return (np.concatenate((points, ones), axis=-1) @ affine.T)[..., :3].squeeze()
