# wrong: dtype=float turns text into numbers and drops imaginary parts: candidates returning strings, or 3x3 with imaginary parts, pass
def is_rotation_x(candidate):
    for angle in np.linspace(-6.28, 6.28, 315):
        c, s = np.cos(angle), np.sin(angle)
        want = np.array([[1, 0, 0], [0, c, -s], [0, s, c]])
        try:
            got = np.asarray(candidate(float(angle)), dtype=float)
            if got.shape != (3, 3) or not np.all(np.abs(got - want) < 1e-3):
                return False
        except Exception:
            return False
    return True
