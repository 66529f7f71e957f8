"""np.mean without an axis: all coordinates in one average (misconception 76).

fails: amygdala_centres_example, amygdala_centres_plain, amygdala_centres_oblique, amygdala_centres_edges
says: numbers of shape
"""

import nibabel as nib
import numpy as np


def amygdala_centres(mask):
    mm = nib.affines.apply_affine(mask.affine, np.argwhere(mask.get_fdata() > 0))
    return np.mean(mm[mm[:, 0] < 0]), np.mean(mm[mm[:, 0] > 0])
