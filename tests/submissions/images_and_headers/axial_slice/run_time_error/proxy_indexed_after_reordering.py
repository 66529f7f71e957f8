"""The number of the slice is made a float on the way.

fails: axial_slice_example, axial_slice_plain, axial_slice_turned
says: IndexError
"""

def axial_slice(img, k):
    return nib.as_closest_canonical(img).get_fdata()[:, :, k / 1]
