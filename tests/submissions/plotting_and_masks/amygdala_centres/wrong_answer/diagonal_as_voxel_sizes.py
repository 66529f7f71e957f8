"""The affine's diagonal times the mean voxel, plus the origin (misconception 71).

fails: amygdala_centres_oblique, amygdala_centres_edges
says: diagonal of the affine
"""

import nibabel as nib
import numpy as np


def amygdala_centres(mask):
    ijk = np.argwhere(mask.get_fdata() > 0)
    left = nib.affines.apply_affine(mask.affine, ijk)[:, 0] < 0
    means = np.array([ijk[left].mean(axis=0), ijk[~left].mean(axis=0)])
    return means * np.diag(mask.affine)[:3] + mask.affine[:3, 3]
