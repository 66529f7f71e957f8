"""multi_dot on the reversed chain, and a way out for a chain of one."""


def compose(*matrices):
    if len(matrices) == 1:
        return matrices[0].copy()
    return np.linalg.multi_dot(matrices[::-1])
