# wrong: adds to img.affine in place, so that the input moves as well; shows in the input's affine afterwards
def translate(img, mm):
    new = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    if img.header["qform_code"] > 0:
        q = img.get_qform()
        q[:3, 3] += mm
        new.set_qform(q, int(img.header["qform_code"]))
    if img.header["sform_code"] > 0:
        affine = img.affine
        affine[:3, 3] += mm
        new.set_sform(affine, int(img.header["sform_code"]))
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
