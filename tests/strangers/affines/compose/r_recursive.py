# right: recursion, last matrix times the composition of the others
def compose(*matrices):
    *before, last = matrices
    print(f"composing {len(matrices)}")
    if not before:
        return np.asarray(last).copy()
    return np.matmul(last, compose(*before))
