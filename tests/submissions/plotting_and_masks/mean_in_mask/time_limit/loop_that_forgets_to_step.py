"""A while loop over the voxels that never reaches the next one.

fails: mean_in_mask_example, mean_in_mask_plain, mean_in_mask_oblique, mean_in_mask_edges
says: it took longer
"""

import numpy as np


def mean_in_mask(img, mask):
    values, inside = img.get_fdata().ravel(), mask.get_fdata().ravel() > 0
    total, count, n = 0.0, 0, 0
    while n < len(values):
        if inside[n % len(inside)]:
            total, count = total + values[n], count + 1
    return total / count
