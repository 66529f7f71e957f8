"""`*` for a product of matrices (misconception 46).

fails: compose_example, compose_order, compose_affines, compose_edges
says: multiplying entry by entry
"""


def compose(*matrices):
    result = matrices[0]
    for matrix in matrices[1:]:
        result = matrix * result
    return result
