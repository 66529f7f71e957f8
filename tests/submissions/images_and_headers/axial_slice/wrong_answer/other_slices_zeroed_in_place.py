"""The slices below are set to 0 in the image's own memory (misconception 24).

fails: axial_slice_plain, axial_slice_turned
says: it changed its input
"""

def axial_slice(img, k):
    values = nib.as_closest_canonical(img).get_fdata()
    values[:, :, :k] = 0
    return values[:, :, k]
