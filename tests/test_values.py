"""What crosses the boundary between a student's code and the tests comes out as it went in."""

import collections
import datetime
import decimal
import fractions
import io
import json
import math
import pathlib

import nibabel as nib
import numpy as np
import pandas as pd
import pytest

from isocenter import checks
from isocenter.engine.arrays import array_kinds
from isocenter.engine.ledger import Codec
from isocenter.engine.plain import plain_kinds
from isocenter.engine.values import NotByValue
from isocenter.engine.volumes import Volumes
from isocenter.engine.wire import ProtocolError


def codec(first=1, sent=(), taken=()):
    """Return one side's codec, which has no handles."""

    def refuse(thing, writer):
        node = made.by_name(thing, writer)
        if node is None:
            raise NotByValue(type(thing).__name__)
        return node

    def unknown(node, _):
        raise ProtocolError(f"{node[0]} is no node")

    kinds = [*plain_kinds(), *array_kinds(), *Volumes(sent, taken).kinds()]
    made = Codec(dict(kinds), refuse, unknown, first)
    return made


def crossed(value, **folders):
    """Send a value from one codec to another, as JSON text and bytes."""
    tree, buffers, _ = codec(**folders).pack(value)
    received = [bytearray(buffer) for buffer in buffers]
    return codec(2, **folders).unpack(json.loads(json.dumps(tree)), received)[0]


SIMPLE = {
    "a large int": 2**70,
    "a negative int": -(2**60),
    "minus zero": -0.0,
    "infinity": -math.inf,
    "a complex": 1 - 2j,
    "a lone surrogate": "\ud800",
    "bytes": b"\x00\xff",
    "nested": [1, (2.5, {"a": {3}}), frozenset({None}), slice(1, None, 2), range(3), ...],
    "a deque": collections.deque([1, 2]),
    "an ordered dict": collections.OrderedDict(b=1, a=2),
    "a counter": collections.Counter("aab"),
    "a decimal": decimal.Decimal("1.10"),
    "a fraction": fractions.Fraction(1, 3),
    "a date": datetime.date(2026, 11, 22),
    "a time": datetime.datetime(2026, 11, 22, 10, tzinfo=datetime.UTC),
    "a duration": datetime.timedelta(seconds=1.5),
    "a path": pathlib.Path("/tmp/a b"),
    "a function of a library": np.mean,
    "a class of a library": nib.Nifti1Image,
    "a module": np.linalg,
    "bytes that can change": bytearray(b"abc"),
}


@pytest.mark.parametrize("value", SIMPLE.values(), ids=SIMPLE)
def test_a_value_crosses_with_its_type(value):
    came = crossed(value)
    assert type(came) is type(value)
    assert came == value
    assert repr(came) == repr(value)


def test_a_nan_keeps_its_bits():
    odd = np.frombuffer(bytes.fromhex("010000000000f8ff"), float)[0].item()
    assert np.float64(crossed(odd)).tobytes() == np.float64(odd).tobytes()


ARRAYS = {
    "floats": np.linspace(0, 1, 6).reshape(2, 3),
    "Fortran order": np.asfortranarray(np.arange(6).reshape(2, 3)),
    "big endian": np.arange(3, dtype=">i2"),
    "a view with gaps": np.arange(10)[::3],
    "no dimension": np.array(3.5),
    "nothing": np.zeros((0, 3), np.uint8),
    "booleans": np.array([True, False]),
    "text": np.array(["ab", "c"]),
    "dates": np.array(["2026-11-22"], dtype="M8[D]"),
    "structured": np.array([(1, 2.5)], dtype=[("a", "<i4"), ("b", ">f8", (1,))]),
    "objects": np.array([fractions.Fraction(1, 2), None, "a"], dtype=object),
}


@pytest.mark.parametrize("array", ARRAYS.values(), ids=ARRAYS)
def test_an_array_crosses_with_dtype_and_order(array):
    came = crossed(array)
    assert type(came) is np.ndarray
    assert came.dtype == array.dtype
    assert came.dtype.byteorder == array.dtype.byteorder
    assert came.shape == array.shape
    assert came.flags.f_contiguous == array.flags.f_contiguous or not array.flags.contiguous
    assert came.tolist() == array.tolist()


@pytest.mark.parametrize(
    "scalar",
    [np.float32(0.1), np.int8(-3), np.bool_(True), np.str_("é"), np.datetime64("2026-11-22")],
    ids=lambda scalar: type(scalar).__name__,
)
def test_a_scalar_of_numpy_crosses(scalar):
    came = crossed(scalar)
    assert type(came) is type(scalar)
    assert came == scalar


def test_a_masked_array_crosses():
    masked = np.ma.masked_greater(np.arange(4.0), 2, copy=False)
    came = crossed(masked)
    assert came.tolist() == [0.0, 1.0, 2.0, None]
    assert came.fill_value == masked.fill_value


def test_a_dtype_crosses():
    assert crossed(np.dtype(">f4")).byteorder == ">"


def test_a_generator_crosses_with_its_state():
    rng = np.random.default_rng(3)
    came = crossed(rng)
    assert came.normal() == rng.normal()


def test_tables_cross():
    table = pd.DataFrame({"a": [1, 2], "b": ["x", None], "c": [0.5, np.nan]}, index=["i", "j"])
    pd.testing.assert_frame_equal(crossed(table), table)
    pd.testing.assert_series_equal(crossed(table["b"]), table["b"])


def test_an_alias_stays_an_alias_and_a_cycle_a_cycle():
    inner = [1]
    outer = [inner, inner]
    outer.append(outer)
    came = crossed(outer)
    assert came[0] is came[1]
    assert came[2] is came


def test_a_named_tuple_crosses_as_one():
    point = collections.namedtuple("Point", "x y")(1, 2)
    came = crossed(point)
    assert came == (1, 2)
    assert came.y == 2


@pytest.mark.parametrize(
    "error", [KeyError("a"), ValueError("b", 3), OSError(2, "gone"), UnicodeError()], ids=repr
)
def test_an_exception_crosses(error):
    came = crossed(error)
    assert type(came) is type(error)
    assert came.args == error.args
    assert str(came) == str(error)


@pytest.mark.parametrize(
    "stream", [io.BytesIO(b"abc"), io.StringIO("äbc")], ids=lambda stream: type(stream).__name__
)
def test_a_stream_crosses_with_its_position(stream):
    stream.seek(1)
    came = crossed(stream)
    assert came.getvalue() == stream.getvalue()
    assert came.tell() == 1


class _List(list):
    pass


class _Array(np.ndarray):
    pass


@pytest.mark.parametrize(
    "value",
    [_List(), np.zeros(2).view(_Array), object(), lambda: 1, (1, _List())],
    ids=["a list's subclass", "an array's subclass", "an object", "a function", "in a tuple"],
)
def test_what_somebody_else_wrote_does_not_cross_by_value(value):
    with pytest.raises(NotByValue):
        crossed(value)


def image(**kwargs):
    return checks.image(
        np.arange(24, dtype=np.int16).reshape(2, 3, 4), np.diag([2, 3, 4, 1]), **kwargs
    )


def test_an_image_in_memory_crosses_with_every_bit_of_its_header():
    img = image(code=3, units=("micron", "msec"))
    img.header["descrip"] = b"as it was"
    img.header.extensions.append(nib.nifti1.Nifti1Extension(6, b"a comment"))
    came = crossed(img)
    assert type(came) is nib.Nifti1Image
    assert came.header.binaryblock == img.header.binaryblock
    assert came.header.extensions == img.header.extensions
    assert np.array_equal(came.affine, img.affine)
    assert came.get_fdata().dtype == img.get_fdata().dtype
    assert np.array_equal(came.dataobj, img.dataobj)


@pytest.mark.parametrize("shared", [False, True], ids=["as bytes", "as a path"])
def test_an_image_in_a_file_stays_backed_by_it(tmp_path, shared):
    img = image()
    img.header.set_slope_inter(0.5, 3)
    nib.save(img, tmp_path / "a.nii.gz")
    loaded = nib.load(tmp_path / "a.nii.gz")
    folders = {"sent": (tmp_path,), "taken": (tmp_path,)} if shared else {}
    came = crossed(loaded, **folders)
    assert nib.is_proxy(came.dataobj)
    assert (came.dataobj.slope, came.dataobj.inter) == (loaded.dataobj.slope, loaded.dataobj.inter)
    assert came.header.binaryblock == loaded.header.binaryblock
    assert np.array_equal(came.get_fdata(), loaded.get_fdata())
    assert (came.get_filename() == loaded.get_filename()) is shared


def test_a_path_that_is_not_for_both_sides_is_refused(tmp_path):
    nib.save(image(), tmp_path / "a.nii")
    tree, buffers, _ = codec(sent=(tmp_path,)).pack(nib.load(tmp_path / "a.nii"))
    with pytest.raises(ProtocolError, match="not for both sides"):
        codec(2).unpack(tree, buffers)


def test_what_was_changed_comes_back_changed():
    here, there = codec(1), codec(2)
    argument = {"array": np.zeros(3), "list": [1], "image": image()}
    tree, buffers, _ = here.pack(argument)
    value, _ = there.unpack(tree, [bytearray(buffer) for buffer in buffers])
    value["array"][1] = 5
    value["list"].append(value["array"])
    value["image"].header["descrip"] = b"mine"
    tree, buffers, _ = there.pack(value["array"])
    assert len(tree[1]) == 3  # the dict itself is as it was
    result, _ = here.unpack(tree, [bytearray(buffer) for buffer in buffers])
    assert result is argument["array"]
    assert argument["array"].tolist() == [0, 5, 0]
    assert argument["list"] == [1, argument["array"]]
    assert argument["image"].header["descrip"] == b"mine"


def test_what_was_not_changed_is_not_sent_again():
    here, there = codec(1), codec(2)
    tree, buffers, _ = here.pack([np.zeros(1000)])
    value, _ = there.unpack(tree, [bytearray(buffer) for buffer in buffers])
    tree, buffers, _ = there.pack(value)
    assert tree[1] == []
    assert buffers == []


MALFORMED = {
    "no tree": 3,
    "no such entry": [["&", 7], []],
    "no such tag": [["§"], []],
    "a number that is none": [["&", True], [[True, ["l"], 0]]],
    "content outside of the ledger": [["l", 1], []],
    "no such buffer": [["&", 1], [[1, ["ba", 0], 0]]],
    "a negative buffer": [["&", 1], [[1, ["ba", -1], 0]]],
    "objects as bytes": [["&", 1], [[1, ["a", "|O", [1], "C", 0], 1]]],
    "a shape that does not fit": [["&", 1], [[1, ["a", "<f8", [3], "C", 0], 1]]],
    "a library that is none": [["lib", "isocenter.engine.wire", "Channel"], []],
    "a private name": [["lib", "os", "__dict__"], []],
    "no exception": [["x", ["lib", "builtins", "int"], []], []],
    "a named tuple with a keyword": [["nt", "P", ["class"], [1]], []],
    "a dict": [{"a": 1}, []],
    "an array of another library": [["v.Nifti1Image", ["path", "/etc/passwd"], [], None, None], []],
}


@pytest.mark.parametrize("tree", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_message_is_refused(tree):
    with pytest.raises(ProtocolError):
        codec(2).unpack([*tree, 0] if isinstance(tree, list) else tree, [bytearray(8)])
