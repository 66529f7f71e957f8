"""Images that arrive with nilearn and nibabel."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import nibabel as nib
import numpy as np

from isocenter.errors import DataError
from isocenter.images.fields import Field

_MNI = "datasets/data/mni_icbm152_{}_tal_nlin_sym_09a_converted.nii.gz"

#: File in the course: (package, path inside it).
COPIES = {
    "example4d.nii.gz": ("nibabel", "tests/data/example4d.nii.gz"),
    "functional.nii": ("nibabel", "tests/data/functional.nii"),
    "anatomical.nii": ("nibabel", "tests/data/anatomical.nii"),
    "motor_tmap.nii.gz": ("nilearn", "datasets/data/image_10426.nii.gz"),
}

#: What the template's authors ask to appear in all copies.
NOTICE = (
    "The simulated images are derived from the ICBM 152 nonlinear atlases (2009): "
    "Copyright (C) 1993-2009 Louis Collins, McConnell Brain Imaging Centre, Montreal "
    "Neurological Institute, McGill University. Permission to use, copy, modify, and distribute "
    "this software and its documentation for any purpose and without fee is hereby granted, "
    "provided that the above copyright notice appear in all copies. The authors and McGill "
    "University make no representations about the suitability of this software for any purpose. "
    'It is provided "as is" without express or implied warranty. The authors are not '
    "responsible for any data loss, equipment damage, property loss, or injury to subjects or "
    "patients resulting from the use or misuse of this software package."
)


def packaged(package: str, inside: str) -> Path:
    """Find a data file of an installed package without importing the package.

    Raises
    ------
    DataError
        The file is not there, as in distributions that split tests off.
    """
    spec = find_spec(package)
    path = Path(spec.origin).parent / inside if spec and spec.origin else None
    if path is None or not path.is_file():
        raise DataError(
            f"{package} is installed without its file {inside}: "
            f"install {package} from PyPI or conda-forge."
        )
    return path


def template(tissue: str) -> Field:
    """Load a map of the ICBM 152 template (2009a, nonlinear, symmetric) at 1 mm.

    Parameters
    ----------
    tissue : {'t1', 'gm', 'wm'}
        Intensity of the brain, or the probability of grey or white matter.

    Returns
    -------
    Field
        0 to 255, in mm of MNI space.

    References
    ----------
    Fonov et al. (2011). Unbiased average age-appropriate atlases for pediatric
    studies. NeuroImage 54(1), 313-327.
    """
    image = nib.load(packaged("nilearn", _MNI.format(tissue)))
    values = np.asanyarray(image.dataobj).astype(np.float64)
    return Field(values, tuple(map(float, image.affine[:3, 3])), 1.0)
