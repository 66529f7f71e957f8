"""The centre of the whole mask, which lies in neither side (misconception 74).

fails: amygdala_centres_example, amygdala_centres_plain, amygdala_centres_oblique, amygdala_centres_edges
says: the centre of the whole mask
"""

import nibabel as nib
import numpy as np


def amygdala_centres(mask):
    mm = nib.affines.apply_affine(mask.affine, np.argwhere(mask.get_fdata() > 0))
    return mm.mean(axis=0), mm.mean(axis=0)
