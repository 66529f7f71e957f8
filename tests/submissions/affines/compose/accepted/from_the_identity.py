"""A loop that starts from the identity of the right size and runs from the last to the first."""


def compose(*matrices):
    result = np.eye(len(matrices[0]))
    for matrix in reversed(matrices):
        result = result.dot(matrix)
    return result
