"""Voxel numbers handed to nilearn as if they were mm (misconception 42).

fails: axial_montage_example, axial_montage_cuts, axial_montage_oblique, axial_montage_figures
says: voxel numbers, taken for mm
"""

import nibabel as nib
import numpy as np
from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    cuts = [nib.affines.apply_affine(np.linalg.inv(img.affine), [0, 0, z])[2] for z in cuts_mm]
    view = plotting.plot_anat(img, display_mode="z", cut_coords=cuts, title=title)
    return view.frame_axes.figure
