"""The array's third axis taken for bottom to top, its first for left to right (misconception 18).

fails: axial_slice_example, axial_slice_turned
says: third axis, as it is stored
"""

def axial_slice(img, k):
    return img.get_fdata()[:, :, k]
