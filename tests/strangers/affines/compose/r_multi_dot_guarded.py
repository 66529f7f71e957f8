# right: multi_dot on the reversed list, one matrix handled apart as a copy
def compose(*matrices):
    if len(matrices) == 0:
        raise ValueError("give at least one matrix")
    if len(matrices) == 1:
        return np.array(matrices[0])
    return np.linalg.multi_dot(matrices[::-1])
