"""nilearn's cut point, the centre of one part only, mirrored for the other (misconception 78).

fails: amygdala_centres_example, amygdala_centres_plain, amygdala_centres_oblique, amygdala_centres_edges
says: numbers are wrong
"""

import nibabel as nib
import numpy as np


def amygdala_centres(mask):
    from nilearn.plotting import find_xyz_cut_coords

    x, y, z = find_xyz_cut_coords(mask)
    return np.array([-abs(x), y, z]), np.array([abs(x), y, z])
