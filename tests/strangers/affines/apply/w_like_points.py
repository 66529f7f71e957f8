# wrong: the result has the points' type: whole-number points under an affine with fractions are cut off, and the type is int
def apply(affine, points):
    points = np.asarray(points)
    out = np.empty_like(points)
    out[...] = points @ affine[:3, :3].T + affine[:3, 3]
    return out
