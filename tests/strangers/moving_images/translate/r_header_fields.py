# right: adds the vector to srow_*/qoffset_* of a copied header, never builds a matrix
def translate(img, mm):
    hdr = img.header.copy()
    for n, letter in enumerate("xyz"):
        if hdr["sform_code"] > 0:
            hdr["srow_" + letter][3] += mm[n]
        if hdr["qform_code"] > 0:
            hdr["qoffset_" + letter] = hdr["qoffset_" + letter] + mm[n]
    new = nib.Nifti1Image(img.dataobj.get_unscaled(), hdr.get_best_affine(), hdr)
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
