"""The product of the singular values, in float32."""

import nibabel as nib
import numpy as np


def volume_mm3(mask):
    stretch = np.linalg.svd(mask.affine[:3, :3].astype(np.float32), compute_uv=False)
    return np.prod(stretch) * np.sum(mask.get_fdata() > 0)
