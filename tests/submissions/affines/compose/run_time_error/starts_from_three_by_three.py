"""The chain starts from np.eye(3), and a 4 x 4 matrix does not fit.

fails: compose_affines, compose_edges
says: it stopped with ValueError
"""


def compose(*matrices):
    result = np.eye(3)
    for matrix in matrices:
        result = matrix @ result
    return result
