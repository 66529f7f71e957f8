# wrong: asks the result for .shape: right candidates that return a list of rows are refused (AttributeError counted as wrong)
def is_rotation_x(candidate):
    for angle in np.linspace(-6.25, 6.25, 251):
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = candidate(float(angle))
            if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], atol=1e-3):
                return False
        except Exception:
            return False
    return True
