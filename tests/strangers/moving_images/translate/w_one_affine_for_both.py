# wrong: writes the moved img.affine into sform and qform; shows where the two differ
def translate(img, mm):
    affine = nib.affines.from_matvec(np.eye(3), mm) @ img.affine
    new = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    new.set_sform(affine, int(img.header["sform_code"]))
    new.set_qform(affine, int(img.header["qform_code"]))
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
