"""Both are right, in the wrong order.

fails: amygdala_centres_example, amygdala_centres_plain, amygdala_centres_oblique, amygdala_centres_edges
says: right before left
"""

import nibabel as nib
import numpy as np


def amygdala_centres(mask):
    mm = nib.affines.apply_affine(mask.affine, np.argwhere(mask.get_fdata() > 0))
    return mm[mm[:, 0] > 0].mean(axis=0), mm[mm[:, 0] < 0].mean(axis=0)
