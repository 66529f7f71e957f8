# wrong: tries only angles from 0 to 2 pi: candidates wrong at negative angles alone pass
def is_rotation_x(candidate):
    for angle in np.linspace(0, 2 * np.pi, 200):
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = np.asarray(candidate(float(angle)), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], atol=1e-3):
            return False
    return True
