"""values[:-0] is empty: an axis that was not shifted empties the image.

fails: undo_shift_example, undo_shift_mixed, undo_shift_header
says: numbers are wrong
"""

def undo_shift(img, voxels):
    shifted = img.get_fdata()
    values = np.zeros(img.shape)
    target = tuple(slice(None, -v) if v >= 0 else slice(-v, None) for v in map(int, voxels))
    source = tuple(slice(v, None) if v > 0 else slice(None, v) for v in map(int, voxels))
    part = shifted[source]
    values[target] = part if part.shape == values[target].shape else 0
    return nib.Nifti1Image(values, img.affine, img.header)
