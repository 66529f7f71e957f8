"""Only an index that is too large is caught; one below 0 counts from the end (misconception 60).

fails: undo_shift_mixed, undo_shift_header
says: numbers are wrong
"""

def undo_shift(img, voxels):
    shifted = np.asanyarray(img.dataobj)
    values = np.zeros_like(shifted)
    for i, j, k in np.ndindex(*img.shape):
        try:
            values[i, j, k] = shifted[i + voxels[0], j + voxels[1], k + voxels[2]]
        except IndexError:
            pass
    return nib.Nifti1Image(values, img.affine, img.header)
