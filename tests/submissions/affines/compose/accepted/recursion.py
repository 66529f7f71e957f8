"""The first matrix acts, then the rest of the chain."""


def compose(*matrices):
    first, *rest = matrices
    return compose(*rest) @ first if rest else first
