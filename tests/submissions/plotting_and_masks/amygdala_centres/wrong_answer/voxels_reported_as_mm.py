"""The sides are right, but the means are voxel numbers (misconception 70).

fails: amygdala_centres_example, amygdala_centres_plain, amygdala_centres_oblique, amygdala_centres_edges
says: voxel numbers, not converted to mm
"""

import nibabel as nib
import numpy as np


def amygdala_centres(mask):
    ijk = np.argwhere(mask.get_fdata() > 0)
    left = nib.affines.apply_affine(mask.affine, ijk)[:, 0] < 0
    return ijk[left].mean(axis=0), ijk[~left].mean(axis=0)
