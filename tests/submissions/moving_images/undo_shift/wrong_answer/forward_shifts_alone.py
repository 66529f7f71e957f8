"""Shifts backwards and axes that were not shifted are treated as none: a negative shift is lost.

fails: undo_shift_mixed, undo_shift_header
says: numbers are wrong
"""

def undo_shift(img, voxels):
    shifted = np.asanyarray(img.dataobj)
    a, b, c = (max(int(v), 0) for v in voxels)
    n, m, k = img.shape
    values = np.zeros_like(shifted)
    values[: n - a, : m - b, : k - c] = shifted[a:, b:, c:]
    return nib.Nifti1Image(values, img.affine, img.header)
