# wrong: right for one and two; from the third on multiplies on the wrong side (three or more that do not commute)
def compose(*matrices):
    if len(matrices) == 1:
        return matrices[0].copy()
    result = matrices[1] @ matrices[0]
    for m in matrices[2:]:
        result = result @ m
    return result
