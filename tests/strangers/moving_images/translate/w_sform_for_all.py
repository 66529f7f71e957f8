# wrong: lets Nifti1Image write the affine and restores the sform code alone; the qform code is lost, and a qform alone becomes an sform
def translate(img, mm):
    A = img.affine.copy()
    A[:3, 3] += np.asarray(mm)
    new = nib.Nifti1Image(img.dataobj.get_unscaled(), A, img.header)
    new.set_sform(A, max(int(img.header["sform_code"]), 1))
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
