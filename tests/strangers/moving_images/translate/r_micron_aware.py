# right: reads "mm" literally; a header that says micron or metre has its forms moved in its own unit (differs on micron images only)
def translate(img, mm):
    per_mm = {"micron": 1000.0, "meter": 0.001}.get(img.header.get_xyzt_units()[0], 1.0)
    T = nib.affines.from_matvec(np.eye(3), per_mm * np.asarray(mm, float))
    new = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    if img.header["sform_code"] > 0:
        new.set_sform(T @ img.get_sform(), int(img.header["sform_code"]))
    if img.header["qform_code"] > 0:
        new.set_qform(T @ img.get_qform(), int(img.header["qform_code"]))
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
