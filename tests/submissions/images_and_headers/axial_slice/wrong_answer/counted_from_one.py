"""Slices counted from 1 (misconception 17).

fails: axial_slice_example, axial_slice_plain, axial_slice_turned
says: counting the slices from 1
"""

def axial_slice(img, k):
    return nib.as_closest_canonical(img).get_fdata()[:, :, k - 1]
