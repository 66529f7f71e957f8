"""Two matrices are multiplied; whatever stands between the first and the last is left out.

fails: compose_order, compose_affines, compose_edges
says: applying only the first and the last
"""


def compose(*matrices):
    if len(matrices) == 1:
        return matrices[0]
    return matrices[-1] @ matrices[0]
