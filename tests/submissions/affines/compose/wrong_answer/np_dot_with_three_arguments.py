"""np.dot is handed the whole chain; its third argument is where the result goes, not a factor.

fails: compose_order, compose_affines, compose_edges
says: a scaling, a turn about z, a turn about y
"""


def compose(*matrices):
    return np.dot(*matrices[::-1])
