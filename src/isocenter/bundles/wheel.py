"""The package itself as a wheel, made from the files that run: no network, no build tools."""

import base64
import hashlib
import tempfile
from importlib import metadata
from pathlib import Path

import isocenter
from isocenter.bundles import archive

_WHEEL = "Wheel-Version: 1.0\nGenerator: isocenter\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def name() -> str:
    """Return the wheel's file name."""
    return f"isocenter-{metadata.version('isocenter')}-py3-none-any.whl"


def build() -> bytes:
    """Return the wheel; the same bytes for the same files."""
    package = Path(isocenter.__file__).parent
    files = {
        f"isocenter/{path.relative_to(package).as_posix()}": path.read_bytes()
        for path in sorted(package.rglob("*"))
        if path.is_file()
        and "__pycache__" not in path.parts
        and ".ipynb_checkpoints" not in path.parts
    }
    about = f"{name().split('-py3')[0]}.dist-info"
    distribution = metadata.distribution("isocenter")
    files[f"{about}/METADATA"] = (distribution.read_text("METADATA") or "").encode()
    files[f"{about}/entry_points.txt"] = (distribution.read_text("entry_points.txt") or "").encode()
    files[f"{about}/WHEEL"] = _WHEEL.encode()
    record = "".join(
        f"{path},{_digest(files[path])},{len(files[path])}\n" for path in sorted(files)
    )
    files[f"{about}/RECORD"] = f"{record}{about}/RECORD,,\n".encode()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name()
        archive.write(path, files)
        return path.read_bytes()


def _digest(data: bytes) -> str:
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
