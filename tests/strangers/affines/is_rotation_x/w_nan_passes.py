# wrong: asks whether a difference is too large, which nan never is: nan at all or at some angles passes
def is_rotation_x(candidate):
    for angle in np.linspace(-6.25, 6.25, 251):
        c, s = np.cos(angle), np.sin(angle)
        want = np.array([[1, 0, 0], [0, c, -s], [0, s, c]])
        try:
            got = np.asarray(candidate(float(angle)), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or (np.abs(got - want) > 1e-3).any():
            return False
    return True
