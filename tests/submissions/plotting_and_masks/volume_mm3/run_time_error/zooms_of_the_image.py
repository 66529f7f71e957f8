"""The image is asked for what its header has.

fails: volume_mm3_example, volume_mm3_plain, volume_mm3_shear, volume_mm3_edges
says: it stopped with AttributeError
"""

import nibabel as nib
import numpy as np


def volume_mm3(mask):
    return np.sum(mask.get_fdata() > 0) * np.prod(mask.get_zooms())
