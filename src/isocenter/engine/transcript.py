"""What a test asked of a student's code and what came, in a line each, for the instructor."""

import reprlib
from typing import Any

import numpy as np
from nibabel.spatialimages import SpatialImage

from isocenter.engine.remote import Remote, name_of, stand_in_of
from isocenter.engine.twins import plain

_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 200
_SHORT.maxlist = _SHORT.maxtuple = _SHORT.maxset = _SHORT.maxdict = 12
_SHORT.maxlevel = 3


def sentence(operation: str, args: tuple, kwargs: dict, verdict: str, result: Any) -> str:
    """Return one question and its answer.

    Parameters
    ----------
    operation : str
        As the examiner puts it: "call", "get", "getattr", ...
    args, kwargs
        Of the question; the first is often the stand-in that is asked.
    verdict : str
        "ok" or "raised".
    result : object
        What came, or what was raised.

    Returns
    -------
    str
        Such as ``voxel_sizes(Nifti1Image (5, 6, 7) int16) -> array (3,) float64 [2. 3. 4.]``.
    """
    if operation == "call":
        given = [short(value) for value in args[1:]]
        given += [f"{name}={short(value)}" for name, value in kwargs.items()]
        asked = f"{name_of(args[0])}({', '.join(given)})"
    elif operation == "getattr":
        asked = f"{name_of(args[0])}.{args[1]}"
    elif operation == "get":
        asked = f"name {args[0]}"
    else:
        asked = f"{operation}({', '.join(short(value) for value in args)})"
    return f"{asked} {'->' if verdict == 'ok' else 'raised'} {short(result)}"


def short(value: Any) -> str:
    """Return a value in a few words; a stand-in is not asked for its own."""
    if isinstance(value, Remote):
        return f"<the student's {name_of(value)}>"
    if (own := stand_in_of(value)) is not None:
        return f"<the student's {name_of(own)} {_SHORT.repr(plain(value))}>"
    if isinstance(value, SpatialImage):
        return f"{type(value).__name__} {value.shape} {value.get_data_dtype()}"
    if isinstance(value, np.ndarray):
        numbers = np.array2string(value, threshold=12, edgeitems=3, precision=6)
        return f"array {value.shape} {value.dtype} {' '.join(numbers.split())}"
    if isinstance(value, list | tuple) and any(isinstance(item, Remote) for item in value):
        return f"[{', '.join(short(item) for item in value[:12])}]"
    if callable(value) and hasattr(value, "__name__"):
        return str(value.__name__)
    return _SHORT.repr(value)
