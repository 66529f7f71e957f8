"""Zooms are applied before everything else, wherever they stand (misconception 43).

fails: compose_order
says: a turn, then a scaling
"""


def compose(*matrices):
    def is_diagonal(matrix):
        return np.array_equal(matrix, np.diag(np.diag(matrix)))

    result = np.eye(len(matrices[0]))
    for matrix in sorted(matrices, key=is_diagonal, reverse=True):
        result = matrix @ result
    return result
