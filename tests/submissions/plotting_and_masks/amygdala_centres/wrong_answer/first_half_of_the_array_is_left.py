"""The side is read from the first array index (misconception 75).

fails: amygdala_centres_plain, amygdala_centres_oblique, amygdala_centres_edges
says: first half of the first axis
"""

import nibabel as nib
import numpy as np


def amygdala_centres(mask):
    ijk = np.argwhere(mask.get_fdata() > 0)
    mm = nib.affines.apply_affine(mask.affine, ijk)
    left = ijk[:, 0] < mask.shape[0] / 2
    return mm[left].mean(axis=0), mm[~left].mean(axis=0)
