"""Each voxel counts with its value (misconception 77).

fails: amygdala_centres_edges
says: weighting each voxel by its value
"""

import nibabel as nib
import numpy as np


def amygdala_centres(mask):
    values = mask.get_fdata()
    mm = nib.affines.apply_affine(mask.affine, np.argwhere(values > 0))
    weights = values[values > 0]
    left = mm[:, 0] < 0
    return (
        np.average(mm[left], axis=0, weights=weights[left]),
        np.average(mm[~left], axis=0, weights=weights[~left]),
    )
