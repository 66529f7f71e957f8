# wrong: follows only the second axis: candidates wrong in the first or third column pass
def is_rotation_x(candidate):
    for angle in np.linspace(-6.25, 6.25, 251):
        try:
            got = np.asarray(candidate(float(angle)), dtype=float)
            if got.shape != (3, 3):
                return False
            moved = got @ [0, 1, 0]
        except Exception:
            return False
        if not np.allclose(moved, [0, np.cos(angle), np.sin(angle)], atol=1e-3):
            return False
    return True
