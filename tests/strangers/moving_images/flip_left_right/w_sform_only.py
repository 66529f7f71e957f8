# wrong: mirrors the sform and forgets the qform; shows on images with a qform code above 0
def flip_left_right(img):
    out = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    if img.header["sform_code"] > 0:
        out.set_sform(np.diag([-1, 1, 1, 1]) @ img.affine, int(img.header["sform_code"]))
    else:
        out.set_qform(np.diag([-1, 1, 1, 1]) @ img.affine, int(img.header["qform_code"]))
    out.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return out
