# right: a box of the stored numbers, A T(start) for the forms in use, slope and intercept written back
def crop(img, start, stop):
    box = tuple(slice(int(a), int(b)) for a, b in zip(start, stop, strict=True))
    affine = img.affine @ nib.affines.from_matvec(np.eye(3), start)
    new = nib.Nifti1Image(img.dataobj.get_unscaled()[box], img.affine, img.header)
    if img.header["sform_code"] > 0:
        new.set_sform(affine, int(img.header["sform_code"]))
    if img.header["qform_code"] > 0:
        new.set_qform(affine, int(img.header["qform_code"]))
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
