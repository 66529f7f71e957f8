"""The anatomical image's affine on the mask's voxels (misconception 72).

fails: amygdala_centres_example, amygdala_centres_plain, amygdala_centres_oblique, amygdala_centres_edges
says: numbers are wrong
"""

import nibabel as nib
import numpy as np


def amygdala_centres(mask):
    affine = nib.load(image_file("normalized_T1_anat_defaced.nii.gz")).affine
    mm = nib.affines.apply_affine(affine, np.argwhere(mask.get_fdata() > 0))
    left = mm[:, 0] < mm[:, 0].mean()
    return mm[left].mean(axis=0), mm[~left].mean(axis=0)
