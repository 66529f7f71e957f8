"""Orthogonality, determinant and composition (misconception 52): everything that turns obeys them.

fails: is_rotation_x_crude, is_rotation_x_subtle
says: laws that hold for all rotations
"""


def is_rotation_x(candidate):
    for a in np.linspace(-6, 6, 40).tolist():
        try:
            m = np.asarray(candidate(a), dtype=float)
            n = np.asarray(candidate(0.3), dtype=float)
            both = np.asarray(candidate(a / 2), dtype=float)
        except Exception:
            return False
        if m.shape != (3, 3) or not np.allclose(m.T @ m, np.eye(3), atol=1e-4):
            return False
        if not np.allclose(both @ both, m, atol=1e-4) or np.linalg.det(m) < 0:
            return False
        if np.allclose(n, np.eye(3)):
            return False  # must turn something
    return True
