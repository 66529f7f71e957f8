# wrong: set_sform/set_qform without a code turn a code of 0 into 2; shows where one code is 0
def translate(img, mm):
    T = nib.affines.from_matvec(np.eye(3), mm)
    new = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    new.set_sform(T @ img.get_sform())
    new.set_qform(T @ img.get_qform())
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
