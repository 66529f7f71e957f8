"""A @ B for "A, then B" (misconceptions 43 and 45): the product is read from left to right.

fails: compose_example, compose_order, compose_affines, compose_edges
says: applying the last matrix first
"""


def compose(*matrices):
    result = matrices[0]
    for matrix in matrices[1:]:
        result = result @ matrix
    return result
