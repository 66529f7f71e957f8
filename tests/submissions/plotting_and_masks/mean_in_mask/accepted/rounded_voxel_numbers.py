"""Each voxel of the image looks up the voxel of the mask that it falls in."""

import nibabel as nib
import numpy as np


def mean_in_mask(img, mask):
    ijk = np.argwhere(~np.isnan(img.get_fdata()))
    there = np.linalg.solve(mask.affine, img.affine) @ np.column_stack([ijk, np.ones(len(ijk))]).T
    there = np.rint(there[:3]).astype(int)
    known = np.all((there >= 0) & (there < np.array(mask.shape)[:, None]), axis=0)
    values = img.get_fdata()[tuple(ijk[known].T)]
    return values[mask.get_fdata()[tuple(there[:, known])] > 0].mean()
