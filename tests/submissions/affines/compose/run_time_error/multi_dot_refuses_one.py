"""np.linalg.multi_dot wants at least two matrices.

fails: compose_edges
says: one 3x3 matrix: it stopped with ValueError
"""


def compose(*matrices):
    return np.linalg.multi_dot(matrices[::-1])
