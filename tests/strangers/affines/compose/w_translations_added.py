# wrong: 4x4: blocks are multiplied, translations merely added: a translation followed by a turn or zoom
def compose(*matrices):
    n = matrices[0].shape[0]
    block = np.eye(3)
    shift = np.zeros(3)
    for m in matrices:
        block = m[:3, :3] @ block
        if n == 4:
            shift = shift + m[:3, 3]
    if n == 3:
        return block
    out = np.eye(4)
    out[:3, :3], out[:3, 3] = block, shift
    return out
