"""nibabel's mask_volume: what is not 0, times the header's voxel sizes.

fails: volume_mm3_shear, volume_mm3_edges
says: this is what
"""

import nibabel as nib
import numpy as np


def volume_mm3(mask):
    from nibabel.imagestats import mask_volume

    return mask_volume(mask)
