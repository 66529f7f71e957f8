# right: 301 angles, every entry against numbers written down here; strings, complex, nan, wrong shapes refused
def is_rotation_x(candidate):
    for angle in np.linspace(-2 * np.pi, 2 * np.pi, 301):
        angle = float(angle)
        c, s = np.cos(angle), np.sin(angle)
        want = np.array([[1, 0, 0], [0, c, -s], [0, s, c]])
        try:
            got = np.asarray(candidate(angle))
            if got.shape != (3, 3) or got.dtype.kind not in "iufO":
                return False
            got = got.astype(float)
        except Exception:
            return False
        if not (np.abs(got - want) < 1e-3).all():
            return False
    return True
