"""The folder of one submission, in which both sides work."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from isocenter.engine import rights
from isocenter.engine.job import EngineError

DEEPEST = 50  # folders within folders of a hand-in


@contextlib.contextmanager
def scratch_folder(folder: Path) -> Iterator[Path]:
    """Make a submission's folder, with copies of the regular files that lie beside the notebook."""
    scratch = Path(tempfile.mkdtemp(prefix="isocenter-")).resolve()
    try:
        for name in ("work", "tmp", "home"):
            (scratch / name).mkdir()
        try:
            copy(folder, scratch / "work")
        except OSError as error:
            raise EngineError(f"the hand-in's files could not be copied: {error}") from None
        yield scratch
    finally:
        rights.remove(scratch)


def copy(folder: Path, target: Path, depth: int = 0) -> None:
    """Copy regular files and folders; no links, and no notebook: the graded one holds the tests."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False) and depth < DEEPEST:
                (target / entry.name).mkdir()
                copy(Path(entry.path), target / entry.name, depth + 1)
            elif entry.is_file(follow_symlinks=False) and not entry.name.endswith(".ipynb"):
                shutil.copyfile(entry.path, target / entry.name)
