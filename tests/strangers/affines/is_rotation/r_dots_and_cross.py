# right: plain loops over dot products of columns, hand from the cross product; returns a Python bool
def is_rotation(m):
    m = np.array(m, dtype=float)
    a, b, c = m.T
    for u, v, want in ((a, a, 1), (b, b, 1), (c, c, 1), (a, b, 0), (a, c, 0), (b, c, 0)):
        got = sum(float(p) * float(q) for p, q in zip(u, v))
        if not abs(got - want) < 1e-4:
            return False
    return bool(np.dot(np.cross(a, b), c) > 0)
