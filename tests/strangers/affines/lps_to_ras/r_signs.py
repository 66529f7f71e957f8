# right: times (-1, -1, 1); whole numbers stay whole numbers
def lps_to_ras(points):
    return np.asarray(points) * np.array([-1, -1, 1])
