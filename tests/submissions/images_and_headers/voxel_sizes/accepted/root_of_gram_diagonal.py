"""The square roots of the diagonal of M.T @ M, as float32 (way R6)."""

def voxel_sizes(img):
    matrix = img.affine[:3, :3]
    factor = {"meter": 1000.0, "micron": 0.001}.get(img.header.get_xyzt_units()[0], 1.0)
    return np.float32(np.sqrt(np.diag(matrix.T @ matrix)) * factor)
