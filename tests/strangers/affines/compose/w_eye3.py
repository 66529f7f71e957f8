# wrong: begins with np.eye(3): 4x4 affines raise
def compose(*matrices):
    result = np.eye(3)
    for m in matrices:
        result = m @ result
    return result
