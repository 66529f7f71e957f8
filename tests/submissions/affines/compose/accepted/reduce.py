"""functools.reduce, each new matrix from the left."""

from functools import reduce


def compose(*matrices):
    return reduce(lambda done, matrix: matrix @ done, matrices)
