# right: pads the stored numbers by the size of the shift with the number that stands for 0, and cuts the box out again
def undo_shift(img, voxels):
    voxels = [int(v) for v in voxels]
    stored = np.asarray(img.dataobj.get_unscaled())
    zero = -img.dataobj.inter / img.dataobj.slope
    if stored.dtype.kind != "f":
        limits = np.iinfo(stored.dtype)
        zero = min(max(round(zero), limits.min), limits.max)
    wide = np.pad(stored, [(abs(v), abs(v)) for v in voxels], constant_values=zero)
    box = tuple(slice(abs(v) + v, abs(v) + v + n) for v, n in zip(voxels, stored.shape))
    out = nib.Nifti1Image(np.ascontiguousarray(wide[box]), img.affine, img.header)
    out.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return out
