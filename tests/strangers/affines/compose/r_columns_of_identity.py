# right: follows the axes: each column of the identity is sent through all the matrices; always float
def compose(*matrices):
    size = len(matrices[0])
    columns = []
    for axis in range(size):
        point = [1.0 if n == axis else 0.0 for n in range(size)]
        for m in matrices:
            point = [sum(m[a][b] * point[b] for b in range(size)) for a in range(size)]
        columns.append(point)
    return np.array(columns).T
