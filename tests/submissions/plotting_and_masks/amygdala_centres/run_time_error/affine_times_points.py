"""M @ points for points in rows, which runs for exactly 3 points only (misconception 29).

fails: amygdala_centres_plain, amygdala_centres_oblique, amygdala_centres_edges
says: it stopped with ValueError
"""

import nibabel as nib
import numpy as np


def amygdala_centres(mask):
    ijk = np.argwhere(mask.get_fdata() > 0)
    mm = mask.affine[:3, :3] @ ijk + mask.affine[:3, 3]
    return mm[mm[:, 0] < 0].mean(axis=0), mm[mm[:, 0] > 0].mean(axis=0)
