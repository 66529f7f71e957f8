"""Connected pieces instead of sides: a part in two pieces is cut short.

fails: amygdala_centres_edges
says: numbers are wrong
"""

import nibabel as nib
import numpy as np
from scipy import ndimage


def amygdala_centres(mask):
    pieces, count = ndimage.label(mask.get_fdata() > 0, structure=np.ones((3, 3, 3)))
    found = sorted((np.argwhere(pieces == n) for n in range(1, count + 1)), key=len)[-2:]
    mm = [nib.affines.apply_affine(mask.affine, piece).mean(axis=0) for piece in found]
    return tuple(sorted(mm, key=lambda centre: centre[0]))
