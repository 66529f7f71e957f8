"""The number of the slice given to the first axis (misconception 16).

fails: axial_slice_example, axial_slice_plain, axial_slice_turned
says: a slice across the first axis
"""

def axial_slice(img, k):
    return nib.as_closest_canonical(img).get_fdata()[k]
