# right: the inverse is the transpose, the rounded determinant is 1; answers with a numpy bool
def is_rotation(m):
    m = 1.0 * np.asarray(m)
    det = np.linalg.det(m.astype(float))
    if round(float(det), 3) != 1:
        return np.False_
    return (np.abs(np.linalg.inv(m.astype(float)) - m.T) < 1e-4).all()
