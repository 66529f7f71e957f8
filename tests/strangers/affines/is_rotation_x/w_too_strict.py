# wrong: np.allclose with its own 1e-8 beside a 0: right candidates whose entries were rounded to 1e-5 or are off so next to a 0 are refused
def is_rotation_x(candidate):
    for angle in np.linspace(-2 * np.pi, 2 * np.pi, 301):
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = np.asarray(candidate(float(angle)), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]]):
            return False
    return True
