# right: functools.reduce; one matrix alone comes back as the very object that was given (nothing forbids it)
from functools import reduce


def compose(*matrices):
    return reduce(lambda done, following: following @ done, matrices)
