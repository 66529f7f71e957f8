"""Axes turned by the signs on the diagonal of the affine, never exchanged (misconception 19).

fails: axial_slice_turned
says: axial_slice, given
"""

def axial_slice(img, k):
    values = img.get_fdata()
    for axis in range(3):
        if img.affine[axis, axis] < 0:
            values = np.flip(values, axis)
    return values[:, :, k]
