"""points @ M + t where points @ M.T + t is meant (misconceptions 27, 28).

fails: amygdala_centres_oblique, amygdala_centres_edges
says: multiplying from the wrong side
"""

import nibabel as nib
import numpy as np


def amygdala_centres(mask):
    ijk = np.argwhere(mask.get_fdata() > 0)
    left = nib.affines.apply_affine(mask.affine, ijk)[:, 0] < 0
    mm = ijk @ mask.affine[:3, :3] + mask.affine[:3, 3]
    return mm[left].mean(axis=0), mm[~left].mean(axis=0)
