"""How the values of Python's own types cross the boundary."""

import collections
import datetime
import decimal
import fractions
import io
import pathlib
import uuid
from collections.abc import Callable, Iterator
from typing import Any

from isocenter.engine.values import Kind, Reader, Writer, float_bits, float_from_bits


def _each(values: Any, writer: Writer) -> list:
    return [writer.node(value) for value in values]


def _pairs(value: Any, writer: Writer) -> list:
    return [[writer.node(key), writer.node(item)] for key, item in value.items()]


def _fill_pairs(value: dict, nodes: list, reader: Reader) -> None:
    pairs = [(reader.value(key), reader.value(item)) for key, item in nodes]
    value.clear()
    for key, item in pairs:
        value[key] = item


def _fill_list(value: Any, nodes: list, reader: Reader) -> None:
    items = [reader.value(node) for node in nodes]
    value.clear()
    value.extend(items)


def _fill_set(value: set, nodes: list, reader: Reader) -> None:
    items = [reader.value(node) for node in nodes]
    value.clear()
    value.update(items)


def _fill_bytes(value: bytearray, parts: list, reader: Reader) -> None:
    value[:] = reader.buffer(parts[0])


def _stream(value: Any, writer: Writer) -> list:
    whole = value.getvalue()
    whole = whole if isinstance(whole, bytes) else whole.encode("utf-8", "surrogatepass")
    return [writer.buffer(whole), value.tell()]


def _fill_stream(value: Any, parts: list, reader: Reader) -> None:
    whole = bytes(reader.buffer(parts[0]))
    value.seek(0)
    value.truncate()
    value.write(whole if type(value) is io.BytesIO else whole.decode("utf-8", "surrogatepass"))
    value.seek(parts[1])


def _made(make: Callable[..., Any]) -> Callable[[list, Reader], Any]:
    """Return a reader that hands the parts, as values, to a constructor."""
    return lambda parts, reader: make(*(reader.value(part) for part in parts))


def _empty(make: Callable[[], Any]) -> Callable[[list, Reader], Any]:
    return lambda parts, reader: make()


def _default_dict(parts: list, reader: Reader) -> collections.defaultdict:
    return collections.defaultdict(reader.value(parts[0]))


def plain_kinds() -> Iterator[tuple[type, Kind]]:
    """Yield the kinds of Python's own types."""
    yield int, Kind("i", lambda v, w: [hex(v)], lambda p, r: int(p[0], 16))
    yield float, Kind("f", lambda v, w: [float_bits(v)], lambda p, r: float_from_bits(p[0]))
    yield complex, Kind("c", lambda v, w: _each((v.real, v.imag), w), _made(complex))
    yield bytes, Kind("b", lambda v, w: [v.hex()], lambda p, r: bytes.fromhex(p[0]))
    yield tuple, Kind("t", _each, lambda p, r: tuple(r.value(part) for part in p))
    yield frozenset, Kind("z", _each, lambda p, r: frozenset(r.value(part) for part in p))
    yield slice, Kind("sl", lambda v, w: _each((v.start, v.stop, v.step), w), _made(slice))
    yield range, Kind("ra", lambda v, w: _each((v.start, v.stop, v.step), w), _made(range))
    yield type(...), Kind("...", lambda v, w: [], lambda p, r: ...)
    yield type(NotImplemented), Kind("ni", lambda v, w: [], lambda p, r: NotImplemented)
    yield decimal.Decimal, Kind("de", lambda v, w: [str(v)], _made(decimal.Decimal))
    yield (
        fractions.Fraction,
        Kind("fr", lambda v, w: _each((v.numerator, v.denominator), w), _made(fractions.Fraction)),
    )
    yield uuid.UUID, Kind("uu", lambda v, w: [v.hex], _made(uuid.UUID))
    yield pathlib.PosixPath, Kind("pa", lambda v, w: [str(v)], _made(pathlib.Path))
    yield pathlib.PurePosixPath, Kind("pp", lambda v, w: [str(v)], _made(pathlib.PurePosixPath))
    for kind, tag in (
        (datetime.datetime, "dt"),
        (datetime.date, "da"),
        (datetime.time, "ti"),
    ):
        yield kind, Kind(tag, lambda v, w: [v.isoformat()], _made(kind.fromisoformat))
    yield (
        datetime.timedelta,
        Kind(
            "td",
            lambda v, w: _each((v.days, v.seconds, v.microseconds), w),
            _made(datetime.timedelta),
        ),
    )
    yield list, Kind("l", _each, _empty(list), _fill_list, True)
    yield (
        collections.deque,
        Kind(
            "dq",
            lambda v, w: [v.maxlen, *_each(v, w)],
            lambda p, r: collections.deque(maxlen=p[0]),
            lambda v, p, r: _fill_list(v, p[1:], r),
            True,
        ),
    )
    yield set, Kind("s", _each, _empty(set), _fill_set, True)
    yield dict, Kind("d", _pairs, _empty(dict), _fill_pairs, True)
    yield (
        collections.OrderedDict,
        Kind("od", _pairs, _empty(collections.OrderedDict), _fill_pairs, True),
    )
    yield collections.Counter, Kind("co", _pairs, _empty(collections.Counter), _fill_pairs, True)
    yield (
        collections.defaultdict,
        Kind(
            "dd",
            lambda v, w: [w.node(v.default_factory), *_pairs(v, w)],
            _default_dict,
            lambda v, p, r: _fill_pairs(v, p[1:], r),
            True,
        ),
    )
    yield (
        bytearray,
        Kind("ba", lambda v, w: [w.buffer(bytes(v))], lambda p, r: r.buffer(p[0])[:], _fill_bytes),
    )
    for stream, tag in ((io.BytesIO, "bi"), (io.StringIO, "si")):
        yield stream, Kind(tag, _stream, _empty(stream), _fill_stream, True)
