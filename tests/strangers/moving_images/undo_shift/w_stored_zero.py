# wrong: fills with the stored number 0, whose value is the intercept; shows on scaled images with an intercept
def undo_shift(img, voxels):
    stored = np.asarray(img.dataobj.get_unscaled())
    back = np.zeros_like(stored)
    to = tuple(slice(max(0, -int(v)), n - max(0, int(v))) for v, n in zip(voxels, stored.shape))
    of = tuple(slice(max(0, int(v)), n - max(0, -int(v))) for v, n in zip(voxels, stored.shape))
    back[to] = stored[of]
    new = nib.Nifti1Image(back, img.affine, img.header)
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
