"""Call a student's function and say, in one line, what is wrong with what came back."""

import copy
import sys
from numbers import Number

import nibabel as nib
import numpy as np
from nibabel.spatialimages import SpatialImage

from isocenter.checks.running import Failed


def _copy(value):
    """Return a fresh copy of an argument; callables and paths stay themselves."""
    if isinstance(value, SpatialImage):
        if value.file_map["image"].filename is not None:
            return type(value).from_filename(value.get_filename())
        return type(value)(
            np.array(value.dataobj), np.array(value.affine), copy.deepcopy(value.header)
        )
    if isinstance(value, list | tuple | np.ndarray | dict):
        return copy.deepcopy(value)
    return value


def _is_same(left, right):
    """Tell whether an argument is as it was."""
    if isinstance(left, SpatialImage):
        return (
            left.shape == right.shape
            and np.array_equal(left.affine, right.affine)
            and left.header == right.header
            and np.array_equal(left.get_fdata(), right.get_fdata(), equal_nan=True)
        )
    if isinstance(left, list | tuple):
        return len(left) == len(right) and all(map(_is_same, left, right))
    if isinstance(left, np.ndarray):
        return (
            isinstance(right, np.ndarray)
            and left.dtype == right.dtype
            and np.array_equal(left, right, equal_nan=left.dtype.kind in "fc")
        )
    return left is right or left == right


def _name(function):
    return function if isinstance(function, str) else getattr(function, "__name__", "your answer")


def require(ok, function, given, problem, hint=""):
    """Fail with the standard sentence unless `ok`.

    Parameters
    ----------
    ok : bool
    function : function or str
        What was called.
    given : str
        The kind of input in words, such as ``"an oblique LAS image"``.
    problem : str
        What is wrong with what came back, such as ``"the axes have no labels"``.
    hint : str
        One sentence that names the mistake, never the solution.

    Raises
    ------
    AssertionError
    """
    if not ok:
        text = f"{_name(function)}, given {given}: {problem}."
        end = "" if hint.endswith(("?", ".")) else "."
        raise Failed(f"{text} Hint: {hint}{end}" if hint else text)


def call(function, *args, given, unchanged=False, **kwargs):
    """Call a student's function on fresh copies of the arguments.

    Parameters
    ----------
    function : function
    *args, **kwargs
        Arrays, images, lists, ...; each is copied first.
    given : str
        The kind of input in words.
    unchanged : bool
        Also require that the function left its arguments as they were.

    Returns
    -------
    object
        Whatever the function returns.

    Raises
    ------
    AssertionError
        The function raised an exception (only its type is named), or changed an argument.
    """
    require(callable(function), function, given, f"{describe(function)} is not a function")
    passed = tuple(map(_copy, args))
    passed_by_name = {key: _copy(value) for key, value in kwargs.items()}
    try:
        result = function(*passed, **passed_by_name)
    except Exception as error:  # whatever the answer raises is the answer's failure
        if isinstance(error, NotImplementedError):
            require(False, function, given, "there is no answer yet (NotImplementedError)")
        require(False, function, given, f"it stopped with {_kind(error)}")
    if unchanged:
        whole = all(map(_is_same, args, passed)) and all(
            _is_same(value, passed_by_name[key]) for key, value in kwargs.items()
        )
        require(whole, function, given, "it changed its input", "work on a copy")
    return result


def _kind(error):
    """Return the name of an exception's class, or of what it comes from if the answer defines it.

    A class may be named after what a hidden call gave.
    """
    for kind in type(error).__mro__:
        module = None if kind.__module__ == "__main__" else sys.modules.get(kind.__module__)
        if getattr(module, kind.__qualname__, None) is kind:
            return kind.__name__
    return "Exception"


def describe(value):
    """Return type and shape of what came, and nothing that the answer itself says."""
    if value is None:
        return "None"
    kind = type(value).__name__
    article = "an" if kind[0].lower() in "aeiou" else "a"
    if isinstance(value, np.ndarray):  # fields may be named after what a hidden call gave
        if value.dtype.names:
            return f"an array with fields, shape {value.shape}"
        return f"an array of {value.dtype}, shape {value.shape}"
    if isinstance(value, np.dtype):
        return f"the dtype {value.name}"
    if isinstance(value, list | tuple):
        what = "number" if value and all(isinstance(one, Number) for one in value) else "item"
        kind = "list" if isinstance(value, list) else "tuple"
        return f"a {kind} of {len(value)} {what}{'' if len(value) == 1 else 's'}"
    return f"{article} {kind}"


def real_numbers(value):
    """Return `value` as a float array, or None where it is not made of real numbers."""
    try:
        with np.errstate(all="ignore"):
            array = np.array(value, subok=False)
            if array.dtype.kind in "biuf":
                return array.astype(float)
            if array.dtype.kind == "O" and value is not None:  # Fraction, Decimal, mixtures
                return array.astype(float)
    except (TypeError, ValueError):
        pass
    return None


def _matches(got, want, rtol, atol):
    return got.shape == want.shape and np.allclose(got, want, rtol=rtol, atol=atol, equal_nan=True)


def _hint(mistakes, is_it):
    """Return the hint for the first known mistake that gives what came, else nothing."""
    for words, value in (mistakes or {}).items():
        if is_it(value() if callable(value) else value):
            return f"this is what {words} would give"
    return ""


def close(got, want, function, given, *, rtol=1e-6, atol=1e-6, mistakes=None):
    """Require numbers equal to the wanted ones, of any real type, up to a tolerance.

    Parameters
    ----------
    got : array-like
        What came.
    want : array-like of float
        What is right; its shape is required too.
    function : function or str
        What was called.
    given : str
        The kind of input in words.
    rtol, atol : float
        ``|got - want| <= atol + rtol * |want|``.
    mistakes : dict of str to array-like or function, optional
        What known mistakes give for the same input. The words complete the sentence "this is what
        ... would give": ``{"degrees passed to cos": wrong}``. A function is called without
        arguments when it is needed. A mistake that happens to be right here is passed over.

    Raises
    ------
    AssertionError
    """
    want = np.asarray(want, dtype=float)
    array = real_numbers(got)
    if got is None:
        require(False, function, given, "it returned None", "is there a `return`?")
    require(array is not None, function, given, f"{describe(got)} came, where numbers were wanted")
    if _matches(array, want, rtol, atol):
        return

    def is_it(mistake):
        mistake = np.asarray(mistake, dtype=float)
        return _matches(array, mistake, rtol, atol) and not _matches(mistake, want, rtol, atol)

    hint = _hint(mistakes, is_it)
    require(
        array.shape == want.shape,
        function,
        given,
        f"numbers of shape {array.shape} came, where shape {want.shape} was wanted",
        hint,
    )
    wrong = ~np.isclose(array, want, rtol=rtol, atol=atol, equal_nan=True)
    verb = "is" if wrong.sum() == 1 else "are"
    count = (
        f"{wrong.sum()} of {wrong.size} numbers {verb} wrong" if wrong.size > 1 else "it is wrong"
    )
    require(False, function, given, f"{describe(got)} came; {count}", hint)


def expect(
    function, *args, gives, given, rtol=1e-6, atol=1e-6, mistakes=None, unchanged=False, **kwargs
):
    """Call a student's function and require numbers: `call`, then `close`.

    Parameters
    ----------
    function : function
    *args, **kwargs
        Passed on, as fresh copies.
    gives : array-like of float
        What is right.
    given, rtol, atol, mistakes, unchanged
        As in `call` and `close`.

    Returns
    -------
    object
        What the function returned.
    """
    got = call(function, *args, given=given, unchanged=unchanged, **kwargs)
    close(got, gives, function, given, rtol=rtol, atol=atol, mistakes=mistakes)
    return got


def same(got, want, function, given, *, mistakes=None):
    """Require a value that is not measured but named: a string, an int, a bool, None.

    Parameters
    ----------
    got : object
    want : str, int, bool or None
        ``True`` and ``1`` are the same, and so are NumPy's own scalars.
    function, given, mistakes
        As in `close`; the mistakes' values are compared in the same way.

    Raises
    ------
    AssertionError
    """

    def equal(value, other):
        if isinstance(value, np.generic) or (isinstance(value, np.ndarray) and value.ndim == 0):
            value = value.item()
        if other is None or value is None:
            return value is other
        if isinstance(other, str):
            return isinstance(value, str) and value == other
        return isinstance(value, int | float) and not isinstance(value, str) and value == other

    if not equal(got, want):
        hint = _hint(mistakes, lambda mistake: equal(got, mistake) and not equal(mistake, want))
        require(False, function, given, f"{describe(got)} came, and it is not the right one", hint)


def expect_same(function, *args, gives, given, mistakes=None, unchanged=False, **kwargs):
    """Call a student's function and require a named value: `call`, then `same`.

    Parameters
    ----------
    function : function
    *args, **kwargs
        Passed on, as fresh copies.
    gives : str, int, bool or None
        What is right.
    given, mistakes, unchanged
        As in `call` and `same`.

    Returns
    -------
    object
        What the function returned.
    """
    got = call(function, *args, given=given, unchanged=unchanged, **kwargs)
    same(got, gives, function, given, mistakes=mistakes)
    return got


def expect_image(function, *args, given, like=None, any_dtype=False, unchanged=False, **kwargs):
    """Call a student's function, and require a NIfTI image that survives saving and loading.

    Parameters
    ----------
    function : function
    *args, **kwargs
        Passed on, as fresh copies.
    given, unchanged
        As in `call`.
    like : nibabel.Nifti1Image, optional
        Require its units, its codes above 0 and its dtype on disk; where its sform and qform say
        the same, those of the image that came must agree too.
    any_dtype : bool
        Let the dtype on disk differ from that of `like`.

    Returns
    -------
    nibabel.Nifti1Image
        What the function returned, saved and loaded again.
    """
    got = call(function, *args, given=given, unchanged=unchanged, **kwargs)
    require(got is not None, function, given, "it returned None", "is there a `return`?")
    is_image = isinstance(got, nib.Nifti1Image)
    require(is_image, function, given, f"{describe(got)} came, where a NIfTI image was wanted")
    kind = nib.Nifti2Image if isinstance(got, nib.Nifti2Image) else nib.Nifti1Image
    try:
        got = kind.from_bytes(got.to_bytes())
        got.get_fdata()
    except Exception:  # a dtype that NIfTI lacks, a header that contradicts the array, ...
        require(False, function, given, "the image that came cannot be saved")
    if like is not None:
        _require_header(got, like, function, given, any_dtype)
    return got


def _require_header(got, like, function, given, any_dtype):
    """Require the units, the codes above 0 and (unless any will do) the dtype of `like`."""
    forms = {}
    for form in "sform", "qform":
        wanted, code = getattr(like, f"get_{form}")(coded=True)
        came, code_that_came = getattr(got, f"get_{form}")(coded=True)
        if code > 0:
            problem = f"the {form} code is not what it was"
            hint = "nibabel writes codes of its own beside an affine that the header did not hold"
            require(code_that_came == code, function, given, problem, hint)
            forms[form] = wanted, came
    if len(forms) == 2 and np.allclose(forms["sform"][0], forms["qform"][0], atol=1e-4):
        agree = np.allclose(forms["sform"][1], forms["qform"][1], atol=1e-3)
        require(agree, function, given, "sform and qform agreed before, and no longer do")
    units = got.header.get_xyzt_units() == like.header.get_xyzt_units()
    require(units, function, given, "the units in the header are not what they were")
    dtypes = [np.dtype(img.get_data_dtype()).newbyteorder("=") for img in (got, like)]
    problem = "the dtype on disk is not what it was"
    require(any_dtype or dtypes[0] == dtypes[1], function, given, problem)


def same_dtype(got, want, function, given, *, mistakes=None):
    """Require a NumPy dtype, in either byte order.

    Parameters
    ----------
    got : object
        What came; a NumPy scalar type or the name of one will do.
    want : numpy dtype
    function, given, mistakes
        As in `close`; the mistakes' values are compared in the same way.

    Raises
    ------
    AssertionError
    """

    def equal(value, other):
        try:
            known = isinstance(value, np.dtype | type | str) and np.dtype(value)
        except TypeError:
            return False
        return bool(known) and known.newbyteorder("=") == np.dtype(other).newbyteorder("=")

    if not equal(got, want):
        hint = _hint(mistakes, lambda mistake: equal(got, mistake) and not equal(mistake, want))
        require(
            False, function, given, f"{describe(got)} came, and it is not the right dtype", hint
        )


def expect_error(function, *args, raises, given, hint="", **kwargs):
    """Require that a student's function raises an exception of the type that the contract names.

    Parameters
    ----------
    function : function
    *args, **kwargs
        Passed on, as fresh copies.
    raises : exception type
    given : str
        The kind of input in words.
    hint : str
        One sentence for an answer that raises nothing.

    Raises
    ------
    AssertionError
    """
    require(callable(function), function, given, f"{describe(function)} is not a function")
    wanted = raises.__name__
    try:
        got = function(*map(_copy, args), **{key: _copy(value) for key, value in kwargs.items()})
    except raises:
        return
    except Exception as error:  # another type is the answer's failure
        require(False, function, given, f"it stopped with {_kind(error)}, not with {wanted}")
    require(False, function, given, f"{describe(got)} came, where {wanted} was to be raised", hint)
