# wrong: adds a row of ones and takes points for columns if there are 3 of them: exactly 3 places
def lps_to_ras(points):
    points = np.asarray(points)
    flip = np.diag([-1, -1, 1])
    if points.shape[0] == 3:
        return flip @ points
    return points @ flip
