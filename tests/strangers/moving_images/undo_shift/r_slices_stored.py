# right: two slices per axis on the stored numbers; 0 as the stored number whose value is closest to it
def undo_shift(img, voxels):
    stored = np.asarray(img.dataobj.get_unscaled())
    slope, inter = img.dataobj.slope, img.dataobj.inter
    nothing = -inter / slope
    if stored.dtype.kind in "iu":
        info = np.iinfo(stored.dtype)
        nothing = int(np.clip(np.rint(nothing), info.min, info.max))
    back = np.full(stored.shape, nothing, dtype=stored.dtype)
    to, of = [], []
    for n, v in zip(stored.shape, voxels):
        v = int(v)
        to.append(slice(max(0, -v), min(n, n - v)))
        of.append(slice(max(0, v), min(n, n + v)))
    back[tuple(to)] = stored[tuple(of)]
    new = nib.Nifti1Image(back, img.affine, img.header)
    new.header.set_slope_inter(slope, inter)
    return new
