"""Compare a solution with mutants of it on many inputs that its contract allows."""

import tempfile
import warnings
from pathlib import Path

import equivalence_inputs
import nibabel as nib
import numpy as np

INPUTS = 1000


def differing(exercise, solution, mutants, inputs=INPUTS):
    """Find the mutants that do not answer as the solution does.

    Parameters
    ----------
    exercise : str
        grade_id of the solution cell.
    solution : dict of str to object
        The names that the solution cell defines.
    mutants : dict of str to dict of str to object
        The same for each mutant.
    inputs : int

    Returns
    -------
    dict of str to int
        For each mutant that differs, the number of the first input that tells.
    """
    make, rng = getattr(equivalence_inputs, exercise, None), np.random.default_rng(20)
    if make is None:
        raise LookupError(
            f"tests/mutants_equivalent.toml lists mutants of {exercise}, and tests/"
            f"equivalence_inputs.py has no function of that name: write one that makes an input"
        )
    found, seen = {}, set()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(inputs):
            name, arguments = make(rng)
            if exercise in equivalence_inputs.TAKE_A_PATH:
                nib.save(arguments[0], Path(folder) / "image.nii")
                arguments = (Path(folder) / "image.nii", *arguments[1:])
            wanted = _answer(exercise, solution[name], arguments)
            seen.add(str(wanted))
            for mutant in mutants.keys() - found.keys():
                if not _is_same(_answer(exercise, mutants[mutant][name], arguments), wanted):
                    found[mutant] = number
    if inputs > 1 and len(seen) == 1:
        raise ValueError(f"the inputs of {exercise} all give the same answer, which proves little")
    return found


def _answer(exercise, function, arguments):
    """Return what the contract fixes of an answer: an exception by its type, an image in parts."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            got = function(*arguments)
        except Exception as error:  # the mutant has to raise the same
            return type(error).__name__
    if isinstance(got, nib.Nifti1Image):
        parts = [got.get_fdata(), got.affine, got.get_data_dtype().name]
        if exercise in equivalence_inputs.LEAVE_THE_HEADER_OPEN:
            return parts
        for form, code in got.get_sform(coded=True), got.get_qform(coded=True):
            parts += [form if code else None, int(code)]
        return [*parts, *got.header.get_xyzt_units(), *got.header.get_zooms()]
    if isinstance(got, dict):
        return [(key, "".join(value) if key == "axes" else value) for key, value in got.items()]
    return got


def _is_same(got, wanted):
    if isinstance(wanted, list | tuple):
        is_row = isinstance(got, list | tuple) and len(got) == len(wanted)
        return is_row and all(map(_is_same, got, wanted))
    if wanted is None or isinstance(wanted, str | np.dtype):
        return got is wanted or (type(got) is type(wanted) and got == wanted)
    if got is None or isinstance(got, str | list | tuple):
        return False
    close = np.shape(got) == np.shape(wanted)
    return close and np.allclose(got, wanted, rtol=1e-9, atol=1e-9, equal_nan=True)
