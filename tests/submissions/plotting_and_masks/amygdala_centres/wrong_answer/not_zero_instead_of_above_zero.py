"""Values below 0 count as inside.

fails: amygdala_centres_edges
says: every voxel that is not 0
"""

import nibabel as nib
import numpy as np


def amygdala_centres(mask):
    mm = nib.affines.apply_affine(mask.affine, np.argwhere(mask.get_fdata()))
    return mm[mm[:, 0] < 0].mean(axis=0), mm[mm[:, 0] > 0].mean(axis=0)
