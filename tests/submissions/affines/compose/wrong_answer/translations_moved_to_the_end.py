"""Linear parts are multiplied and translations added up: T @ R and R @ T are one (misconception 44).

fails: compose_affines
says: numbers are wrong
"""


def compose(*matrices):
    result = matrices[0].astype(float)
    for matrix in matrices[1:]:
        if len(matrix) == 3:
            result = matrix @ result
        else:
            translation = result[:3, 3] + matrix[:3, 3]
            result = matrix @ result
            result[:3, 3] = translation
    return result
