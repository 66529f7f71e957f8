# wrong: forgets that multi_dot refuses a single matrix: compose(m) raises
def compose(*matrices):
    return np.linalg.multi_dot(matrices[::-1])
