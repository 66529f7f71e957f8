"""The volume of a slanted box as a triple product of its edges."""

import nibabel as nib
import numpy as np


def volume_mm3(mask):
    a, b, c = mask.affine[:3, :3].T
    return float(abs(np.dot(np.cross(a, b), c)) * (np.asanyarray(mask.dataobj) > 0).sum())
