# wrong: the try holds the call only: a ragged list, None in a list or a dict raises out of the test
def is_rotation_x(candidate):
    for angle in np.linspace(-6.25, 6.25, 251):
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = candidate(float(angle))
        except Exception:
            return False
        got = np.asarray(got, dtype=float)
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], atol=1e-3):
            return False
    return True
