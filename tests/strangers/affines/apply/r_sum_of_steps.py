# right: i steps of the first kind, j of the second, k of the third, plus the origin; no matrix product
def apply(affine, points):
    i, j, k = np.moveaxis(np.array(points, dtype="float64"), -1, 0)
    step_i, step_j, step_k, origin = (affine[:3, column] for column in range(4))
    return i[..., None] * step_i + j[..., None] * step_j + k[..., None] * step_k + origin
