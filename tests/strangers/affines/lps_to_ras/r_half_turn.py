# right: half a turn about z (the same thing), point by point, the rounding of sin(pi) left in
def lps_to_ras(points):
    half = np.array([[np.cos(np.pi), -np.sin(np.pi), 0], [np.sin(np.pi), np.cos(np.pi), 0], [0, 0, 1]])
    out = np.zeros(np.shape(points))
    for n in np.ndindex(np.shape(points)[:-1]):
        out[n] = half @ points[n]
    return out
