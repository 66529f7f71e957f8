# right: np.roll on a copy of the values, then blanks what came round, axis by axis; unscaled files stay whole numbers
def undo_shift(img, voxels):
    values = np.array(img.dataobj)  # a copy; whole numbers if the file isn't scaled
    for axis, v in enumerate(int(v) for v in voxels):
        if v == 0:
            continue
        values = np.roll(values, -v, axis=axis)
        view = np.moveaxis(values, axis, 0)
        if v > 0:
            view[len(view) - v :] = 0
        else:
            view[:-v] = 0
    return nib.Nifti1Image(values, img.affine.copy(), img.header.copy())
