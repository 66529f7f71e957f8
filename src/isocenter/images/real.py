"""Real images in place of the simulated ones, fetched by nilearn."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

from isocenter.errors import DataError
from isocenter.images import store
from isocenter.images.catalogue import recorded
from isocenter.images.folder import State, state

_GZIP = b"\x1f\x8b"


def fetch_real(folder: Path, *, progress: Callable[[str], None] | None = None) -> list[Path]:
    """Download real images into the course's folder.

    A simulated image of the same name is replaced; anything else that stands there is kept.
    nilearn keeps what it downloads in its own folder, so that a second call needs no network.

    Parameters
    ----------
    folder : Path
        As filled by `build`; made if it is not there.
    progress : callable, optional
        Called with one sentence for each file.

    Returns
    -------
    list of Path
        The files that were written: the T1 of the localizer's subject S01 and the amygdalae
        under the course's names, and as additions a functional run (4D, MNI305, 2.4 s) with
        its events, `localizer_bold.nii.gz` and `localizer_events.tsv`.

    Raises
    ------
    DataError
        No connection, or the servers no longer have the data.

    References
    ----------
    Pinel et al. (2007). Fast reproducible identification and large-scale databasing of
    individual functional cognitive networks. BMC Neuroscience 8, 91.
    """
    say = progress or (lambda sentence: None)
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, source in _download(say).items():
        path = folder / name
        wanted = recorded().get(name)
        theirs = state(path, wanted) is State.FOREIGN if wanted else path.exists()
        if theirs:
            say(f"{name} is kept: it is not one of the simulated images.")
            continue
        _install(source, path)
        say(f"{name} is now the real one.")
        written.append(path)
    return written


def _download(say: Callable[[str], None]) -> dict[str, Path]:
    """Name in the course: path in nilearn's folder."""
    # Costs seconds, and nothing else here needs it.
    from nilearn import datasets

    try:
        say("Fetching a T1 image and a functional run from osf.io.")
        localizer = datasets.fetch_localizer_contrasts(
            ["left button press"], n_subjects=[1], get_anats=True, verbose=0
        )
        run = datasets.fetch_localizer_first_level(verbose=0)
        say("Fetching the amygdalae from neurovault.org.")
        amygdalae = datasets.fetch_neurovault_ids(image_ids=[18632], verbose=0)
    except OSError as error:
        raise DataError(_UNREACHABLE.format("osf.io")) from error
    # nilearn says that the server is out of reach by finding nothing.
    if not localizer.get("anats"):
        raise DataError(_UNREACHABLE.format("osf.io"))
    if not amygdalae["images"]:
        raise DataError(_UNREACHABLE.format("neurovault.org"))
    return {
        "normalized_T1_anat_defaced.nii.gz": Path(localizer["anats"][0]),
        "FSL_BAmyg_thr0.nii.gz": Path(amygdalae["images"][0]),
        "localizer_bold.nii.gz": Path(run["epi_img"]),
        "localizer_events.tsv": Path(run["events"]),
    }


_UNREACHABLE = (
    "The real images could not be fetched from {}: this needs a connection to the internet, "
    "while the simulated ones can be built without."
)


def _install(source: Path, path: Path) -> None:
    content = source.read_bytes()
    if path.suffix == ".gz" and not content.startswith(_GZIP):
        content = gzip.compress(content, mtime=0)
    with store.whole(path) as file:
        file.write(content)
