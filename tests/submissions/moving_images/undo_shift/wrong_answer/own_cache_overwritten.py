"""The shifted values are blanked in the array that the image itself keeps (misconception 24).

fails: undo_shift_header
says: changed its input
"""

def undo_shift(img, voxels):
    values = img.get_fdata()
    shifted = values.copy()
    source = tuple(slice(max(v, 0), n + min(v, 0)) for v, n in zip(voxels, img.shape))
    target = tuple(slice(max(-v, 0), n + min(-v, 0)) for v, n in zip(voxels, img.shape))
    values[...] = 0
    values[target] = shifted[source]
    return nib.Nifti1Image(values, img.affine, img.header)
