# right: all singular values are 1 and the determinant is above 0
def is_rotation(m):
    m = np.asarray(m).astype(np.float64)
    try:
        singular = np.linalg.svd(m, compute_uv=False)
    except np.linalg.LinAlgError:
        return False
    return bool(np.abs(singular - 1).max() < 5e-5 and np.linalg.det(m) > 0)
