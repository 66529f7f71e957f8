# wrong: written for a list of places: (3,) raises and in a plane (n, m, 3) the columns meant are the wrong axis
def lps_to_ras(points):
    out = np.array(points)
    out[:, :2] = -out[:, :2]
    return out
