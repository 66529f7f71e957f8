"""np.roll, and then zeros over what came in on the other side."""

def undo_shift(img, voxels):
    values = img.get_fdata().copy()
    for axis, v in enumerate(voxels):
        values = np.roll(values, -v, axis=axis)
        planes = np.moveaxis(values, axis, 0)
        if v > 0:
            planes[-v:] = 0
        elif v < 0:
            planes[:-v] = 0
    return nib.Nifti1Image(values, img.affine, img.header)
