"""Zip archives with the same bytes for the same files, whenever and wherever they are written."""

import zipfile
from pathlib import Path

TIME = (1980, 1, 1, 0, 0, 0)


def write(path: Path, files: dict[str, bytes], programs: frozenset[str] = frozenset()) -> None:
    """Write an archive, in the place of the old one only when it is whole.

    Parameters
    ----------
    path : Path
    files : dict of str to bytes
        By name in the archive.
    programs : frozenset of str
        Those that shall be executable.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(b"")
    try:
        with zipfile.ZipFile(part, "w") as archive:
            for name in sorted(files):
                entry = zipfile.ZipInfo(name, TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3  # Unix, on every system
                entry.external_attr = (0o100755 if name in programs else 0o100644) << 16
                archive.writestr(entry, files[name], compresslevel=6)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
