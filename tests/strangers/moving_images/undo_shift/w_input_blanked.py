# wrong: works in the array that get_fdata keeps for the input; shows in the input's values afterwards
def undo_shift(img, voxels):
    values = img.get_fdata()
    for axis, v in enumerate(voxels):
        v = int(v)
        view = np.moveaxis(values, axis, 0)
        n = len(view)
        if v > 0:
            view[: n - v] = view[v:].copy()
            view[n - v :] = 0
        elif v < 0:
            view[-v:] = view[:v].copy()
            view[:-v] = 0
    return nib.Nifti1Image(values, img.affine, img.header)
