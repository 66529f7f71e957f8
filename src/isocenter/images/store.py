"""Files: written whole or not at all, and recognised by what they hold."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import nibabel as nib
import numpy as np
from nibabel.spatialimages import HeaderDataError
from nibabel.wrapstruct import WrapStructError

from isocenter.errors import DataError
from isocenter.images.nifti import Stored

_BROKEN = (
    EOFError, OSError, ValueError, zlib.error, nib.filebasedimages.ImageFileError,
    HeaderDataError, WrapStructError,
)  # fmt: skip
_MARK = "isocenter phantom {} of {}"


def digest(path: Path) -> str:
    """Fingerprint an image by what it holds, not by how it is compressed.

    Parameters
    ----------
    path : Path
        A NIfTI file.

    Returns
    -------
    str
        sha256, in hex, of the file's byte order, the header's fields in little-endian
        order, and the stored voxels, unscaled, in C order and little-endian. The header's
        free text `descrip` is left out: the course's images carry their digest there.

    Raises
    ------
    DataError
        The file is missing, truncated, or no image.
    """
    image = load(path)
    return digest_of(Stored(image.header, image.array))


def digest_of(image: Stored) -> str:
    """Compute what `digest` would find in the image's file."""
    header = image.header.as_byteswapped("<")
    header["descrip"] = b""
    array = np.asarray(image.array)
    sha = hashlib.sha256(image.header.endianness.encode() + header.binaryblock)
    sha.update(np.ascontiguousarray(array, array.dtype.newbyteorder("<")))
    return sha.hexdigest()


def load(path: Path) -> Stored:
    """Read a NIfTI file without scaling it.

    Raises
    ------
    DataError
        The file is missing, not allowed to be read, truncated, or no image.
    """
    path = Path(path)
    try:
        path.open("rb").close()
    except OSError as error:
        raise DataError(f"{path.name} cannot be opened: {error.strerror}.") from error
    try:
        image = nib.load(path)
        with image.file_map["image"].get_prepare_fileobj() as file:
            # nibabel blanks slope and intercept in the header of a loaded image.
            header = type(image.header).from_fileobj(file, check=False)
        return Stored(header, np.asanyarray(image.dataobj.get_unscaled()))
    except _BROKEN as error:
        raise DataError(f"{path.name} is truncated or is not a NIfTI image.") from error


def write(path: Path, image: Stored, recorded: str) -> str:
    """Write an image, marked as ours; the same bytes each time.

    Parameters
    ----------
    path : Path
        Compressed where the name ends in .gz.
    image : Stored
        What to write.
    recorded : str
        The digest that this edition of the course wants the image to have.

    Returns
    -------
    str
        The digest it has.
    """
    own = digest_of(image)
    header = image.header.copy()
    header["descrip"] = _MARK.format(own[:16], recorded[:16]).encode()
    raw = io.BytesIO()
    header.write_to(raw)
    raw.write(b"\0" * (int(header["vox_offset"]) - raw.tell()))
    raw.write(image.array.tobytes(order="F"))
    with whole(path) as file:
        if path.suffix == ".gz":
            # No name and no time, so that equal images are equal files.
            with gzip.GzipFile("", "wb", 6, file, mtime=0) as packed:
                packed.write(raw.getbuffer())
        else:
            file.write(raw.getbuffer())
    return own


def copy(source: Path, path: Path) -> None:
    """Copy a file byte for byte."""
    with source.open("rb") as original, whole(path) as file:
        shutil.copyfileobj(original, file)


def marks(image: Stored) -> tuple[str, str] | None:
    """Read the two digests, cut to 16 digits, that `write` left in an image's header."""
    text = bytes(image.header["descrip"].item()).split(b"\0")[0].decode("ascii", "replace")
    words = text.split()
    return (words[2], words[4]) if len(words) == 5 and text == _MARK.format(*words[2::2]) else None


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its place under `path` only once it is complete."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
