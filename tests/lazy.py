"""Answers that hold no work."""

import ast

LAZY = '''
def _lazy(reference, way):
    """Return a function that answers as somebody would who did no work."""
    import copy, functools
    import numpy as np
    from nibabel.spatialimages import SpatialImage

    def zeros(value):
        if isinstance(value, SpatialImage):
            return type(value)(np.zeros(value.shape), value.affine, value.header)
        if isinstance(value, dict):
            return {key: zeros(item) for key, item in value.items()}
        if isinstance(value, (tuple, list)):
            return type(value)(map(zeros, value))
        if isinstance(value, (bool, int, float, complex, np.generic, np.ndarray)):
            return np.zeros(np.shape(value), np.asarray(value).dtype)[()]
        return None if value is None else type(value)() if isinstance(value, str) else 0

    first = []

    @functools.wraps(reference)
    def answer(*args, **kwargs):
        if way == "zeros":
            return zeros(reference(*args, **kwargs))
        if not first:
            first.append(reference(*args, **kwargs))
        try:
            return copy.deepcopy(first[0])
        except Exception:
            return first[0]

    return answer
'''


def trivial_answers(source):
    """Return {name: code} of answers that hold no work: each must fail every hidden test."""
    bodies = {
        "pass": "pass",
        "None": "return None",
        "raise": "raise RuntimeError('no')",
        "raise ValueError": "raise ValueError('no')",
        "not implemented": "raise NotImplementedError()",
    }
    functions = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    made = {}
    for name, body in bodies.items():
        made[name] = "\n".join(
            f"def {f.name}({ast.unparse(f.args)}):\n    {body}" for f in functions
        )
    made["first argument"] = "\n".join(
        f"def {f.name}({ast.unparse(f.args)}):\n    return {_first_argument(f)}" for f in functions
    )
    returning = {
        f.name
        for f in functions
        if any(isinstance(node, ast.Return) and node.value for node in ast.walk(f))
    }
    for way in ("zeros", "example's answer"):
        if not returning:
            continue  # a function that writes a file and returns nothing has no answer to fake
        wrapped = "\n".join(f"{f.name} = _lazy({f.name}, {way!r})" for f in functions)
        made[way] = f"{source}\n{LAZY}\n{wrapped}"
    return made


def _first_argument(function):
    arguments = [*function.args.posonlyargs, *function.args.args]
    return arguments[0].arg if arguments else f"{function.args.vararg.arg}[0]"
