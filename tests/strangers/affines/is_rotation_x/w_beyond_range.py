# wrong: also tries angles beyond 2 pi, which nobody promised: right candidates that raise or stop there are refused
def is_rotation_x(candidate):
    for angle in np.arange(-10, 10, 0.1):
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = np.asarray(candidate(float(angle)), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], atol=1e-3):
            return False
    return True
