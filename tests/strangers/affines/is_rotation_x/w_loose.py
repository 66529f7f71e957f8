# wrong: tolerance 0.05: an entry that is off by 0.02 to 0.05 passes
def is_rotation_x(candidate):
    for angle in np.linspace(-6.25, 6.25, 251):
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = np.asarray(candidate(float(angle)), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], rtol=0, atol=0.05):
            return False
    return True
