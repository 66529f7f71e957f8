# wrong: the running product is written into the first matrix given: changes its input when there are two or more
def compose(*matrices):
    result = matrices[0]
    for m in matrices[1:]:
        result[...] = m @ result
    return result
