"""The stored numbers are moved, and 0 is stored where nothing is known: the intercept makes it another value.

fails: undo_shift_header
says: a stored 0 where nothing is known
"""

def undo_shift(img, voxels):
    shifted = np.asarray(img.dataobj.get_unscaled())
    source = tuple(slice(max(v, 0), n + min(v, 0)) for v, n in zip(voxels, img.shape))
    target = tuple(slice(max(-v, 0), n + min(-v, 0)) for v, n in zip(voxels, img.shape))
    values = np.zeros_like(shifted)
    values[target] = shifted[source]
    restored = nib.Nifti1Image(values, img.affine, img.header)
    restored.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return restored
