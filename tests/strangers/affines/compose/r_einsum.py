# right: accumulates with einsum from an identity of the right size
def compose(*matrices):
    total = np.eye(matrices[0].shape[0])
    for m in matrices:
        total = np.einsum("ab,bc->ac", m, total)
    return total
