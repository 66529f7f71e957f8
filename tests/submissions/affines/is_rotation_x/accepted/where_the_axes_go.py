"""Where each of the three axes must go, at many angles; the verdict is a NumPy bool."""


def is_rotation_x(candidate):
    verdict = np.bool_(True)
    for angle in np.arange(-6.28, 6.29, 0.1):
        try:
            rows = [[float(number) for number in row] for row in candidate(float(angle))]
        except Exception:
            return np.bool_(False)
        if [len(row) for row in rows] != [3, 3, 3]:
            return np.bool_(False)
        x, y, z = np.transpose(rows)
        verdict &= np.allclose(x, [1, 0, 0], atol=2e-5)
        verdict &= np.allclose(y, [0, np.cos(angle), np.sin(angle)], rtol=0, atol=2e-5)
        verdict &= np.allclose(z, [0, -np.sin(angle), np.cos(angle)], rtol=0, atol=2e-5)
    return verdict
