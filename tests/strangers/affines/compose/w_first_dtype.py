# wrong: keeps the product in the type of the first matrix: first whole numbers, a later one floats, decimals cut off
def compose(*matrices):
    result = np.array(matrices[0])
    for m in matrices[1:]:
        result[:] = m @ result
    return result
