# wrong: after the roll it always blanks the far end; shows for negative shifts
def undo_shift(img, voxels):
    values = np.array(img.dataobj)
    for axis, v in enumerate(voxels):
        if v != 0:
            values = np.roll(values, -int(v), axis=axis)
            view = np.moveaxis(values, axis, 0)
            view[len(view) - abs(int(v)) :] = 0
    return nib.Nifti1Image(values, img.affine, img.header)
