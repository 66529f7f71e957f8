"""The first index grows to the left, as radiologists like to see it.

fails: axial_slice_example, axial_slice_plain, axial_slice_turned
says: left and right are exchanged
"""

def axial_slice(img, k):
    return nib.as_closest_canonical(img).get_fdata()[::-1, :, k]
