"""Which images the course has, and what each is made by."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from platform import machine

from isocenter.images import amygdala, bold, headers, t1
from isocenter.images.anatomy import Head
from isocenter.images.library import COPIES, packaged
from isocenter.images.nifti import Stored
from isocenter.images.store import digest, digest_of

#: File name: the simulation that makes it.
SIMULATED: dict[str, Callable[[Head], Stored]] = {
    "normalized_T1_anat_defaced.nii.gz": t1.normalized,
    "phantom_capsule_T1.nii.gz": t1.native,
    "FSL_BAmyg_thr0.nii.gz": amygdala.mask,
    "raw_fMRI_raw_bold.nii.gz": bold.raw,
    "epi_msec.nii": headers.epi_msec,
    "scaled_int16.nii.gz": headers.scaled_int16,
    "qform_only.nii": headers.qform_only,
    "two_frames.nii": headers.two_frames,
    "no_frame.nii": headers.no_frame,
    "big_endian.nii": headers.big_endian,
    "displacement_5d.nii": headers.displacement_5d,
    "micron.nii": headers.micron,
    "unscaled_uint8.nii": headers.unscaled_uint8,
}
#: Every file of the course's `data/` folder.
NAMES: tuple[str, ...] = (*SIMULATED, *COPIES)

_FILE = "digests.toml"
_SOURCE = Path(__file__).with_name(_FILE)
_LIBRARIES = ("numpy", "scipy", "nibabel", "nilearn")


def recorded() -> dict[str, str]:
    """Read the digest that each file should have."""
    return tomllib.loads(files(__package__).joinpath(_FILE).read_text())["digests"]


def recorded_with() -> str:
    """Name the library versions and the machine that the digests come from."""
    table = tomllib.loads(files(__package__).joinpath(_FILE).read_text())["recorded_with"]
    return ", ".join(f"{name} {value}" for name, value in table.items())


def renew(path: Path = _SOURCE) -> None:
    """Make every image anew and record its digest.

    Run as ``python -m isocenter.images`` after a change to any simulation; the
    next `build` then replaces the images of the edition before.

    Parameters
    ----------
    path : Path
        Where to write, in a checkout the package's own digests.toml.
    """
    head = Head()
    lines = ["# Written by `python -m isocenter.images`.", "", "[recorded_with]"]
    lines += [f'{name} = "{version(name)}"' for name in _LIBRARIES]
    lines += [f'machine = "{machine()}"', "", "[digests]"]
    lines += [f'"{name}" = "{digest_of(make(head))}"' for name, make in SIMULATED.items()]
    lines += [f'"{name}" = "{digest(packaged(*where))}"' for name, where in COPIES.items()]
    path.write_text("\n".join(lines) + "\n")
