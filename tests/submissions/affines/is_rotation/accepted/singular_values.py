"""All singular values are 1, the determinant is positive; a NumPy bool comes back."""


def is_rotation(m):
    return np.all(np.abs(np.linalg.svd(m)[1] - 1) < 1e-4) & (np.linalg.det(m) > 0)
