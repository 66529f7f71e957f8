"""How nibabel's images and headers cross the boundary.

An image that lies in a file crosses as the bytes of that file, or as its path where both sides may
read it, so that scaling, byte order, dtype on disk, codes and units stay. One that is held in
memory crosses as its array and its header, to the bit. Where an answer has changed the affine or
the header of either, or the values that `get_fdata` keeps, that goes along.
"""

import io
import os
import weakref
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nibabel as nib
import numpy as np
from nibabel.arrayproxy import ArrayProxy
from nibabel.spatialimages import SpatialImage

from isocenter.engine.values import Kind, NotByValue, Reader, Writer
from isocenter.engine.wire import ProtocolError

_IN_ONE_FILE = (nib.Nifti1Image, nib.Nifti2Image, nib.MGHImage)
_IMAGES = (
    *_IN_ONE_FILE,
    nib.Nifti1Pair,
    nib.Nifti2Pair,
    nib.AnalyzeImage,
    nib.Spm99AnalyzeImage,
    nib.Spm2AnalyzeImage,
)


def _header(header: Any) -> list:
    extensions = [
        [
            int(one.get_code()),
            one.get_content_bytes().hex()
            if hasattr(one, "get_content_bytes")
            else _extension_bytes(one).hex(),
        ]
        for one in getattr(header, "extensions", ())
    ]
    order = getattr(header, "endianness", ">")
    return [type(header).__name__, order, header.binaryblock.hex(), extensions]


def _extension_bytes(extension: Any) -> bytes:
    content = extension.get_content()
    return content if isinstance(content, bytes) else extension._mangle(content)


def _header_from(parts: list, klass: type) -> Any:
    name, order, block, extensions = parts
    if name != klass.__name__ or order not in "<>":
        raise ProtocolError("that is not the header of such an image")
    if issubclass(klass, nib.freesurfer.mghformat.MGHHeader):
        return klass(bytes.fromhex(block), check=False)
    header = klass(bytes.fromhex(block), endianness=order, check=False)
    if extensions:
        header.extensions.extend(
            nib.nifti1.Nifti1Extension(code, bytes.fromhex(content)) for code, content in extensions
        )
    return header


class Volumes:
    """The kinds of nibabel's images.

    Parameters
    ----------
    sent : tuple of Path
        An image whose file lies in one of these folders is sent as its path.
    taken : tuple of Path
        The folders in which a path is taken: student code can read, but not write them.
    """

    def __init__(self, sent: tuple[Path, ...], taken: tuple[Path, ...]) -> None:
        self._sent = tuple(folder.resolve() for folder in sent)
        self._taken = tuple(folder.resolve() for folder in taken)
        self._came_as_path: weakref.WeakSet[SpatialImage] = weakref.WeakSet()

    def kinds(self) -> Iterator[tuple[type, Kind]]:
        """Yield a kind for each type of image and of header."""
        for klass in _IMAGES:
            tag = f"v.{klass.__name__}"
            yield klass, Kind(tag, self._write, self._reader(klass), self._fill, look=_look)
        yield ArrayProxy, Kind("proxy", _write_proxy, _read_proxy, _no_change)
        for klass in {klass.header_class for klass in _IMAGES}:
            tag = f"h.{klass.__name__}"
            yield klass, Kind(tag, _write_header, _header_reader(klass), _fill_header)

    def _write(self, img: SpatialImage, writer: Writer) -> list:
        proxied = type(img._dataobj) is ArrayProxy
        path = img._dataobj.file_like if proxied else None
        if type(path) is str and (img in self._came_as_path or _lies(path, self._sent)):
            source = ["path", path]
        elif proxied and isinstance(img, _IN_ONE_FILE):
            source = ["file", writer.buffer(_file_bytes(path))]
        else:
            array = np.asanyarray(img._dataobj)
            if array.dtype.hasobject:
                raise NotByValue("an image of objects")
            source = ["array", writer.inline(np.asarray(array))]
        cache = getattr(img, "_fdata_cache", None)
        if cache is not None and np.array_equal(cache, np.asanyarray(img._dataobj), equal_nan=True):
            cache = None
        affine = img._affine
        return [
            source,
            _header(img._header),
            None if affine is None else writer.inline(np.array(affine)),
            None if cache is None else writer.inline(np.array(cache)),
        ]

    def _reader(self, klass: type) -> Any:
        def read(parts: list, reader: Reader) -> SpatialImage:
            (how, what), header, affine, cache = parts
            if how == "path":
                if not _lies(what, self._taken):
                    raise ProtocolError("that file is not for both sides")
                img = klass.from_filename(what)
                self._came_as_path.add(img)
            elif how == "file":
                img = klass.from_bytes(bytes(reader.buffer(what)))
            else:  # the numbers may be of a type that only the header allows, such as int64
                array = reader.inline(what)
                img = klass(array[(slice(0, 1),) * array.ndim].astype(np.float32), None)
                img._dataobj = array
            self._dress(img, header, affine, cache, reader)
            return img

        return read

    @staticmethod
    def _dress(img: SpatialImage, header: list, affine: Any, cache: Any, reader: Reader) -> None:
        img._header = _header_from(header, type(img).header_class)
        img._affine = None if affine is None else reader.inline(affine)
        img._fdata_cache = None if cache is None else reader.inline(cache)

    def _fill(self, img: SpatialImage, parts: list, reader: Reader) -> None:
        (how, what), header, affine, cache = parts
        if how == "array":
            new, old = reader.inline(what), img._dataobj
            if isinstance(old, np.ndarray) and (old.shape, old.dtype) == (new.shape, new.dtype):
                old[...] = new  # whoever holds the same array sees it change
            else:
                img._dataobj = new
        elif how == "file":
            img._dataobj = type(img).from_bytes(bytes(reader.buffer(what)))._dataobj
        self._dress(img, header, affine, cache, reader)


def _look(img: SpatialImage) -> tuple:
    """Return what changes when an image does, without reading its file."""
    data, affine, file = img._dataobj, img._affine, None
    if type(data) is ArrayProxy:
        file = data.file_like
        if type(file) is str:
            status = os.stat(file)
            file = file, status.st_ino, status.st_size, status.st_mtime_ns
        elif hasattr(file, "getbuffer"):
            file = zlib.crc32(file.getbuffer())
        else:
            file = object()  # nobody knows
    affine = None if affine is None else (affine.dtype.str, affine.shape, affine.tobytes())
    return _header(img._header), affine, id(data), file, _sum(data), _sum(img._fdata_cache)


def _sum(array: Any) -> tuple | None:
    """Return the type and a checksum of an array."""
    if type(array) is not np.ndarray or array.dtype.hasobject:
        return None if array is None or type(array) is ArrayProxy else (object(),)
    whole = array if array.flags.c_contiguous else array.T
    whole = whole if whole.flags.c_contiguous else np.ascontiguousarray(whole)
    return array.dtype.str, array.shape, zlib.crc32(whole.reshape(-1).view(np.uint8))


def _lies(path: str, folders: tuple[Path, ...]) -> bool:
    real = Path(path).resolve()
    return real.is_file() and any(folder in real.parents for folder in folders)


def _file_bytes(file: Any) -> bytes:
    """Return the bytes, uncompressed, of the file whose numbers an image shows.

    That is not always the one in its `file_map`: where it was saved last stands there.
    """
    if hasattr(file, "read"):
        place = file.tell()
        file.seek(0)
        whole = file.read()
        file.seek(place)
        return whole
    with nib.openers.ImageOpener(file, "rb") as opened:
        return opened.read()


def _write_proxy(proxy: ArrayProxy, writer: Writer) -> list:
    scaling = [writer.node(float(proxy.slope)), writer.node(float(proxy.inter))]
    return [writer.inline(np.array(proxy.get_unscaled())), *scaling]


def _read_proxy(parts: list, reader: Reader) -> ArrayProxy:
    array, slope, inter = reader.inline(parts[0]), *map(reader.value, parts[1:])
    file = io.BytesIO(array.tobytes(order="F"))
    return ArrayProxy(file, (array.shape, array.dtype, 0, slope, inter))


def _no_change(proxy: ArrayProxy, parts: list, reader: Reader) -> None:
    """Do nothing: what a proxy shows lies in a file, and the file is not sent again."""


def _write_header(header: Any, writer: Writer) -> list:
    return _header(header)


def _header_reader(klass: type) -> Any:
    return lambda parts, reader: _header_from(parts, klass)


def _fill_header(header: Any, parts: list, reader: Reader) -> None:
    new = _header_from(parts, type(header))
    header._structarr = new._structarr
    if hasattr(header, "extensions"):
        header.extensions[:] = new.extensions
