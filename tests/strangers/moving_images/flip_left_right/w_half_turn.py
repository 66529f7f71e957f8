# wrong: a rotation by 180 degrees about z, the nose goes to the back; the example's voxel has y = 0
def flip_left_right(img):
    F = np.diag([-1, -1, 1, 1])
    out = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    s, sc = img.get_sform(coded=True)
    q, qc = img.get_qform(coded=True)
    if sc > 0:
        out.set_sform(F @ s, sc)
    if qc > 0:
        out.set_qform(F @ q, qc)
    out.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return out
