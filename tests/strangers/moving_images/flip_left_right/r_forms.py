# right: F in front of each form that is in use; stored numbers kept
def flip_left_right(img):
    F = np.diag([-1.0, 1, 1, 1])
    hdr = img.header.copy()
    s, sc = hdr.get_sform(coded=True)
    q, qc = hdr.get_qform(coded=True)
    if sc > 0:
        hdr.set_sform(F @ s, sc)
    if qc > 0:
        hdr.set_qform(F @ q, qc)
    out = nib.Nifti1Image(img.dataobj.get_unscaled(), hdr.get_best_affine(), hdr)
    out.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return out
