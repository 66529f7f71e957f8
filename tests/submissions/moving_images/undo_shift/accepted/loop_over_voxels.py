"""Voxel by voxel, with a look at the bounds."""

def undo_shift(img, voxels):
    shifted = np.asanyarray(img.dataobj)
    values = np.zeros_like(shifted)
    for ijk in np.ndindex(*img.shape):
        source = tuple(int(i + v) for i, v in zip(ijk, voxels))
        if all(0 <= s < n for s, n in zip(source, img.shape)):
            values[ijk] = shifted[source]
    return nib.Nifti1Image(values, img.affine, img.header)
