# right: hands over numpy's float64 (a subclass of Python's float), gathers everything first, judges at the end
def is_rotation_x(candidate):
    angles = np.linspace(-2 * np.pi, 2 * np.pi, 1000)[1:-1]
    results = []
    for angle in angles:
        try:
            m = np.array(candidate(angle))
        except BaseException:
            m = np.full((3, 3), np.nan)
        if m.shape != (3, 3) or not (np.issubdtype(m.dtype, np.number) or m.dtype == object) or np.iscomplexobj(m):
            return False
        results.append(m)
    try:
        stack = np.array(results).astype(float)
    except Exception:
        return False
    truth = np.zeros_like(stack)
    truth[:, 0, 0] = 1
    truth[:, 1, 1] = truth[:, 2, 2] = np.cos(angles)
    truth[:, 2, 1] = np.sin(angles)
    truth[:, 1, 2] = -np.sin(angles)
    return bool(np.all(np.abs(stack - truth) < 5e-4))
