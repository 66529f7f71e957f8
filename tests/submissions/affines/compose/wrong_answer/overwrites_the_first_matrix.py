"""The product is written into the first matrix, which belongs to the caller.

fails: compose_edges
says: it changed its input
"""


def compose(*matrices):
    result = matrices[0]
    for matrix in matrices[1:]:
        result[...] = matrix @ result
    return result
