# wrong: no look at the shape: (1, 3, 3), or anything numpy stretches to fit, passes
def is_rotation_x(candidate):
    for angle in np.linspace(-6.25, 6.25, 251):
        c, s = np.cos(angle), np.sin(angle)
        try:
            if not np.allclose(candidate(float(angle)), [[1, 0, 0], [0, c, -s], [0, s, c]], atol=1e-3):
                return False
        except Exception:
            return False
    return True
