"""The course's images: built from data inside nilearn and nibabel, the same every time.

`build` fills a folder, `verify` checks it against the recorded digests, `archive` packs it,
`contact_sheets` draws what is in it, and `fetch_real` puts real images in the place of some.
"""

from isocenter.images.catalogue import NAMES, renew
from isocenter.images.folder import archive, build, verify
from isocenter.images.real import fetch_real
from isocenter.images.sheet import contact_sheet, contact_sheets
from isocenter.images.store import digest

__all__ = [
    "NAMES",
    "archive",
    "build",
    "contact_sheet",
    "contact_sheets",
    "digest",
    "fetch_real",
    "renew",
    "verify",
]
