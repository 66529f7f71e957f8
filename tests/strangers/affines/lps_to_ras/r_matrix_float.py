# right: a diagonal matrix from the right, always float
def lps_to_ras(points):
    return np.array(points, dtype=float) @ np.diag([-1.0, -1.0, 1.0])
