"""How NumPy's objects and pandas' tables cross the boundary."""

import math
import random
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np

from isocenter.engine.values import Kind, NotByValue, Reader, Writer
from isocenter.engine.wire import ProtocolError

CAME = "isocenter: came across"  # a note on masked arrays; what is computed from them keeps it
_GENERATORS = {"MT19937", "PCG64", "PCG64DXSM", "Philox", "SFC64"}


def _descr(dtype: np.dtype) -> Any:
    """Return a dtype as plain data; its byte order and the names of its fields are kept."""
    if dtype.isbuiltin == 1 and dtype.kind in "biufc" and not dtype.metadata:
        return dtype.str
    if dtype.metadata or type(dtype).__module__ not in ("numpy", "numpy.dtypes"):
        raise NotByValue("a dtype that is not NumPy's own")
    if dtype.hasobject and dtype.kind != "O":
        raise NotByValue("a structured array that holds objects")
    return _listed(np.lib.format.dtype_to_descr(dtype))


def _listed(descr: Any) -> Any:
    if isinstance(descr, str):
        return descr
    if isinstance(descr, dict):
        raise NotByValue("a dtype with a layout of its own")
    return [
        [field[0], _listed(field[1]), *([list(field[2])] if len(field) > 2 else [])]
        for field in descr
    ]


def _dtype(descr: Any) -> np.dtype:
    if isinstance(descr, str):
        return np.lib.format.descr_to_dtype(descr)

    def tupled(part: Any) -> Any:
        if isinstance(part, str):
            return part
        return [
            (field[0], tupled(field[1]), *([tuple(field[2])] if len(field) > 2 else []))
            for field in part
        ]

    return np.lib.format.descr_to_dtype(tupled(descr))


def _write_array(array: np.ndarray, writer: Writer) -> list:
    array = np.asarray(array)  # a memory map is an array
    if array.dtype == object:
        if array.size > 100_000:
            raise NotByValue("a large array of objects")
        return ["O", list(array.shape), [writer.node(item) for item in array.ravel().tolist()]]
    order = "F" if array.flags.f_contiguous and not array.flags.c_contiguous else "C"
    whole = np.ravel(array, order=order) if array.ndim else array.reshape(1)
    # As bytes, of whatever dtype: datetimes have no buffer of their own.
    number = writer.buffer(memoryview(whole.view(np.uint8) if whole.nbytes else b"").cast("B"))
    return [_descr(array.dtype), list(array.shape), order, number, bool(array.flags.writeable)]


def _read_array(parts: list, reader: Reader) -> np.ndarray:
    shape = tuple(parts[1])
    if parts[0] == "O":
        return np.empty(shape, dtype=object)
    dtype = _dtype(parts[0])
    if dtype.hasobject:
        raise ProtocolError("objects cannot come as bytes")
    data = reader.buffer(parts[3])
    if math.prod(shape) * dtype.itemsize == 0:
        return np.zeros(shape, dtype)
    array = np.frombuffer(bytearray(data), dtype).reshape(shape, order=parts[2])
    array.flags.writeable = bool(parts[4])
    return array


def _fill_array(array: np.ndarray, parts: list, reader: Reader) -> None:
    shape = tuple(parts[1])
    if array.shape != shape:
        if array.size != math.prod(shape):
            return  # it is another one by now on this side, which crosses anew
        array.shape = shape
    if parts[0] == "O":
        flat = np.empty(len(parts[2]), dtype=object)
        for place, node in enumerate(parts[2]):
            flat[place] = reader.value(node)
        array[...] = flat.reshape(shape)
        return
    new = _read_array(parts, reader)
    if new.dtype != array.dtype:
        array.dtype = new.dtype
    array.flags.writeable = True
    array[...] = new
    array.flags.writeable = new.flags.writeable


def _write_masked(array: np.ma.MaskedArray, writer: Writer) -> list:
    mask = None if array.mask is np.ma.nomask else np.array(array.mask)
    fill_value = writer.node(array.fill_value)
    return [
        writer.inline(np.array(array.data)),
        mask if mask is None else writer.inline(mask),
        fill_value,
    ]


def _read_masked(parts: list, reader: Reader) -> np.ma.MaskedArray:
    mask = np.ma.nomask if parts[1] is None else reader.inline(parts[1])
    fill_value = reader.value(parts[2])
    array = np.ma.MaskedArray(reader.inline(parts[0]), mask, fill_value=fill_value)
    array._optinfo[CAME] = True
    return array


def _fill_masked(array: np.ma.MaskedArray, parts: list, reader: Reader) -> None:
    new = _read_masked(parts, reader)
    if new.shape == array.shape and new.dtype == array.dtype:
        array.data[...] = new.data
        array.mask = new.mask


def _fill_matrix(matrix: np.ndarray, parts: list, reader: Reader) -> None:
    new = reader.inline(parts[0])
    if new.shape == matrix.shape:
        matrix[...] = new


def _write_matrix(matrix: np.ndarray, writer: Writer) -> list:
    return [writer.inline(np.array(matrix))]


def _write_scalar(scalar: np.generic, writer: Writer) -> list:
    dtype = scalar.dtype
    if dtype.hasobject:
        raise NotByValue("a scalar that holds objects")
    return [_descr(dtype), np.array(scalar, dtype=dtype).tobytes().hex()]


def _read_scalar(parts: list, reader: Reader) -> np.generic:
    dtype = _dtype(parts[0])
    if dtype.hasobject:
        raise ProtocolError("objects cannot come as bytes")
    data = bytes.fromhex(parts[1])
    return (np.frombuffer(data, dtype) if data else np.zeros(1, dtype))[0]


def _write_generator(generator: np.random.Generator, writer: Writer) -> list:
    state = generator.bit_generator.state
    if state["bit_generator"] not in _GENERATORS:
        raise NotByValue("a generator of random numbers that is not NumPy's own")
    return [_state_node(state, writer)]


def _state_node(state: Any, writer: Writer) -> Any:
    if isinstance(state, dict):
        return {name: _state_node(part, writer) for name, part in state.items()}
    return writer.node(tuple(state.tolist()) if isinstance(state, np.ndarray) else state)


def _state(node: Any, reader: Reader) -> Any:
    if isinstance(node, dict):
        return {name: _state(part, reader) for name, part in node.items()}
    value = reader.value(node)
    return np.array(value, np.uint64) if isinstance(value, tuple) else value


def _check_places(state: dict) -> None:
    """Refuse places outside of a generator's numbers: NumPy would read there."""
    inner = state["state"]
    places = (inner.get("pos", 0), state.get("buffer_pos", 0))
    lengths = (len(inner.get("key", ())) if "pos" in inner else 0, len(state.get("buffer", ())))
    if any(not 0 <= place <= length for place, length in zip(places, lengths, strict=True)):
        raise ProtocolError("that is no state of a generator")
    if "pos" in inner and lengths[0] != 624:
        raise ProtocolError("that is no state of a generator")


def _read_generator(parts: list, reader: Reader) -> np.random.Generator:
    state = _state(parts[0], reader)
    if state["bit_generator"] not in _GENERATORS:
        raise ProtocolError("that is no generator of NumPy's")
    _check_places(state)
    generator = np.random.Generator(getattr(np.random, state["bit_generator"])())
    generator.bit_generator.state = state
    return generator


def _fill_generator(generator: np.random.Generator, parts: list, reader: Reader) -> None:
    state = _state(parts[0], reader)
    _check_places(state)
    generator.bit_generator.state = state


def _write_state(generator: np.random.RandomState, writer: Writer) -> list:
    name, keys, *rest = generator.get_state()
    return [writer.node((name, tuple(keys.tolist()), *rest))]


def _read_state(parts: list, reader: Reader) -> np.random.RandomState:
    generator = np.random.RandomState()
    _fill_state(generator, parts, reader)
    return generator


def _fill_state(generator: np.random.RandomState, parts: list, reader: Reader) -> None:
    state = reader.value(parts[0])
    _check_places({"state": {"key": state[1], "pos": state[2]}})
    generator.set_state(state)


def _read_random(parts: list, reader: Reader) -> random.Random:
    generator = random.Random()
    generator.setstate(reader.value(parts[0]))
    return generator


def _fill_random(generator: random.Random, parts: list, reader: Reader) -> None:
    generator.setstate(reader.value(parts[0]))


def array_kinds() -> Iterator[tuple[type, Kind]]:
    """Yield the kinds of NumPy's objects, and of pandas' where that has been imported."""
    array = Kind("a", _write_array, _read_array, _fill_array, lambda parts: parts[0] == "O")
    yield np.ndarray, array
    yield np.memmap, array
    masked = Kind("ma", _write_masked, _read_masked, _fill_masked)
    yield np.ma.MaskedArray, masked
    yield np.matrix, Kind("mx", _write_matrix, lambda p, r: np.matrix(r.inline(p[0])), _fill_matrix)
    yield (
        np.recarray,
        Kind("rec", _write_matrix, lambda p, r: r.inline(p[0]).view(np.recarray), _fill_matrix),
    )
    for scalar in sorted(set(np.sctypeDict.values()), key=lambda kind: kind.__name__):
        if scalar is not np.object_:
            yield scalar, Kind(f"n.{scalar.__name__}", _write_scalar, _read_scalar)
    for dtype in {type(np.dtype(kind)) for kind in np.sctypeDict.values()}:
        name = dtype.__name__
        yield dtype, Kind(f"y.{name}", lambda v, w: [_descr(v)], lambda p, r: _dtype(p[0]))
    yield np.random.Generator, Kind("rg", _write_generator, _read_generator, _fill_generator)
    yield np.random.RandomState, Kind("rs", _write_state, _read_state, _fill_state)
    yield (
        random.Random,
        Kind("rr", lambda v, w: [w.node(v.getstate())], _read_random, _fill_random),
    )
    if "pandas" in sys.modules:
        yield from _table_kinds()


def _table_kinds() -> Iterator[tuple[type, Kind]]:
    import pandas as pd

    def column(values: Any, writer: Writer) -> list:
        """Write a column: its dtype by name, and its values as an array or one by one."""
        array = values.to_numpy()
        if str(values.dtype) == str(array.dtype) and array.dtype != object:
            return [str(values.dtype), [True, writer.inline(array)]]
        if str(values.dtype) not in ("object", "str", "string", "bool", "boolean", "Int64"):
            raise NotByValue(f"a column of {values.dtype}")
        return [str(values.dtype), [False, [writer.node(item) for item in array.astype(object)]]]

    def values_of(parts: list, reader: Reader) -> Any:
        is_array, values = parts[1]
        if is_array:
            return pd.array(reader.inline(values), dtype=parts[0])
        return pd.array([reader.value(node) for node in values], dtype=parts[0])

    def write_index(index: Any, writer: Writer) -> list:
        return [*column(index, writer), writer.node(index.name)]

    def read_index(parts: list, reader: Reader) -> Any:
        return pd.Index(values_of(parts, reader), dtype=parts[0], name=reader.value(parts[2]))

    def write_range(index: Any, writer: Writer) -> list:
        return [index.start, index.stop, index.step, writer.node(index.name)]

    def read_range(parts: list, reader: Reader) -> Any:
        return pd.RangeIndex(*parts[:3], name=reader.value(parts[3]))

    def write_series(series: Any, writer: Writer) -> list:
        return [
            *column(series, writer),
            writer.inline(series.index),
            writer.node(series.name),
        ]

    def read_series(parts: list, reader: Reader) -> Any:
        index, name = reader.inline(parts[2]), reader.value(parts[3])
        return pd.Series(values_of(parts, reader), index=index, name=name, dtype=parts[0])

    def write_frame(frame: Any, writer: Writer) -> list:
        columns = [column(frame.iloc[:, place], writer) for place in range(frame.shape[1])]
        return [writer.inline(frame.index), writer.inline(frame.columns), columns]

    def read_frame(parts: list, reader: Reader) -> Any:
        index = reader.inline(parts[0])
        columns = [
            pd.Series(values_of(part, reader), index=index, dtype=part[0]) for part in parts[2]
        ]
        frame = pd.concat(columns, axis=1) if columns else pd.DataFrame(index=index)
        frame.columns = reader.inline(parts[1])
        return frame

    def filled(read: Any) -> Any:
        """Return how a table takes the place of another's content, as `inplace=True` does it."""
        return lambda table, parts, reader: table._update_inplace(read(parts, reader))

    yield pd.Index, Kind("pi", write_index, read_index)
    yield pd.RangeIndex, Kind("pr", write_range, read_range)
    yield pd.Series, Kind("ps", write_series, read_series, filled(read_series))
    yield pd.DataFrame, Kind("pf", write_frame, read_frame, filled(read_frame))
