# wrong: "left and back are negative": forces the sign instead of changing it: places right of or in front of the origin
def lps_to_ras(points):
    x, y, z = np.moveaxis(np.asarray(points), -1, 0)
    return np.stack([-np.abs(x), -np.abs(y), z], axis=-1)
