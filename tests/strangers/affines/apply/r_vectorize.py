# right: np.vectorize with a signature and otypes, so that no point at all works as well
def apply(affine, points):
    matrix, translation = affine[:3, :3], affine[:3, 3]
    one = np.vectorize(lambda p: matrix @ p + translation, signature="(n)->(n)", otypes=[float])
    return one(points)
