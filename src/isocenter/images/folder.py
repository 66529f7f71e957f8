"""The course's `data/` folder: filled, checked, packed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from enum import Enum
from functools import cache
from pathlib import Path

from isocenter.errors import DataError
from isocenter.images import store
from isocenter.images.anatomy import Head
from isocenter.images.catalogue import NAMES, SIMULATED, recorded, recorded_with
from isocenter.images.library import COPIES, NOTICE, packaged

Progress = Callable[[str], None]


class State(Enum):
    """What stands under the name of one of the course's images.

    The values are sentences about a file, to be filled with its name.
    """

    CURRENT = "{} is the recorded image."
    MISSING = "{} is missing."
    BROKEN = "{} is truncated or is not a NIfTI image."
    EARLIER = "{} was built by another edition of the course."
    ELSEWHERE = (
        "{} is intact but differs from the recorded digest, as images built with other library "
        "versions or on another kind of processor can."
    )
    FOREIGN = "{} is not the image that the course builds; it is kept as it is."


def state(path: Path, wanted: str) -> State:
    """Tell what a file is.

    Parameters
    ----------
    path : Path
        Where an image of the course belongs.
    wanted : str
        Its recorded digest.

    Returns
    -------
    State

    Raises
    ------
    DataError
        The file is there and this user may not read it.
    """
    if not path.exists():
        return State.MISSING
    try:
        image = store.load(path)
    except DataError as error:
        if isinstance(error.__cause__, PermissionError):
            raise
        return State.BROKEN
    own = store.digest_of(image)
    if own == wanted:
        return State.CURRENT
    marks = store.marks(image)
    if marks is None or marks[0] != own[:16]:
        return State.FOREIGN
    return State.ELSEWHERE if marks[1] == wanted[:16] else State.EARLIER


def build(folder: Path, *, progress: Progress | None = None, force: bool = False) -> list[Path]:
    """Fill a folder with the course's images.

    An image is built where it is missing, broken, or of another edition. A file that is
    none of the course's own, such as a real image put there by hand, is kept.

    Parameters
    ----------
    folder : Path
        Made if it is not there.
    progress : callable, optional
        Called with one sentence for each file that is built or kept.
    force : bool
        Build every image, whatever stands there.

    Returns
    -------
    list of Path
        The files that were written.

    Raises
    ------
    DataError
        nilearn or nibabel came without an image that the course takes from them, or the
        folder cannot be written.
    """
    say = progress or (lambda sentence: None)
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return list(_build(folder, say, force))
    except OSError as error:
        raise DataError(
            f"{error.filename or folder} cannot be written: {error.strerror}."
        ) from error


def _build(folder, say, force):
    head = cache(Head)
    for name, wanted in recorded().items():
        path = folder / name
        found = State.MISSING if force else state(path, wanted)
        if found is State.FOREIGN:
            say(found.value.format(name))
        if found not in (State.MISSING, State.BROKEN, State.EARLIER):
            continue
        if name in COPIES:
            store.copy(packaged(*COPIES[name]), path)
        else:
            store.write(path, SIMULATED[name](head()), wanted)
        reason = "" if found is State.MISSING else f" {found.value.format('What stood there')}"
        say(f"{name} built.{reason}")
        yield path


def verify(folder: Path) -> list[str]:
    """Compare a folder with the recorded digests.

    Parameters
    ----------
    folder : Path
        As filled by `build`.

    Returns
    -------
    list of str
        A sentence for each file that is missing, broken, or differs; empty when all is well.
    """
    sentences = []
    for name, wanted in recorded().items():
        found = state(Path(folder) / name, wanted)
        if found is not State.CURRENT:
            sentences.append(found.value.format(name))
        if found is State.ELSEWHERE:
            sentences[-1] += f" The digests were recorded with {recorded_with()}."
    return sentences


def archive(folder: Path, target_zip: Path) -> Path:
    """Pack the course's images for students who cannot build them.

    Parameters
    ----------
    folder : Path
        As filled by `build`; what else is in it stays out.
    target_zip : Path
        Equal folders give equal archives.

    Returns
    -------
    Path
        `target_zip`. Unpacked, it is one folder, `data`; the archive's comment is the
        copyright notice of the template.

    Raises
    ------
    DataError
        An image is missing or broken.
    """
    folder, target_zip = Path(folder), Path(target_zip)
    wanted = recorded()
    for name in NAMES:
        found = state(folder / name, wanted[name])
        if found in (State.MISSING, State.BROKEN):
            raise DataError(f"{found.value.format(name)} Build the images first.")
    target_zip.parent.mkdir(parents=True, exist_ok=True)
    with store.whole(target_zip) as file, zipfile.ZipFile(file, "w") as packed:
        packed.comment = NOTICE.encode()
        for name in sorted(NAMES):
            entry = zipfile.ZipInfo(f"data/{name}", (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            kind = zipfile.ZIP_STORED if name.endswith(".gz") else zipfile.ZIP_DEFLATED
            packed.writestr(entry, (folder / name).read_bytes(), kind)
    return target_zip
