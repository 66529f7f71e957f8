"""isocenter.checks: what passes, what fails, and what a student is told."""

import contextlib
import time
import warnings
from decimal import Decimal
from fractions import Fraction

import matplotlib
import matplotlib.pyplot as plt
import nibabel as nib
import numpy as np
import pytest

from isocenter import checks
from isocenter.checks import running


def message(test):
    with pytest.raises(AssertionError) as caught:
        checks.run(test)
    assert "\n" not in str(caught.value)
    assert caught.value.__suppress_context__
    return str(caught.value)


@pytest.mark.parametrize(
    "value",
    [
        [1, 2, 3],
        (1.0, 2.0, 3.0),
        np.array([1, 2, 3], np.uint8),
        np.array([1, 2, 3], np.float32),
        [Fraction(1), Decimal(2), 3],
        np.ma.array([1, 2, 3]),
        range(1, 4),
    ],
    ids=str,
)
def test_any_real_numbers_will_do(value):
    checks.close(value, [1, 2, 3], "f", "a list")


def test_minus_zero_and_nan():
    checks.close([-0.0, np.nan], [0, np.nan], "f", "a list")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "it returned None. Hint: is there a `return`?"),
        ("abc", "a str came, where numbers were wanted."),
        ([1, 2], "numbers of shape (2,) came, where shape (3,) was wanted."),
        ([1, 2, 4], "a list of 3 numbers came; 1 of 3 numbers is wrong."),
        (np.array([1, 2, 3 + 1j]), "where numbers were wanted"),
        ([[1], [2, 3]], "where numbers were wanted"),
        (np.array([1, np.nan, 3]), "1 of 3 numbers is wrong"),
        (nib.Nifti1Image(np.zeros((2, 2, 2)), np.eye(4)), "a Nifti1Image came, where numbers"),
        ([{}], "a list of 1 item came, where numbers"),
        (np.dtype(">i2"), "the dtype int16 came, where numbers"),
    ],
    ids=["None", "string", "shape", "value", "complex", "ragged", "nan", "image", "items", "dtype"],
)
def test_what_is_told_of_wrong_numbers(value, words):
    def test(rng):
        checks.close(value, [1, 2, 3], "f", "an oblique image")

    told = message(test)
    assert told.startswith("f, given an oblique image: ")
    assert words in told


def test_a_known_mistake_is_named_and_the_right_value_is_not():
    def test(rng):
        mistakes = {"right all the same": [1, 2], "twice the size": lambda: [2, 4]}
        checks.close([2, 4], [1, 2], "f", "a list", mistakes=mistakes)

    told = message(test)
    assert told.endswith("Hint: this is what twice the size would give.")
    assert "1" not in told.replace("1 of", "").split("came")[0]


def test_an_exception_is_told_by_its_type_alone():
    def f(x):
        raise KeyError("the secret input was 42")

    def test(rng):
        checks.expect(f, 42, gives=1, given="a number")

    assert message(test) == "f, given a number: it stopped with KeyError."


def test_an_unanswered_exercise_is_told_as_such():
    def f(x):
        raise NotImplementedError

    told = message(lambda rng: checks.expect(f, 1, gives=1, given="a number"))
    assert "there is no answer yet" in told


def test_a_missing_function_is_told_as_such():
    told = message(lambda rng: checks.expect(not_there, 1, gives=1, given="a number"))  # noqa: F821
    assert told == "not_there is not defined: its cell is missing, or stopped with an error"


def test_a_fault_of_the_test_itself_is_not_told_as_the_students():
    with pytest.raises(ZeroDivisionError):
        checks.run(lambda rng: 1 / 0)


def test_an_endless_loop_is_stopped(monkeypatch):
    monkeypatch.setattr(running, "SECONDS", 1)

    def f(x):
        while True:
            with contextlib.suppress(Exception):
                time.sleep(0.01)

    told = message(lambda rng: checks.expect(f, 1, gives=1, given="a number"))
    assert "longer than 1 seconds" in told


def test_run_is_quiet_and_leaves_no_trace(capfd):
    before = plt.rcParams["image.cmap"]
    plt.rcParams["image.cmap"] = "jet"

    def f(x):
        print("noise")
        warnings.warn("noise", stacklevel=1)
        plt.figure()
        assert plt.rcParams["image.cmap"] == before
        return x

    checks.run(lambda rng: checks.expect(f, 1, gives=1, given="a number"))
    assert capfd.readouterr() == ("", "")
    assert plt.get_fignums() == []
    assert plt.rcParams["image.cmap"] == "jet"
    plt.rcParams["image.cmap"] = before


def test_matplotlib_has_its_defaults_in_a_test_and_the_users_settings_after():
    theirs = {"font.family": ["serif"], "image.origin": "lower", "figure.dpi": 33.0}
    with plt.rc_context(theirs):
        users = dict(plt.rcParams)

        def test(rng):
            aside = {"backend", "interactive"}
            held = {name: plt.rcParams[name] for name in plt.rcParams if name not in aside}
            assert held == {name: matplotlib.rcParamsDefault[name] for name in held}
            plt.rcParams["lines.linewidth"] = 7
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            checks.run(test)
        assert dict(plt.rcParams) == users


def test_arguments_are_copies_and_a_change_of_them_is_found(tmp_path):
    array = np.arange(3.0)
    held = checks.image(np.ones((2, 3, 4)), np.eye(4))
    filed = checks.from_disk(held, tmp_path)

    def spoil_array(x):
        x[0] = 9
        return 1

    def spoil_data(img):
        img.get_fdata()[0] = 9
        return 1

    def spoil_affine(img):
        img.affine[0, 3] = 9
        return 1

    def spoil_header(img):
        img.header["descrip"] = "x"
        return 1

    cases = [(spoil_array, array), (spoil_array, [1, 2])]
    cases += [(f, x) for f in (spoil_data, spoil_affine, spoil_header) for x in (held, filed)]
    for function, value in cases:
        checks.expect(function, value, gives=1, given="it")
        told = message(
            lambda rng, function=function, value=value: checks.expect(
                function, value, gives=1, given="it", unchanged=True
            )
        )
        assert "it changed its input. Hint: work on a copy." in told
    assert array[0] == 0
    assert held.get_fdata()[0, 0, 0] == 1
    checks.expect(lambda img: img.get_fdata()[0, 0, 0], filed, gives=1, given="it", unchanged=True)


@pytest.mark.parametrize(
    ("got", "want", "is_same"),
    [
        ("left", "left", True),
        (np.str_("left"), "left", True),
        ("Left", "left", False),
        (1, 1, True),
        (np.int16(1), 1, True),
        (np.array(1), 1, True),
        (1.0, 1, True),
        (True, True, True),
        (np.bool_(True), True, True),
        ("1", 1, False),
        (None, None, True),
        (None, 0, False),
        (0, None, False),
        ([1], 1, False),
    ],
)
def test_named_values(got, want, is_same):
    def test(rng):
        checks.same(got, want, "f", "it")

    if is_same:
        checks.run(test)
    else:
        assert "it is not the right one" in message(test)


def test_expected_errors():
    def raises(x):
        raise ValueError("no")

    checks.expect_error(raises, 1, raises=ValueError, given="it")
    told = message(lambda rng: checks.expect_error(raises, 1, raises=TypeError, given="it"))
    assert "it stopped with ValueError, not with TypeError" in told
    told = message(lambda rng: checks.expect_error(abs, 1, raises=ValueError, given="it", hint="h"))
    assert "an int came, where ValueError was to be raised. Hint: h." in told


def test_inputs_depend_on_cohort_and_name(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ISOCENTER_COHORT_SEED", raising=False)
    assert checks.cohort_seed() == 0
    (tmp_path / "course.toml").write_text("cohort_seed = 7")
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    assert checks.cohort_seed() == 7
    monkeypatch.setenv("ISOCENTER_COHORT_SEED", "8")
    draws = {checks.generator("a").random(), checks.generator("b").random()}
    assert checks.generator("a").random() in draws
    monkeypatch.setenv("ISOCENTER_COHORT_SEED", "9")
    assert checks.generator("a").random() not in draws
    assert len(draws) == 2


def test_a_missing_image_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("ISOCENTER_DATA", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError, match=r"lost.nii was not found: run `isocenter data`"):
        checks.data_file("lost.nii")


@pytest.mark.parametrize("axes", ["RAS", "LAS", "PIR", "SLA"])
@pytest.mark.parametrize("turn", [0, 0.3])
def test_affines_point_where_they_should(axes, turn):
    made = checks.affine(np.random.default_rng(5), axes, turn)
    assert "".join(nib.aff2axcodes(made)) == axes
    sizes = nib.affines.voxel_sizes(made)
    assert min(abs(a - b) for n, a in enumerate(sizes) for b in sizes[:n]) > 0.5
    assert np.all(np.abs(made[:3, 3]) >= 20)
    assert (abs(made[:3, :3]) > 1e-6).sum() == (3 if turn == 0 else 9)
