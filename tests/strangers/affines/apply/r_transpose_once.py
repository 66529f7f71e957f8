# right: points @ M.T + t with the points made float, works for every shape
def apply(affine, points):
    affine = np.asarray(affine, dtype=float)
    return np.asarray(points, dtype=float) @ affine[:3, :3].T + affine[:3, 3]
