"""Inside is what exceeds one half.

fails: amygdala_centres_edges
says: a line at one half
"""

import nibabel as nib
import numpy as np


def amygdala_centres(mask):
    mm = nib.affines.apply_affine(mask.affine, np.argwhere(mask.get_fdata() > 0.5))
    return mm[mm[:, 0] < 0].mean(axis=0), mm[mm[:, 0] > 0].mean(axis=0)
