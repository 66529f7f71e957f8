# wrong: np.roll alone; shows with bright planes at the edges
def undo_shift(img, voxels):
    stored = np.roll(img.dataobj.get_unscaled(), [-int(v) for v in voxels], axis=(0, 1, 2))
    new = nib.Nifti1Image(stored, img.affine, img.header)
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
