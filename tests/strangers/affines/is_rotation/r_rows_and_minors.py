# right: rows instead of columns (M M^T), determinant by Sarrus' rule
def is_rotation(m):
    (a, b, c), (d, e, f), (g, h, i) = np.asarray(m, dtype=float).tolist()
    det = a * e * i + b * f * g + c * d * h - c * e * g - b * d * i - a * f * h
    rows = np.array([[a, b, c], [d, e, f], [g, h, i]])
    gram = rows @ rows.T
    return bool(np.all(np.abs(gram - np.identity(3)) <= 1e-4)) and det > 0
