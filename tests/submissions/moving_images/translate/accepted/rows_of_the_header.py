"""The translation added to the header's own fields, where sform and qform keep it."""

def translate(img, mm):
    header = img.header.copy()
    for name, row, step in zip("xyz", ("srow_x", "srow_y", "srow_z"), mm):
        header[row][3] += step
        header[f"qoffset_{name}"] += step
    moved = nib.Nifti1Image(img.dataobj.get_unscaled(), header.get_best_affine(), header)
    moved.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return moved
