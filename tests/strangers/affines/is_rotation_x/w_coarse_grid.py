# wrong: 25 angles, 0.52 rad apart: a stretch of 0.3 rad in which the candidate is wrong fits between
def is_rotation_x(candidate):
    for angle in np.linspace(-2 * np.pi, 2 * np.pi, 25):
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = np.asarray(candidate(float(angle)), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], atol=1e-3):
            return False
    return True
